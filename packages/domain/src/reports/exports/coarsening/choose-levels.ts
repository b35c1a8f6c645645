import { type Codes, classesOf, codesAt, familiesIn } from './classes.ts';
import type { Key, Level } from './level.ts';

/** What a row in too small a class is taken to lose: about half of its keys. */
const LOST_BY_SUPPRESSION = 0.5;

/** Two keys are tried together while the table is small enough for it to take no longer than a breath. */
const MOST_ROWS_FOR_PAIRS = 1500;

/**
 * How finely each key is told, so that as little as possible is lost in all: by coarser values, and by cells that have to be
 * withheld afterwards. Begins with nothing told, where everybody is alike, and each time tells one key otherwise, the one by
 * which least is lost (top-down specialization: Fung, Wang and Yu 2005); going the other way, from exact values, no single
 * step helps while everybody is alone. Where no single step helps any more, two keys are changed at once: one gives way to
 * another. Equal steps are taken in the order of the keys, so that the same answers always give the same levels.
 */
export function chooseLevels(
  keys: readonly Key[],
  { owners, k }: { readonly owners: Int32Array; readonly k: number },
): Level[] {
  const codes = keys.map((key) => key.levels.map((level) => codesAt(key, level)));
  const lossOf = (levels: readonly number[]) => {
    const columns = levels.map((level, i) => codes[i]![level] as Codes);
    const classes = classesOf(columns, owners.length);
    const families = familiesIn(classes, owners);
    const exposed = classes.reduce((sum, each) => sum + (families[each]! < k ? 1 : 0), 0);
    const told = levels.filter((level, i) => keys[i]!.levels[level]!.kind !== 'withheld').length;
    const coarse = levels.reduce((sum, level, i) => sum + keys[i]!.levels[level]!.cost, 0);
    return coarse + exposed * told * LOST_BY_SUPPRESSION;
  };
  let chosen = keys.map(({ levels }) => levels.length - 1);
  let loss = lossOf(chosen);
  const step = (steps: Iterable<number[]>): boolean => {
    let best: { readonly levels: number[]; readonly loss: number } | null = null;
    for (const levels of steps) {
      const reached = lossOf(levels);
      if (reached < (best?.loss ?? loss) - 1e-9) best = { levels, loss: reached };
    }
    if (best === null) return false;
    chosen = best.levels;
    loss = best.loss;
    return true;
  };
  const mayPair = owners.length <= MOST_ROWS_FOR_PAIRS;
  while (step(singleSteps(keys, chosen)) || (mayPair && step(doubleSteps(keys, chosen))));
  return chosen.map((level, i) => keys[i]!.levels[level]!);
}

function* singleSteps(keys: readonly Key[], chosen: readonly number[], from = 0) {
  for (let i = from; i < keys.length; i += 1) {
    for (const level of keys[i]!.levels.keys()) {
      if (level !== chosen[i]) yield chosen.with(i, level);
    }
  }
}

function* doubleSteps(keys: readonly Key[], chosen: readonly number[]) {
  for (const [i, key] of keys.entries()) {
    for (const level of key.levels.keys()) {
      if (level !== chosen[i]) yield* singleSteps(keys, chosen.with(i, level), i + 1);
    }
  }
}
