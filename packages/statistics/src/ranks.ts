/** Ranks from 1, equal values sharing their mean rank. */
export type Ranks = {
  readonly ranks: Float64Array;
  /** How many values share each rank, groups of two and more only. */
  readonly ties: readonly number[];
};

/**
 * Midranks.
 * @param values without missing ones
 */
export function midranks(values: Float64Array): Ranks {
  const order = Uint32Array.from(values.keys()).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const ranks = new Float64Array(values.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length; ) {
    const value = values[order[start] as number];
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === value) end += 1;
    for (let k = start; k < end; k += 1) ranks[order[k] as number] = (start + 1 + end) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/** Sum of f over the sizes of tied groups. */
export function overTies(ties: readonly number[], f: (size: number) => number): number {
  return ties.reduce((sum, size) => sum + f(size), 0);
}
