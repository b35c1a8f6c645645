import { isMissing, type Values } from './values.ts';

/** Two variables over the cases where both are there. */
export type Pairs = {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly n: number;
  /** Cases left out because one of the two is missing. */
  readonly missing: number;
};

/**
 * The cases in which both values are present.
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function completePairs(x: Values, y: Values): Pairs {
  if (x.length !== y.length) throw new RangeError('variables differ in length');
  const left = new Float64Array(x.length);
  const right = new Float64Array(x.length);
  let n = 0;
  for (let i = 0; i < x.length; i += 1) {
    const one = x[i];
    const other = y[i];
    if (isMissing(one) || isMissing(other)) continue;
    if (!Number.isFinite(one) || !Number.isFinite(other)) {
      throw new RangeError(`case ${i} is not finite: ${one}, ${other}`);
    }
    left[n] = one;
    right[n] = other;
    n += 1;
  }
  return { x: left.subarray(0, n), y: right.subarray(0, n), n, missing: x.length - n };
}

/** Whether any two values differ. */
export function varies(values: Float64Array): boolean {
  return values.some((value) => value !== values[0]);
}
