import type { CountAmong } from './count-among.ts';
import { casesOf, type Ratio, type TwoGroups, withInterval } from './ratio.ts';

/**
 * Risk in the first group over risk in the second, with Katz's log interval (D. Katz et al.,
 * Biometrics 34, 1978; `riskratio.wald` of epitools).
 *
 * Not estimable with a count of 0 in a group (`zero-count`), and when everybody counts in both
 * (`no-variation`: the formula would give an interval of no width).
 * @throws RangeError when a count is not a whole number between 0 and its n
 */
export function riskRatio({
  first,
  second,
  level = 0.95,
}: TwoGroups): Ratio<'zero-count' | 'no-variation'> {
  const n = casesOf({ first, second, level });
  if (first.count === 0 || second.count === 0) {
    return { kind: 'not-estimable', reason: 'zero-count', n };
  }
  if (first.count === first.n && second.count === second.n) {
    return { kind: 'not-estimable', reason: 'no-variation', n };
  }
  const ratio = first.count / first.n / (second.count / second.n);
  const share = ({ count, n: all }: CountAmong) => (all - count) / (count * all);
  return withInterval({ ratio, variance: share(first) + share(second), level, n });
}
