import type { Circumstance, CircumstanceValue, Section } from './circumstance.ts';

/** So it was from a day until another; `until` is null for what holds. */
export interface Period {
  readonly since: string;
  readonly until: string | null;
  readonly told: CircumstanceValue;
}

/**
 * What was so when, in one part of somebody's life, the newest first. Of each day the latest version holds; one that was taken
 * back leaves what was before.
 */
export function periodsOf(versions: readonly Circumstance[], section: Section): Period[] {
  const ofDay = new Map<string, Circumstance>();
  for (const one of versions) {
    if (one.section !== section) continue;
    const known = ofDay.get(one.since);
    if (!known || known.version < one.version) ofDay.set(one.since, one);
  }
  const standing = [...ofDay.values()]
    .filter(({ told }) => told !== null)
    .toSorted((a, b) => (a.since < b.since ? 1 : -1));
  return standing.map(({ since, told }, at) => ({
    since,
    until: standing[at - 1]?.since ?? null,
    told: told as CircumstanceValue,
  }));
}

/** The number of the newest version of a part; 0 where nothing was written. */
export const versionOf = (versions: readonly Circumstance[], section: Section): number =>
  Math.max(0, ...versions.filter((one) => one.section === section).map(({ version }) => version));
