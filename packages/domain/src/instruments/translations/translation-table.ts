import type { WorkedString } from './signed-off.ts';
import type { TranslatedRow } from './xliff.ts';

const COLUMNS = [
  'id',
  'source',
  'translation',
  'back_translation',
  'status',
  'source_hash',
] as const;

/** The texts as one sheet, for whoever works in Excel. */
export const writeTranslationTable = (strings: readonly WorkedString[]): string[][] => [
  [...COLUMNS],
  ...strings.map(({ id, source, sourceHash, standing }) => [
    id,
    source,
    standing.text ?? '',
    standing.back ?? '',
    standing.status,
    sourceHash,
  ]),
];

/** What such a sheet brings; null where a column is missing. */
export function readTranslationTable(rows: readonly (readonly string[])[]): TranslatedRow[] | null {
  const [head = [], ...body] = rows;
  const at = (column: (typeof COLUMNS)[number]) => head.indexOf(column);
  if (at('id') < 0 || at('translation') < 0 || at('source_hash') < 0) return null;
  const cell = (row: readonly string[], column: (typeof COLUMNS)[number]) => row[at(column)] ?? '';
  return body
    .filter((row) => cell(row, 'id') !== '')
    .map((row) => ({
      id: cell(row, 'id'),
      sourceHash: cell(row, 'source_hash'),
      text: cell(row, 'translation'),
      back: at('back_translation') < 0 ? '' : cell(row, 'back_translation'),
    }));
}
