import type { CompiledForm } from '../../instruments/index.ts';
import { isHidden, type Row, type TableDraft } from '../report.ts';
import { readerOf } from '../sentences/sentence.ts';
import type { Speech } from '../variables.ts';

/** The tables of a report as its readers see them, already protected, and the forms they are about. */
export type Told = {
  readonly find: (id: string) => TableDraft | null;
  readonly forms: readonly CompiledForm[];
  readonly speech: Speech;
};

/** A row with its table, all of whose numbers may be told. */
export type ToldRow = { readonly table: TableDraft; readonly row: Row };

/** The rows of a table, in its order, that hide nothing; totals and missing answers left aside. */
export function toldRows(table: TableDraft | null): ToldRow[] {
  if (!table) return [];
  return table.rows
    .filter(({ role, cells }) => role === 'category' && !cells.some(isHidden))
    .map((row) => ({ table, row }));
}

/** The numbers of a row for a sentence, as its table shows them. */
export function numbersIn({ table, row }: ToldRow, { speech }: Pick<Told, 'speech'>) {
  const read = readerOf(table, speech);
  return { cell: (column: string) => read.cell(row.id, column), base: () => read.base(row.id) };
}

/** A label inside quotation marks has no closing stop. */
export const plainLabel = (label: string): string => label.replace(/[.\s]+$/, '');
