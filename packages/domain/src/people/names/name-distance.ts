/** Sounds that one hears or writes for each other: half a letter apart. */
const CONFUSED: ReadonlySet<string> = new Set(
  ['ae', 'ai', 'ao', 'ei', 'eo', 'io', 'iu', 'ou', 'au', 'eu', 'şç', 'şs', 'kh', 'kg', 'gh']
    .concat(['bp', 'dt', 'sz', 'bv', 'fv', 'fp', 'uv', 'jz', 'jd', 'cs', 'mn'])
    .flatMap((pair) => [pair, [...pair].reverse().join('')]),
);
const VOWELS: ReadonlySet<string> = new Set('aeiou');

/**
 * How far apart two keys are, in letters: one for a letter put in, left out, changed, or swapped with its neighbour; less for
 * sounds that are easily confused and for a vowel left out. The same either way.
 */
export function nameDistance(one: string, other: string): number {
  const rows = [...one];
  const columns = [...other];
  let beforeLast: number[] = [];
  let last = [0];
  for (const [at, letter] of columns.entries()) last.push((last[at] ?? 0) + gapCost(letter));
  for (const [row, letter] of rows.entries()) {
    const current = [(last[0] ?? 0) + gapCost(letter)];
    for (const [column, facing] of columns.entries()) {
      let best = Math.min(
        (last[column] ?? 0) + changeCost(letter, facing),
        (last[column + 1] ?? 0) + gapCost(letter),
        (current[column] ?? 0) + gapCost(facing),
      );
      const isSwapped =
        row > 0 && column > 0 && letter === columns[column - 1] && rows[row - 1] === facing;
      if (isSwapped) best = Math.min(best, (beforeLast[column - 1] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[columns.length] ?? 0;
}

/** From 0 (nothing in common) to 1 (the same key). */
export function nameLikeness(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const longest = Math.max(one.length, other.length);
  return Math.max(0, 1 - nameDistance(one, other) / longest);
}

const gapCost = (letter: string): number => (VOWELS.has(letter) ? 0.6 : 1);

function changeCost(one: string, other: string): number {
  if (one === other) return 0;
  return CONFUSED.has(one + other) ? 0.5 : 1;
}
