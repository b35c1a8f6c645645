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

type Numbers = typeof Float64Array | typeof Int16Array | typeof Int8Array;

/** A column as it grows: pieces of one length, so that nothing is copied when it gets longer. */
type Growing = { readonly absent: Uint8Array<ArrayBuffer>[] } & (
  | { readonly Kind: Numbers; readonly numbers: InstanceType<Numbers>[]; readonly texts: null }
  | { readonly Kind: null; readonly numbers: null; readonly texts: string[] }
);

/** From the narrowest, with the largest number each can hold. */
const WHOLE_NUMBERS = [
  { Kind: Int8Array, largest: 0x7f },
  { Kind: Int16Array, largest: 0x7fff },
] as const;

/** Most data are small whole numbers: an eighth of the memory, and of the time to move it. */
function narrowest(values: Iterable<number>): Numbers {
  let most = 0;
  for (const value of values) {
    // No fraction, and not -0, which no whole number can be.
    if (!Object.is(value | 0, value)) return Float64Array;
    most = Math.max(most, Math.abs(value));
  }
  return WHOLE_NUMBERS.find(({ largest }) => most <= largest)?.Kind ?? Float64Array;
}

function kindOf({ kind, values }: DataVariable): Numbers {
  return kind === 'coded' ? narrowest(values.map(({ value }) => value)) : Float64Array;
}

/** Rows that are read together, few enough that their answers stay in the processor's cache; a chunk is a number of such. */
const BATCH = 32;

/** @see DataSource */
type Reader<Source> = { read(source: Source): Cell; readonly together?: unknown };

/** Fills a table; a column takes 8 bytes a row, one of coded values 1, and another one where something is missing. */
export class TableBuilder<Source> {
  readonly #variables: readonly DataVariable[];
  readonly #readers: ReadonlyArray<Reader<Source>>;
  readonly #columns: readonly Growing[];
  /** For each reader, the place after the last of those that are read together with it. */
  readonly #ends: readonly number[];
  /** Stands for every piece of a column in which nothing is missing. */
  readonly #nothingAbsent = new Uint8Array(CHUNK_ROWS);
  #waiting: Source[] = [];
  #rows = 0;

