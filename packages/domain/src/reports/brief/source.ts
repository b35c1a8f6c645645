import type { CompiledForm } from '../../instruments/index.ts';
import { isHidden, type Report, type Row, type Table } from '../report.ts';
import { readerOf } from '../sentences/sentence.ts';
import { tablesOf } from '../tables-of.ts';
import type { Speech } from '../variables.ts';
import type { BriefTexts } from './brief-texts.ts';

/** What a brief is read from: a report already protected for its readers, never the answers. */
export type Source = {
  readonly report: Report;
  readonly forms: readonly CompiledForm[];
  readonly speech: Speech;
  readonly b: BriefTexts;
};

export function tableOf({ report }: Source, id: string): Table | null {
  return tablesOf(report).find((table) => table.id === id) ?? null;
}

/** A row with its table, all of whose numbers may be told. */
export type ToldRow = { readonly table: Table; readonly row: Row };

/** The rows of a table, in its order, that hide nothing; totals and missing answers left aside. */
export function toldRows(table: Table | null): ToldRow[] {
  if (!table) return [];
  return table.rows
    .filter(({ role, cells }) => role === 'category' && !cells.some(isHidden))
    .map((row) => ({ table, row }));
}

/** The numbers of a row for a sentence, as its table shows them. */
export function numbersIn({ table, row }: ToldRow, { speech }: Source) {
  const read = readerOf(table, speech);
  return { cell: (column: string) => read.cell(row.id, column), base: () => read.base(row.id) };
}

/** A label inside quotation marks has no closing stop. */
export const plainLabel = (label: string): string => label.replace(/[.\s]+$/, '');
