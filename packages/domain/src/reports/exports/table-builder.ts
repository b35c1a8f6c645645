import { Problem } from '../../problem.ts';
import {
  type DataColumn,
  type DataTable,
  type DataVariable,
  MISSING_REASONS,
  type MissingReason,
} from './data-table.ts';

/** A cell without a value. One object for each reason: see `missing`. */
export type MissingCell = { readonly reason: MissingReason };
export type Cell = number | string | MissingCell;

const CELLS = Object.fromEntries(
  MISSING_REASONS.map((reason) => [reason, { reason }]),
) as unknown as Readonly<Record<MissingReason, MissingCell>>;
const CODES = Object.fromEntries(
  MISSING_REASONS.map((reason, i) => [reason, i + 1]),
) as unknown as Readonly<Record<MissingReason, number>>;

export function missing(reason: MissingReason): MissingCell {
  return CELLS[reason];
}

/** Rows that are kept together: a power of two, so that a row's place is told by its bits. */
const CHUNK_BITS = 12;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const WITHIN = CHUNK_ROWS - 1;

/** A column as it grows: pieces of one length, so that nothing is copied when it gets longer. */
type Growing = { readonly absent: Uint8Array[] } & (
  | { readonly numbers: Float64Array[]; readonly texts: null }
  | { readonly numbers: null; readonly texts: string[] }
);

/** Fills a table row by row; a column of numbers takes 9 bytes a row. */
export class TableBuilder {
  readonly #variables: readonly DataVariable[];
  readonly #columns: readonly Growing[];
  #rows = 0;

  constructor(variables: readonly DataVariable[]) {
    this.#variables = variables;
    this.#columns = variables.map(({ kind }) =>
      kind === 'text'
        ? { numbers: null, texts: [], absent: [] }
        : { numbers: [], texts: null, absent: [] },
    );
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * Appends a row.
   * @param readers one for each variable, in their order
   * @throws Problem `internal` on a number that is none, or a text where a number belongs
   */
  add<Source>(readers: ReadonlyArray<{ read(source: Source): Cell }>, source: Source): void {
    const row = this.#rows & WITHIN;
    if (row === 0) this.#grow();
    const chunk = this.#rows >>> CHUNK_BITS;
    for (let place = 0; place < readers.length; place += 1) {
      const cell = readers[place]!.read(source);
      const { numbers } = this.#columns[place]!;
      if (typeof cell === 'number' && numbers && Number.isFinite(cell)) numbers[chunk]![row] = cell;
      else this.#setOther(place, cell);
    }
    this.#rows += 1;
  }

  /** The table, its rows in the order given (places of rows as they were added). */
  finish(head: Pick<DataTable, 'name' | 'title' | 'language'>, order: Uint32Array): DataTable {
    return {
      ...head,
      rows: order.length,
      variables: this.#variables.map((variable, place) => ({
        ...variable,
        missing: this.#reasons(variable, place),
      })),
      columns: this.#variables.map((_, place) => this.#column(place, order)),
    };
  }

  #setOther(place: number, cell: Cell): void {
    const { texts, absent } = this.#columns[place]!;
    if (typeof cell === 'object') {
      absent[this.#rows >>> CHUNK_BITS]![this.#rows & WITHIN] = CODES[cell.reason];
      if (texts) texts.push('');
    } else if (typeof cell === 'string' && texts) {
      texts.push(cell);
    } else {
      throw new Problem('internal', { variable: this.#variables[place]?.name, wrong: typeof cell });
    }
  }

  #grow(): void {
    for (const { numbers, absent } of this.#columns) {
      if (numbers) numbers.push(new Float64Array(CHUNK_ROWS));
      absent.push(new Uint8Array(CHUNK_ROWS));
    }
  }

  /** What the form allows, and what is there all the same. */
  #reasons({ missing: declared }: DataVariable, place: number): MissingReason[] {
    const isSeen: boolean[] = [];
    // Rows that are not there yet have no reason.
    for (const chunk of this.#columns[place]!.absent) {
      for (let row = 0; row < CHUNK_ROWS; row += 1) isSeen[chunk[row]!] = true;
    }
    return MISSING_REASONS.filter((reason, i) => declared.includes(reason) || isSeen[i + 1]);
  }

  /** Plain loops: `from` of typed arrays takes twenty times as long. */
  #column(place: number, order: Uint32Array): DataColumn {
    const rows = order.length;
    const { numbers, texts, absent } = this.#columns[place]!;
    const orderedAbsent = new Uint8Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const from = order[row]!;
      orderedAbsent[row] = absent[from >>> CHUNK_BITS]![from & WITHIN]!;
    }
    if (!numbers) {
      const ordered: string[] = [];
      for (let row = 0; row < rows; row += 1) ordered.push(texts[order[row]!]!);
      return { kind: 'texts', values: ordered, absent: orderedAbsent };
    }
    const ordered = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const from = order[row]!;
      ordered[row] = numbers[from >>> CHUNK_BITS]![from & WITHIN]!;
    }
    return { kind: 'numbers', values: ordered, absent: orderedAbsent };
  }
}
