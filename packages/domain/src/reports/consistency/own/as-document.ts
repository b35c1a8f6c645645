import { formatCell } from '../../format-cell.ts';
import type { Report, Table } from '../../report.ts';
import { type ReportTexts, reportTexts } from '../../report-texts.ts';
import { paragraphOf, type ReportDocument, type ReportTable } from '../document/report-document.ts';
import { placeOf } from './checked.ts';

/**
 * A report as a stranger reads it, and where the rows of its tables stand. Figures draw what a table says, so that they have
 * nothing of their own to check.
 */
export function asDocument({ sections, language }: Report): {
  readonly document: ReportDocument;
  readonly places: ReadonlyMap<number, string>;
} {
  const t = reportTexts(language);
  const places = new Map<number, string>();
  let line = 0;
  const next = () => {
    line += 1;
    return line;
  };
  const blocks = sections.flatMap((section) =>
    section.blocks.flatMap((block): ReportDocument['blocks'] => {
      if (block.kind === 'figure') return [];
      if (block.kind === 'paragraph') return [paragraphOf(block.text, next())];
      const table = tableOf(block, { t, language, next });
      block.rows.forEach((row, place) => {
        places.set(table.rows[place + 1]?.line ?? 0, placeOf(block, row));
      });
      return [table];
    }),
  );
  return { document: { blocks }, places };
}

function tableOf(
  { title, rowHead, columns, rows }: Table,
  { t, language, next }: { t: ReportTexts; language: Report['language']; next: () => number },
): ReportTable {
  return {
    kind: 'table',
    title,
    sheet: null,
    rows: [
      { line: next(), cells: [rowHead, ...columns.map(({ label }) => label)] },
      ...rows.map(({ label, cells }) => ({
        line: next(),
        cells: [
          label,
          ...columns.map((column, i) => formatCell(cells[i] ?? null, column, { t, language })),
        ],
      })),
    ],
  };
}
