import { isMissing, type Values } from '../values.ts';

/**
 * Scores as percent of the maximum possible: 100 (score - minimum) / (maximum - minimum), so that scales of
 * different length and coding can be laid side by side (P. Cohen, J. Cohen, L. S. Aiken and S. G. West,
 * Multivariate Behavioral Research 34, 1999).
 * @param range of the possible scores, not of those that occurred
 * @returns 0 to 100 each, `null` where a score is missing
 * @throws RangeError when the range is none or a score lies outside of it
 */
export function percentOfMaximum(
  scores: Values,
  { minimum, maximum }: { minimum: number; maximum: number },
): (number | null)[] {
  if (!(minimum < maximum && Number.isFinite(maximum - minimum))) {
    throw new RangeError(`not a range of scores: ${minimum} to ${maximum}`);
  }
  return Array.from({ length: scores.length }, (_, i) => {
    const score = scores[i];
    if (isMissing(score)) return null;
    if (score < minimum || score > maximum) {
      throw new RangeError(`score outside ${minimum} to ${maximum}: ${score}`);
    }
    return (100 * (score - minimum)) / (maximum - minimum);
  });
}
