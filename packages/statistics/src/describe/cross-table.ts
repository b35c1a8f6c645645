import { percentOf } from './frequency-table.ts';

export type CrossCell = {
  readonly count: number;
  /** Of the cases of its row; `null` when the row is empty, as below. */
  readonly rowPercent: number | null;
  /** Of the cases of its column. */
  readonly columnPercent: number | null;
  /** Of all cases with both answers. */
  readonly totalPercent: number | null;
};

export type CrossTable<Row, Column> = {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** `cells[i][j]`: row i, column j. */
  readonly cells: ReadonlyArray<readonly CrossCell[]>;
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  /** All cases. */
  readonly cases: number;
  /** Cases with both answers: the base of everything above. */
  readonly n: number;
  /** Cases where at least one answer is missing. */
  readonly missing: number;
};

/**
 * Counts two categorical variables against each other.
 *
 * Percentages are taken from counts. A case enters when both values are there; `null`, `undefined`
 * and NaN are missing.
 * @param variables `rows` and `columns`: one value a case, the same case at the same place
 * @param categories the rows and columns of the table, in their order, empty ones included
 * @throws RangeError when the lengths differ, a value is none of its categories, or one is named twice
 */
export function crossTable<Row extends string | number, Column extends string | number>(
  variables: {
    rows: ArrayLike<Row | null | undefined>;
    columns: ArrayLike<Column | null | undefined>;
  },
  categories: { rows: readonly Row[]; columns: readonly Column[] },
): CrossTable<Row, Column> {
  const cases = variables.rows.length;
  if (variables.columns.length !== cases) throw new RangeError('variables differ in length');
  const rowPlaces = placesOf(categories.rows);
  const columnPlaces = placesOf(categories.columns);
  const counts = categories.rows.map(() => categories.columns.map(() => 0));
  let n = 0;
  for (let i = 0; i < cases; i += 1) {
    const row = placeOf(variables.rows[i], rowPlaces, i);
    const column = placeOf(variables.columns[i], columnPlaces, i);
    if (row === null || column === null) continue;
    const line = counts[row] as number[];
    line[column] = (line[column] ?? 0) + 1;
    n += 1;
  }
  const rowTotals = counts.map(total);
  const columnTotals = categories.columns.map((_, j) => total(counts.map((line) => line[j] ?? 0)));
  const cells = counts.map((line, i) =>
    line.map((count, j) => ({
      count,
      rowPercent: percentOf(count, rowTotals[i] ?? 0),
      columnPercent: percentOf(count, columnTotals[j] ?? 0),
      totalPercent: percentOf(count, n),
    })),
  );
  return { ...categories, cells, rowTotals, columnTotals, cases, n, missing: cases - n };
}

function placesOf<Code>(codes: readonly Code[]): Map<Code, number> {
  const places = new Map(codes.map((code, i) => [code, i]));
  if (places.size !== codes.length) throw new RangeError('a category is named twice');
  return places;
}

function placeOf<Code>(
  code: Code | null | undefined,
  places: ReadonlyMap<Code, number>,
  i: number,
): number | null {
  if (code === null || code === undefined || Number.isNaN(code)) return null;
  const place = places.get(code);
  if (place === undefined) throw new RangeError(`case ${i} has no category: ${code}`);
  return place;
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