  /** @param readers one for each variable, in their order */
  constructor(variables: readonly DataVariable[], readers: ReadonlyArray<Reader<Source>>) {
    this.#variables = variables;
    this.#readers = readers;
    this.#ends = readers.map(({ together }, place) => {
      let end = place + 1;
      while (together !== undefined && readers[end]?.together === together) end += 1;
      return end;
    });
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
   * The table, its rows in the order given (places of rows as they were added). Of what was added nothing is kept, so that the
   * columns are not there twice.
   * @throws Problem `internal` as `add`
   */
  finish(head: Pick<DataTable, 'name' | 'titles' | 'language'>, order: Uint32Array): DataTable {
    this.#read();
    // Pieces of memory for all columns, one after the other: they stay in the processor's cache.
    const size = Math.ceil(this.#rows / CHUNK_ROWS) * CHUNK_ROWS * Float64Array.BYTES_PER_ELEMENT;
    const given = {
      order,
      together: new ArrayBuffer(size),
      taken: new Float64Array(order.length),
      complete: new Uint8Array(order.length),
    };
    return {
      ...head,
      rows: order.length,
      variables: this.#variables.map((variable, place) => ({
        ...variable,
        missing: this.#reasons(variable, place),
      })),
      columns: this.#variables.map((_, place) => this.#column(place, given)),
    };
  }

  #read(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    const first = this.#rows & WITHIN;
    if (first === 0) this.#grow();
    const chunk = this.#rows >>> CHUNK_BITS;
    for (let place = 0; place < this.#readers.length; ) {
      const end = this.#ends[place]!;
      if (end === place + 1) this.#readColumn(place, { chunk, first });
      else {
        for (let i = 0; i < waiting.length; i += 1) {
          for (let at = place; at < end; at += 1) {
            this.#set(this.#readers[at]!.read(waiting[i]!), { place: at, chunk, row: first + i });
          }
        }
      }
      place = end;
    }
    this.#rows += waiting.length;
    this.#waiting = [];
  }

  #readColumn(place: number, { chunk, first }: { chunk: number; first: number }): void {
    const waiting = this.#waiting;
    const reader = this.#readers[place]!;
    const numbers = this.#columns[place]!.numbers?.[chunk];
    for (let i = 0; i < waiting.length; i += 1) {
      const cell = reader.read(waiting[i]!);
      if (typeof cell === 'number' && numbers && Number.isFinite(cell)) numbers[first + i] = cell;
      else this.#setOther(cell, { place, chunk, row: first + i });
    }
  }

  #set(cell: Cell, at: { place: number; chunk: number; row: number }): void {
    const numbers = this.#columns[at.place]!.numbers?.[at.chunk];
    if (typeof cell === 'number' && numbers && Number.isFinite(cell)) numbers[at.row] = cell;
    else this.#setOther(cell, at);
  }

  #setOther(cell: Cell, { place, chunk, row }: { place: number; chunk: number; row: number }) {
    const { texts, absent } = this.#columns[place]!;
    if (typeof cell === 'object') {
      if (absent[chunk] === this.#nothingAbsent) absent[chunk] = new Uint8Array(CHUNK_ROWS);
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
      absent.push(this.#nothingAbsent);
    }
  }

  /** What the form allows, and what is there all the same. */
  #reasons({ missing: declared }: DataVariable, place: number): MissingReason[] {
    const isSeen: boolean[] = [];
    // Rows that are not there yet have no reason.
    for (const chunk of this.#columns[place]!.absent) {
      if (chunk === this.#nothingAbsent) continue;
      for (let row = 0; row < CHUNK_ROWS; row += 1) isSeen[chunk[row]!] = true;
    }
    return MISSING_REASONS.filter((reason, i) => declared.includes(reason) || isSeen[i + 1]);
  }

  #column(place: number, given: Finishing): DataColumn {
    const { order, complete } = given;
    const { Kind, numbers, texts, absent: pieces } = this.#columns[place]!;
    const isComplete = pieces.every((piece) => piece === this.#nothingAbsent);
    const absent = isComplete ? complete : new Uint8Array(order.length);
    if (!isComplete) takeInOrder(pieces, absent, given);
    pieces.length = 0;
    if (!Kind) {
      const values: string[] = [];
      for (let row = 0; row < order.length; row += 1) values.push(texts[order[row]!]!);
      texts.length = 0;
      return { kind: 'texts', values, absent };
    }
    const taken = Kind === Float64Array ? given.taken : new Kind(order.length);
    takeInOrder(numbers, taken, given);
    numbers.length = 0;
    if (taken !== given.taken) return { kind: 'numbers', values: taken, absent };
    return { kind: 'numbers', values: new (narrowest(taken))(taken), absent };
  }
}

/** What the columns of a table are put in order with. */
type Finishing = {
  /** For each row of the table its place as it was added. */
  readonly order: Uint32Array;
  /** Room for a column as it was added. */
  readonly together: ArrayBuffer;
  /** Room for a column of any numbers in its order. */
  readonly taken: Float64Array;
  /** Of a column in which nothing is missing. */
  readonly complete: Uint8Array;
};

type AnyColumn = Float64Array | Int16Array | Int8Array | Uint8Array;

/**
 * Takes the rows of a column in their order. Put together first: from one piece of memory they are taken three times as fast.
 * Plain loops: `from` of typed arrays takes twenty times as long.
 */
function takeInOrder<Column extends AnyColumn>(
  pieces: readonly Column[],
  taken: Column,
  { order, together }: Finishing,
): void {
  const Kind = taken.constructor as new (buffer: ArrayBuffer, at: number, size: number) => Column;
  const all = new Kind(together, 0, pieces.length * CHUNK_ROWS);
  pieces.forEach((piece, i) => {
    all.set(piece, i * CHUNK_ROWS);
  });
  for (let row = 0; row < order.length; row += 1) taken[row] = all[order[row]!]!;
}
