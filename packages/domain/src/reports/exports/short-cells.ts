import { type DataColumn, MISSING_CODES, MISSING_REASONS } from './data-table.ts';

/** Of a cell that takes more than three letters, or is no plain number. */
export const LONG = -1;

/** Rows whose cells are worked out together: few enough that they stay in the processor's cache. */
const BLOCK = 128;

const MOST = 999;
const NUMBERS = Int32Array.from({ length: MOST + 1 }, (_, value) => packed(String(value)));
const MISSING = Int32Array.from(
  ['', ...MISSING_REASONS.map((reason) => MISSING_CODES[reason].stata)],
  packed,
);

/** Up to three letters of ASCII in one number: the first in its lowest byte, how many in its highest. */
function packed(letters: string): number {
  let bytes = letters.length << 24;
  for (let i = 0; i < letters.length; i += 1) bytes |= letters.charCodeAt(i) << (8 * i);
  return bytes;
}

/** Cells of some rows, row after row: their letters (see `ByteWriter.short`) or `LONG`. */
export type ShortCells = {
  readonly from: number;
  readonly until: number;
  readonly cells: Int32Array;
};

/**
 * The cells of a table, some rows at a time, as they are written by programs that take a missing number as `.a` to `.g`. Nearly all
 * of them are short, and are worked out column by column without a string: a quarter of the time.
 *
 * @param isPlain whether a column's numbers are written as they are
 */
export function* shortCells(
  columns: readonly DataColumn[],
  rows: number,
  isPlain: (place: number) => boolean,
): Generator<ShortCells> {
  const cells = new Int32Array(BLOCK * columns.length).fill(LONG);
  for (let from = 0; from < rows; from += BLOCK) {
    const until = Math.min(from + BLOCK, rows);
    columns.forEach((column, place) => {
      if (column.kind === 'numbers' && isPlain(place)) {
        fillColumn(column, { from, until, cells, place, step: columns.length });
      }
    });
    yield { from, until, cells };
  }
}

function fillColumn(
  { values, absent }: DataColumn & { kind: 'numbers' },
  { from, until, cells, place, step }: ShortCells & { place: number; step: number },
): void {
  let at = place;
  for (let row = from; row < until; row += 1) {
    const value = values[row]!;
    const code = absent[row]!;
    if (code !== 0) cells[at] = MISSING[code]!;
    else cells[at] = (value | 0) === value && value >= 0 && value <= MOST ? NUMBERS[value]! : LONG;
    at += step;
  }
}
