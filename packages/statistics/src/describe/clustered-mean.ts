import { studentTQuantile, studentTTails } from '../distributions/student-t.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import {
  isMissing,
  meanOf,
  type NotEstimable,
  presentValues,
  squaresAround,
  type Values,
} from '../values.ts';

export type ClusteredMean =
  | {
      readonly kind: 'estimated';
      readonly mean: number;
      /** As if every cluster were drawn, not every value. */
      readonly standardError: number;
      readonly low: number;
      readonly high: number;
      readonly level: number;
      /** Two-sided p of a mean of 0, with `clusters - 1` degrees of freedom. */
      readonly p: number;
      /** Its variance over that of as many values without clusters; the mean is worth n / this of them. */
      readonly designEffect: number;
      /** With at least one value. */
      readonly clusters: number;
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-clusters' | 'does-not-vary'>;

/**
 * The mean of values that come in clusters, such as children of the same mother, with the standard error
 * that allows for it: C / (C - 1) x sum of squared cluster sums of (value - mean), over n squared, as
 * `sandwich::vcovCL` of a mean (K.-Y. Liang and S. L. Zeger, Biometrika 73, 1986). With one value a cluster it is the
 * usual standard error. Interval and test: Student's t with C - 1 degrees of freedom.
 * @param clusters the cluster of each value, at the same place
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function clusteredMean(
  values: Values,
  clusters: ArrayLike<number | string>,
  level = 0.95,
): ClusteredMean {
  requireLevel(level);
  if (values.length !== clusters.length)
    throw new RangeError('values and clusters differ in length');
  const present = presentValues(values);
  const n = present.length;
  const mean = meanOf(present);
  const sums = new Map<number | string, number>();
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (isMissing(value)) continue;
    const cluster = clusters[i] as number | string;
    sums.set(cluster, (sums.get(cluster) ?? 0) + (value - mean));
  }
  const many = sums.size;
  if (many < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-clusters', n };
  const squares = squaresAround(present, mean);
  if (!(squares > 0)) return { kind: 'not-estimable', reason: 'does-not-vary', n };
  const spread = [...sums.values()].reduce((sum, deviation) => sum + deviation ** 2, 0);
  // Within each cluster the deviations make up for each other around 0: nothing over nothing.
  if (spread === 0 && mean === 0) return { kind: 'not-estimable', reason: 'does-not-vary', n };
  const variance = ((many / (many - 1)) * spread) / n ** 2;
  const standardError = Math.sqrt(variance);
  const reach = studentTQuantile({ upper: (1 - level) / 2 }, many - 1) * standardError;
  return {
    kind: 'estimated',
    mean,
    standardError,
    low: mean - reach,
    high: mean + reach,
    level,
    p: twoSided(studentTTails(mean / standardError, many - 1)),
    designEffect: variance / (squares / (n - 1) / n),
    clusters: many,
    n,
    missing: values.length - n,
  };
}
