import { isMissing, type Values } from '../values.ts';

/** Cases that lack the same variables. */
export type MissingPattern = {
  /** Places of the variables that these cases have, and of those that they lack. */
  readonly observed: readonly number[];
  readonly missing: readonly number[];
  /** Places of the cases. */
  readonly cases: readonly number[];
};

/**
 * Cases by which variables they lack, the pattern with the most cases first and among equals the one that
 * comes first in the data. A case without any value is a pattern too.
 * @param variables values of the same cases, one list a variable
 * @throws RangeError when the lengths differ
 */
export function missingPatterns(variables: readonly Values[]): MissingPattern[] {
  const n = variables[0]?.length ?? 0;
  if (variables.some(({ length }) => length !== n))
    throw new RangeError('variables differ in length');
  const places = [...variables.keys()];
  const patterns = new Map<string, { missing: number[]; cases: number[] }>();
  for (let i = 0; i < n; i += 1) {
    const missing = places.filter((place) => isMissing(variables[place]?.[i]));
    const key = missing.join();
    const known = patterns.get(key);
    if (known) known.cases.push(i);
    else patterns.set(key, { missing, cases: [i] });
  }
  return [...patterns.values()]
    .map(({ missing, cases }) => ({
      observed: places.filter((place) => !missing.includes(place)),
      missing,
      cases,
    }))
    .sort((a, b) => b.cases.length - a.cases.length);
}
