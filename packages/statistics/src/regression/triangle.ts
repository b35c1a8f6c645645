import { awayFrom, COLLINEAR, lengthFrom, reflect, reflectorOf } from './householder.ts';

/** Small enough for a processor's cache, large enough that the triangle in it hardly counts. */
const BLOCK = 2048;

/** R of the weighted columns, and what is to be explained in its coordinates. */
export type Triangle = {
  /** Columns of R, each down to its diagonal; 0 there if the columns before give it. */
  readonly r: readonly Float64Array[];
  readonly effects: Float64Array;
};

/**
 * Weighted least squares, reduced to a triangle block by block: each block is factorised under the triangle of
 * those before it (G. H. Golub and C. F. Van Loan, Matrix Computations, 2013, section 5.2.3), which is as
 * accurate as all at once and needs no copy of the columns.
 * @param rootAt root of the weight of a case
 * @param wantedAt what is to be explained of a case, already times that root
 */
export function triangleOf(
  columns: readonly Float64Array[],
  n: number,
  {
    rootAt,
    wantedAt,
  }: { rootAt: (i: number) => number; wantedAt: (i: number, root: number) => number },
): Triangle {
  const k = columns.length;
  const r = columns.map((_, j) => new Float64Array(j + 1));
  const effects = new Float64Array(k);
  const buffers = columns.map(() => new Float64Array(k + BLOCK));
  const wanted = new Float64Array(k + BLOCK);
  for (let from = 0; from < n; from += BLOCK) {
    const size = Math.min(BLOCK, n - from);
    const block = size === BLOCK ? buffers : buffers.map((buffer) => buffer.subarray(0, k + size));
    block.forEach((column, j) => {
      column.fill(0, 0, k);
      column.set(r[j] as Float64Array);
    });
    wanted.set(effects);
    for (let i = 0; i < size; i += 1) {
      const root = rootAt(from + i);
      wanted[k + i] = wantedAt(from + i, root);
      for (let j = 0; j < k; j += 1) {
        const value = (columns[j] as Float64Array)[from + i] as number;
        (block[j] as Float64Array)[k + i] = root * value;
      }
    }
    reduce(block, size === BLOCK ? wanted : wanted.subarray(0, k + size), r);
    effects.set(wanted.subarray(0, k));
  }
  return { r, effects };
}

/** One block: its columns become reflectors, `r` and the head of `wanted` what they leave. */
function reduce(
  block: readonly Float64Array[],
  wanted: Float64Array,
  r: readonly Float64Array[],
): void {
  block.forEach((column, j) => {
    for (let l = 0; l < j; l += 1) reflect(column, block[l] as Float64Array, l);
    const diagonal = awayFrom(column[j] as number, lengthFrom(column, j));
    const kept = r[j] as Float64Array;
    kept.set(column.subarray(0, j));
    kept[j] = diagonal;
    reflectorOf(column, j, diagonal);
    reflect(wanted, column, j);
  });
}

/** Whether some column is given by those before it. */
export function isSingular({ r }: Triangle): boolean {
  return r.some((column, j) => !(Math.abs(column[j] as number) > 0));
}

/**
 * Places of the columns that bear something of their own, and of those that the ones before them give.
 * @param n how long the columns are
 */
export function independentPlaces(
  columns: readonly Float64Array[],
  n: number,
): { kept: number[]; aliased: number[] } {
  const kept = columns.map((_, place) => place);
  const aliased: number[] = [];
  for (;;) {
    const left = kept.map((place) => columns[place] as Float64Array);
    const { r } = triangleOf(left, n, { rootAt: () => 1, wantedAt: () => 0 });
    // Only the first: what it leaves of itself is rounding, which must not count against the others.
    const given = r.findIndex((column, j) => {
      const own = Math.abs(column[j] as number);
      return !(own > COLLINEAR * lengthFrom(column, 0));
    });
    if (given < 0) return { kept, aliased };
    aliased.push(...kept.splice(given, 1));
  }
}
