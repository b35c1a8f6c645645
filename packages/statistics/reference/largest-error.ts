/**
 * The largest relative difference between what we computed and what the reference says, through
 * objects and arrays alike. Infinity where the shapes differ or one side lacks a number.
 * @param unit differences between values smaller than this are measured against it (absolute near zero)
 */
export function largestError(actual: unknown, expected: unknown, unit = 1e-300): number {
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (actual === expected) return 0;
    const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), unit);
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
  }
  if (typeof expected === 'object' && typeof actual === 'object' && expected && actual) {
    const inner = Object.entries(expected).map(([key, value]) =>
      largestError((actual as Record<string, unknown>)[key], value, unit),
    );
    const isWhole = Object.keys(actual).length >= Object.keys(expected).length;
    return isWhole ? Math.max(0, ...inner) : Number.POSITIVE_INFINITY;
  }
  return Object.is(actual, expected) ? 0 : Number.POSITIVE_INFINITY;
}

/** Agreement asked of every closed formula. */
export const CLOSED_FORMULA = 1e-10;
