import { formatBase } from '../format-cell.ts';
import type { Report } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { notesBelow } from './notes-below.ts';
import { receiptOf } from './print-report.ts';
import { csvText, tableCsv } from './table-csv.ts';

/** A file of an archive. */
export interface CsvFile {
  /** `03-age.csv`: the table's number and id, so that a script finds it again in another language and wave. */
  readonly name: string;
  readonly text: string;
}

/**
 * Every table of a report as a CSV file of its own, and first one that lists them with their titles, bases and notes.
 * @param version of the program, for the receipts
 */
export function reportCsv(report: Report, { version }: { version: string }): readonly CsvFile[] {
  const { language, title, subtitle, banners, sections } = report;
  const t = reportTexts(language);
  const tables = sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === 'table' ? [{ table: block, section }] : [])),
  );
  const digits = String(tables.length).length;
  const nameOf = (number: number, id: string) =>
    `${String(number).padStart(Math.max(2, digits), '0')}-${id}.csv`;
  const contents = csvText(
    [
      ...[title, subtitle, ...banners, receiptOf(report, { version })].map((line) => [line]),
      [],
      [
        t('document.table'),
        t('document.section'),
        t('document.title'),
        t('document.base'),
        t('document.notes'),
      ],
      ...tables.map(({ table, section }) => [
        nameOf(table.number, table.id),
        section.title,
        table.title,
        formatBase(table.base, { t }),
        notesBelow(table).join(' '),
      ]),
    ],
    language,
  );
  return [
    { name: `${'0'.repeat(Math.max(2, digits))}-contents.csv`, text: contents },
    ...tables.map(({ table }) => ({
      name: nameOf(table.number, table.id),
      text: tableCsv(table, language),
    })),
  ];
}
