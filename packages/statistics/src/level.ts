/**
 * The confidence level, strictly between 0 and 1.
 * @throws RangeError otherwise: 95 is no level
 */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`not a level: ${level}`);
}
