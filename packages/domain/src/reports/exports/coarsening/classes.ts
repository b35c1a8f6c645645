import type { Key, Level } from './level.ts';

/** A key as it stands in a class: a group, a reason that is missing, or `WITHHELD`. */
export type Codes = Int32Array;
export const WITHHELD = -1;

/** What each row shows of a key at a level. */
export function codesAt({ tokens, distinct }: Key, level: Level): Codes {
  if (level.kind === 'withheld') return new Int32Array(tokens.length).fill(WITHHELD);
  return tokens.map((token) =>
    token < distinct.length ? level.groupOf[token]! : level.groups + token - distinct.length,
  );
}

/** Of each row the class it stands in: rows that show the same in all keys. */
export function classesOf(columns: readonly Codes[], rows: number): Int32Array {
  let classes = new Int32Array(rows);
  for (const codes of columns) {
    const known = new Map<number, number>();
    // Room for every code of a column: groups and reasons are few, and begin at -1.
    const wide = codes.reduce((most, code) => Math.max(most, code), 0) + 2;
    classes = classes.map((before, row) => {
      const sign = before * wide + codes[row]! + 1;
      const found = known.get(sign);
      if (found !== undefined) return found;
      known.set(sign, known.size);
      return known.size - 1;
    });
  }
  return classes;
}

/**
 * How many families stand in each class.
 * @param owners whose each row is, rows of one owner beside each other
 */
export function familiesIn(classes: Int32Array, owners: Int32Array): Int32Array {
  const count = classes.reduce((most, each) => Math.max(most, each), -1) + 1;
  const families = new Int32Array(count);
  const last = new Int32Array(count).fill(-1);
  classes.forEach((each, row) => {
    if (last[each] === owners[row]) return;
    last[each] = owners[row]!;
    families[each] = families[each]! + 1;
  });
  return families;
}
