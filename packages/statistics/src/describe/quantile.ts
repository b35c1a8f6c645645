/**
 * Quantile of sorted values, Hyndman and Fan's type 7 (R's default): linear between the order
 * statistics around (n - 1) p.
 * @param sorted ascending, without missing values, at least one
 * @param p 0 to 1
 * @throws RangeError when there is no value or `p` lies outside 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0) throw new RangeError('a quantile needs at least one value');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a probability: ${p}`);
  const place = (n - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, n - 1)] ?? 0;
  return low + (place - below) * (high - low);
}
