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
  const classes = new Int32Array(rows);
  let size = Math.min(1, rows);
  for (const codes of columns) size = split(classes, size, codes);
  return classes;
}

/**
 * Splits classes by one more key. Rows are walked through class by class, so that a code has to be known only as long as its class
 * lasts: a place for each pair of class and code would be millions of places where each row has a value of its own.
 * @returns how many classes there are now
 */
function split(classes: Int32Array, size: number, codes: Codes): number {
  // Room for every code of a column: they begin at -1.
  let wide = 2;
  for (let row = 0; row < codes.length; row += 1) wide = Math.max(wide, codes[row]! + 2);
  const seenIn = new Int32Array(wide).fill(-1);
  const known = new Int32Array(wide);
  let made = 0;
  for (const row of byClass(classes, size)) {
    const code = codes[row]! + 1;
    if (seenIn[code] !== classes[row]) {
      seenIn[code] = classes[row]!;
      known[code] = made;
      made += 1;
    }
    classes[row] = known[code]!;
  }
  return made;
}

/** Rows in the order of their classes. */
function byClass(classes: Int32Array, size: number): Int32Array {
  const next = new Int32Array(size + 1);
  for (let row = 0; row < classes.length; row += 1) next[classes[row]! + 1]! += 1;
  for (let each = 0; each < size; each += 1) next[each + 1]! += next[each]!;
  const ordered = new Int32Array(classes.length);
  for (let row = 0; row < classes.length; row += 1) {
    const at = next[classes[row]!]!;
    ordered[at] = row;
    next[classes[row]!] = at + 1;
  }
  return ordered;
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
