import type { DataTable, MissingLabels } from '../data-table.ts';
import { exportTexts } from '../export-texts.ts';
import { dataSheet, MOST_ROWS } from './data-sheet.ts';
import { packageParts, type WorkbookPart } from './package-parts.ts';
import { textSheet } from './text-sheet.ts';
import { variableRows } from './variable-rows.ts';
import { SPREADSHEET } from './xml-names.ts';

/**
 * A table as the parts of an Excel workbook (ECMA-376): the data on the first sheet, codes as numbers
 * and missing cells as `.a` to `.f`, the head frozen and filterable; what variables and codes mean on
 * the second. Pieces are made as they are asked for, so that rows never stand in memory twice.
 * @throws RangeError when there are more rows than a sheet can hold (1,048,576 with the head)
 */
export function workbookParts(table: DataTable, missingLabels: MissingLabels): WorkbookPart[] {
  if (table.rows >= MOST_ROWS) throw new RangeError(`A sheet holds fewer than ${MOST_ROWS} rows`);
  const t = exportTexts(table.language);
  const sheets = [
    { name: t('sheet.data'), pieces: dataSheet(table) },
    { name: t('sheet.variables'), pieces: textSheet(variableRows(table, missingLabels)) },
  ];
  return packageParts(sheets, STYLES);
}

/** Style 1 is bold, for heads; style 2 wraps long texts. */
const STYLES =
  `<styleSheet xmlns="${SPREADSHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
