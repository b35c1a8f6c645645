import { cohenDPaired, type StandardisedDifference } from '../compare/standardised-difference.ts';
import type { Values } from '../values.ts';

/**
 * Standardised response mean: mean change (after less before) over the standard deviation of the changes
 * (M. H. Liang, A. H. Fossel and M. G. Larson, Medical Care 28, 1990), with its exact interval by the
 * noncentral t distribution.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function standardisedResponseMean(
  before: Values,
  after: Values,
  level = 0.95,
): StandardisedDifference {
  return cohenDPaired(after, before, level);
}
