const FIRST_MS = 2000;
const LONGEST_MS = 300_000;

/**
 * How long to wait before the next try: 2 s, 4 s, 8 s … up to five minutes, spread by a fifth either way so that
 * a village that gets its signal back does not ask all at once.
 *
 * @param tries how many have failed, from 1
 * @param chance from 0 up to 1
 */
export function waitBefore(
  tries: number,
  { chance, atLeastSeconds = 0 }: { chance: number; atLeastSeconds?: number },
): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1));
  return Math.max(atLeastSeconds * 1000, Math.round(wait * (0.8 + 0.4 * chance)));
}
