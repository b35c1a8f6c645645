/** Numbers with holes: `null`, `undefined` and `NaN` are missing. Plain and typed arrays alike. */
export type Values = ArrayLike<number | null | undefined>;

/** What could not be computed, why, and from how many cases. */
export type NotEstimable<Reason extends string> = {
  readonly kind: 'not-estimable';
  readonly reason: Reason;
  readonly n: number;
};

export function isMissing(value: number | null | undefined): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value);
}

/**
 * The values that are there, in their order.
 * @throws RangeError on an infinite value: no measurement is infinite, so it is a bug of the caller.
 */
export function presentValues(values: Values): Float64Array {
  const present = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (isMissing(value)) continue;
    if (!Number.isFinite(value)) throw new RangeError(`value ${i} is not finite: ${value}`);
    present[n] = value;
    n += 1;
  }
  return present.subarray(0, n);
}

/**
 * Sum with the rounding errors carried along (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren
 * zur Summation endlicher Summen", ZAMM 54, 1974): a million answers add up like ten.
 */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Mean in two passes, so that a large common offset costs no digits; 0 of nothing. */
export function meanOf(present: Float64Array): number {
  const n = present.length;
  if (n === 0) return 0;
  const first = sumOf(present) / n;
  const distances = new Float64Array(n);
  for (let i = 0; i < n; i += 1) distances[i] = (present[i] as number) - first;
  return first + sumOf(distances) / n;
}

/** Sum of squared distances from `centre`, corrected for the rounding of the centre (Chan, Golub and LeVeque 1983, formula 1.7). */
export function squaresAround(values: ArrayLike<number>, centre: number): number {
  const squares = new Float64Array(values.length);
  let drift = 0;
  for (let i = 0; i < values.length; i += 1) {
    const distance = (values[i] ?? 0) - centre;
    squares[i] = distance * distance;
    drift += distance;
  }
  return values.length === 0 ? 0 : sumOf(squares) - (drift * drift) / values.length;
}
