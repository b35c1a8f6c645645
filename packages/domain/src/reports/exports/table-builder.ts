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

type Numbers = typeof Float64Array | typeof Int16Array;

/** A column as it grows: pieces of one length, so that nothing is copied when it gets longer. */
type Growing = { readonly absent: Uint8Array<ArrayBuffer>[] } & (
  | { readonly Kind: Numbers; readonly numbers: InstanceType<Numbers>[]; readonly texts: null }
  | { readonly Kind: null; readonly numbers: null; readonly texts: string[] }
);

/** Coded values, of which data are full, are small: a quarter of the memory, and of the time to move it. */
const LARGEST_SMALL = 0x7fff;

function kindOf({ kind, values }: DataVariable): Numbers {
  const isSmall = values.every(
    ({ value }) => Number.isInteger(value) && Math.abs(value) <= LARGEST_SMALL,
  );
  return kind === 'coded' && isSmall ? Int16Array : Float64Array;
}

/** Rows that are read together; a chunk is a number of such. */
const BATCH = 256;

/** Fills a table; a column takes 9 bytes a row, one of coded values 3. */
export class TableBuilder<Source> {
  readonly #variables: readonly DataVariable[];
  readonly #readers: ReadonlyArray<{ read(source: Source): Cell }>;
  readonly #columns: readonly Growing[];
  #waiting: Source[] = [];
  #rows = 0;

  /** @param readers one for each variable, in their order */
  constructor(
    variables: readonly DataVariable[],
    readers: ReadonlyArray<{ read(source: Source): Cell }>,
  ) {
    this.#variables = variables;
    this.#readers = readers;
    this.#columns = variables.map((variable) =>
      variable.kind === 'text'
        ? { Kind: null, numbers: null, texts: [], absent: [] }
        : { Kind: kindOf(variable), numbers: [], texts: null, absent: [] },
    );
  }

  get rows(): number {
    return this.#rows + this.#waiting.length;
  }

  /**
   * Appends a row, which is read a little later: column by column over many rows takes half as long as row by row.
   * @throws Problem `internal` on a number that is none, or a text where a number belongs
   */
  add(source: Source): void {
    this.#waiting.push(source);
    if (this.#waiting.length === BATCH) this.#read();
  }

  /**
   * The table, its rows in the order given (places of rows as they were added).
   * @throws Problem `internal` as `add`
   */
  finish(
    head: Pick<DataTable, 'name' | 'title' | 'titles' | 'language'>,
    order: Uint32Array,
  ): DataTable {
    this.#read();
    // One piece of memory for all columns, one after the other: it stays in the processor's cache.
    const together = new ArrayBuffer(
      Math.ceil(this.#rows / CHUNK_ROWS) * CHUNK_ROWS * Float64Array.BYTES_PER_ELEMENT,
    );
    return {
      ...head,
      rows: order.length,
      variables: this.#variables.map((variable, place) => ({
        ...variable,
        missing: this.#reasons(variable, place),
      })),
      columns: this.#variables.map((_, place) => this.#column(place, { order, together })),
    };
  }

  #read(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    const first = this.#rows & WITHIN;
    if (first === 0) this.#grow();
    const chunk = this.#rows >>> CHUNK_BITS;
    for (let place = 0; place < this.#readers.length; place += 1) {
      const reader = this.#readers[place]!;
      const numbers = this.#columns[place]!.numbers?.[chunk];
      for (let i = 0; i < waiting.length; i += 1) {
        const cell = reader.read(waiting[i]!);
        if (typeof cell === 'number' && numbers && Number.isFinite(cell)) numbers[first + i] = cell;
        else this.#setOther(cell, { place, chunk, row: first + i });
      }
    }
    this.#rows += waiting.length;
    this.#waiting = [];
  }

  #setOther(cell: Cell, { place, chunk, row }: { place: number; chunk: number; row: number }) {
    const { texts, absent } = this.#columns[place]!;
    if (typeof cell === 'object') {
      absent[chunk]![row] = CODES[cell.reason];
      if (texts) texts.push('');
    } else if (typeof cell === 'string' && texts) {
      texts.push(cell);
    } else {
      throw new Problem('internal', { variable: this.#variables[place]?.name, wrong: typeof cell });
    }
  }

  #grow(): void {
    for (const { Kind, numbers, absent } of this.#columns) {
      if (Kind) numbers.push(new Kind(CHUNK_ROWS));
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

  #column(place: number, given: { order: Uint32Array; together: ArrayBuffer }): DataColumn {
    const { Kind, numbers, texts, absent } = this.#columns[place]!;
    const orderedAbsent = ordered(absent, { ...given, Kind: Uint8Array });
    if (Kind) {
      return {
        kind: 'numbers',
        values: ordered(numbers, { ...given, Kind }),
        absent: orderedAbsent,
      };
    }
    const values: string[] = [];
    for (let row = 0; row < given.order.length; row += 1) values.push(texts[given.order[row]!]!);
    return { kind: 'texts', values, absent: orderedAbsent };
  }
}

/**
 * The rows of a column in another order. Put together first: from one piece of memory they are taken three times as fast. Plain
 * loops: `from` of typed arrays takes twenty times as long.
 */
function ordered<Kind extends Numbers | typeof Uint8Array>(
  chunks: readonly InstanceType<Kind>[],
  { order, together, Kind }: { order: Uint32Array; together: ArrayBuffer; Kind: Kind },
): InstanceType<Kind> {
  const all = new Kind(together, 0, chunks.length * CHUNK_ROWS);
  chunks.forEach((chunk, i) => {
    all.set(chunk, i * CHUNK_ROWS);
  });
  const taken = new Kind(order.length);
  for (let row = 0; row < order.length; row += 1) taken[row] = all[order[row]!]!;
  return taken as InstanceType<Kind>;
}
