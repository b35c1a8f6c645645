/**
 * Standard error of measurement of a score: SD x sqrt(1 - reliability) (H. Gulliksen, Theory of Mental
 * Tests, 1950).
 * @param standardDeviation of the score, from 0 up, in its own unit, as is the result
 * @param reliability at most 1; a negative one (possible for alpha) gives more than the SD
 * @throws RangeError outside these
 */
export function standardErrorOfMeasurement({
  standardDeviation,
  reliability,
}: {
  standardDeviation: number;
  reliability: number;
}): number {
  if (!(standardDeviation >= 0 && Number.isFinite(standardDeviation))) {
    throw new RangeError(`not a standard deviation: ${standardDeviation}`);
  }
  if (!(reliability <= 1 && Number.isFinite(reliability))) {
    throw new RangeError(`not a reliability: ${reliability}`);
  }
  return standardDeviation * Math.sqrt(1 - reliability);
}
