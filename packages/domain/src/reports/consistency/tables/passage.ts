import type { ShapedRow } from './table-shape.ts';

/** A row of a table as one line of words. */
export const passageOf = (row: ShapedRow) => row.written.filter((cell) => cell !== '').join(' | ');
