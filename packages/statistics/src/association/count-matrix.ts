/** A table of counts with what every test of it needs. */
export type CountMatrix = {
  readonly counts: ReadonlyArray<readonly number[]>;
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly n: number;
};

/**
 * @throws RangeError when the rows differ in length or a cell is not a whole number from 0 up
 */
export function countMatrix(counts: ReadonlyArray<readonly number[]>): CountMatrix {
  const width = counts[0]?.length ?? 0;
  for (const [i, row] of counts.entries()) {
    if (row.length !== width)
      throw new RangeError(`row ${i} has ${row.length} cells, not ${width}`);
    for (const count of row) {
      if (!(Number.isSafeInteger(count) && count >= 0))
        throw new RangeError(`not a count: ${count}`);
    }
  }
  const total = (cells: readonly number[]) => cells.reduce((sum, count) => sum + count, 0);
  const rowTotals = counts.map(total);
  const columnTotals = Array.from({ length: width }, (_, j) =>
    total(counts.map((row) => row[j] ?? 0)),
  );
  return { counts, rowTotals, columnTotals, n: total(rowTotals) };
}

/**
 * Two rows and two columns: a b / c d.
 * @throws RangeError when it is of another size
 */
export function fourCells({ counts }: CountMatrix): [a: number, b: number, c: number, d: number] {
  const isSquare = counts.length === 2 && counts[0]?.length === 2;
  if (!isSquare) throw new RangeError('not a table of two rows and two columns');
  const [a = 0, b = 0, c = 0, d = 0] = counts.flat();
  return [a, b, c, d];
}

/**
 * As many rows as columns.
 * @throws RangeError otherwise
 */
export function requireSquare({ counts }: CountMatrix): void {
  if (counts.length !== (counts[0]?.length ?? 0)) throw new RangeError('not a square table');
}
