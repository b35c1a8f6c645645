import { casesOf, type Ratio, type TwoGroups, withInterval } from './ratio.ts';

/**
 * Odds in the first group over odds in the second, with Woolf's log interval (B. Woolf, Annals of
 * Human Genetics 19, 1955; `oddsratio.wald` of epitools).
 *
 * With a 0 in any of the four cells it is not estimable, unless `correction` adds one half to every
 * cell (J. B. S. Haldane, Annals of Human Genetics 20, 1956; F. J. Anscombe, Biometrika 43, 1956).
 * For the exact conditional odds ratio see `fisherExact`.
 * @throws RangeError when a count is not a whole number between 0 and its n
 */
export function oddsRatio({
  first,
  second,
  level = 0.95,
  correction = 'none',
}: TwoGroups & { correction?: 'none' | 'haldane-anscombe' }): Ratio<'zero-cell'> {
  const n = casesOf({ first, second, level });
  const added = correction === 'none' ? 0 : 0.5;
  const cells = [first.count, first.n - first.count, second.count, second.n - second.count];
  const [a = 0, b = 0, c = 0, d = 0] = cells.map((cell) => cell + added);
  if (a * b * c * d === 0) return { kind: 'not-estimable', reason: 'zero-cell', n };
  const variance = 1 / a + 1 / b + 1 / c + 1 / d;
  return withInterval({ ratio: (a * d) / (b * c), variance, level, n });
}
