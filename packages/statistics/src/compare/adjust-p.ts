export type Adjustment = 'holm' | 'benjamini-hochberg' | 'bonferroni';

/**
 * p-values of several tests, adjusted for their number, as `p.adjust`.
 *
 * `holm`: S. Holm, Scandinavian Journal of Statistics 6 (1979), keeps the chance of any false finding;
 * `benjamini-hochberg`: Journal of the Royal Statistical Society B 57 (1995), keeps the expected share of
 * false ones among the findings. `null` and NaN (no test) stay `null` and do not count.
 * @param ps each between 0 and 1
 * @throws RangeError otherwise
 */
export function adjustP(
  ps: ReadonlyArray<number | null | undefined>,
  method: Adjustment,
): (number | null)[] {
  const places = ps.flatMap((p, i) => (isTest(p) ? [i] : []));
  const n = places.length;
  const at = (place: number) => ps[place] as number;
  const adjusted: (number | null)[] = ps.map(() => null);
  if (method === 'bonferroni') {
    for (const place of places) adjusted[place] = Math.min(1, n * at(place));
    return adjusted;
  }
  const isHolm = method === 'holm';
  // Holm walks from the smallest p up and never falls; the other from the largest down and never rises.
  const order = places.toSorted((a, b) => (isHolm ? at(a) - at(b) : at(b) - at(a)));
  let edge = isHolm ? 0 : 1;
  order.forEach((place, step) => {
    const scaled = isHolm ? (n - step) * at(place) : (n / (n - step)) * at(place);
    edge = isHolm ? Math.max(edge, scaled) : Math.min(edge, scaled);
    adjusted[place] = Math.min(1, edge);
  });
  return adjusted;
}

function isTest(p: number | null | undefined): p is number {
  if (p === null || p === undefined || Number.isNaN(p)) return false;
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a p-value: ${p}`);
  return true;
}
