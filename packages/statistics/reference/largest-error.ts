/**
 * The largest relative difference between what we computed and what the reference says, through
 * objects and arrays alike. Infinity where the shapes differ or one side lacks a number.
 *
 * What the reference does not name is not compared; what it names must be there. JSON has no
 * infinity: the reference writes its name, and so does another reference it is compared with.
 * @param unit differences between values smaller than this are measured against it (absolute near zero)
 */
export function largestError(actual: unknown, expected: unknown, unit = 1e-300): number {
  if (expected === 'Infinity' || expected === '-Infinity') {
    return actual === Number(expected) || actual === expected ? 0 : Number.POSITIVE_INFINITY;
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (actual === expected) return 0;
    const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), unit);
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
  }
  if (Array.isArray(expected) && expected.length !== (actual as ArrayLike<unknown>)?.length) {
    return Number.POSITIVE_INFINITY;
  }
  if (typeof expected === 'object' && typeof actual === 'object' && expected && actual) {
    const inner = Object.entries(expected).map(([key, value]) =>
      largestError((actual as Record<string, unknown>)[key], value, unit),
    );
    return Math.max(0, ...inner);
  }
  return Object.is(actual, expected) ? 0 : Number.POSITIVE_INFINITY;
}

/** Agreement asked of every closed formula. */
export const CLOSED_FORMULA = 1e-10;

/** Agreement asked where R and we both walk to a maximum of a likelihood. */
export const ITERATIVE = 1e-5;
