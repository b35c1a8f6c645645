/** How many of how many. */
export type CountAmong = { readonly count: number; readonly n: number };

/**
 * @throws RangeError when count and n are not whole numbers with 0 <= count <= n
 */
export function requireCountAmong({ count, n }: CountAmong): void {
  if (!(Number.isSafeInteger(count) && Number.isSafeInteger(n) && count >= 0 && count <= n)) {
    throw new RangeError(`not a count among cases: ${count} of ${n}`);
  }
}
