/** A wish of a slot to stand somewhere, and how much it counts. */
export type Wish = { readonly at: number; readonly weight: number };

/**
 * Places of a row from left to right, as near to the wishes as the distances between neighbours allow: least squares under an
 * order, by pooling neighbours that would get too near (pool adjacent violators).
 * @param distances `distances[i]` is the least distance between slot i and slot i + 1
 */
export function placeInOrder(wishes: readonly Wish[], distances: readonly number[]): number[] {
  type Pool = { sum: number; weight: number; count: number };
  const pools: Pool[] = [];
  let offset = 0;
  const offsets: number[] = [];
  for (const [i, { at, weight }] of wishes.entries()) {
    if (i > 0) offset += distances[i - 1]!;
    offsets.push(offset);
    let pool: Pool = { sum: (at - offset) * weight, weight, count: 1 };
    for (;;) {
      const last = pools.at(-1);
      if (!last || last.sum / last.weight < pool.sum / pool.weight) break;
      pools.pop();
      pool = {
        sum: last.sum + pool.sum,
        weight: last.weight + pool.weight,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
  }
  return pools
    .flatMap(({ sum, weight, count }) => Array.from({ length: count }, () => sum / weight))
    .map((at, i) => at + offsets[i]!);
}
