import type { Pathway } from './pathway.ts';
import type { PathwayFacts } from './pathway-facts.ts';
import { stepOf } from './step-of.ts';
import { STEPS, type Step } from './steps.ts';

/** Somebody a pathway is tried on; nothing of her but facts, where she lives and what she speaks. */
export interface TriedPerson {
  readonly facts: PathwayFacts;
  readonly region: string;
  readonly language: string;
}

/** How many of those it was tried on a pathway gives each step; `null` counts those of whom too little is known. */
export type StepCounts = ReadonlyMap<Step | null, number>;

export interface Simulation {
  readonly all: StepCounts;
  readonly byRegion: ReadonlyMap<string, StepCounts>;
  readonly byLanguage: ReadonlyMap<string, StepCounts>;
}

export const SIMULATED: readonly (Step | null)[] = [...STEPS, null];

/** Tries a pathway on people before anybody follows it. */
export function simulate(
  pathway: Pathway,
  people: Iterable<TriedPerson>,
  today: string,
): Simulation {
  const all = noCounts();
  const byRegion = new Map<string, Map<Step | null, number>>();
  const byLanguage = new Map<string, Map<Step | null, number>>();
  for (const { facts, region, language } of people) {
    const { step } = stepOf(pathway, facts, today);
    for (const counts of [all, within(byRegion, region), within(byLanguage, language)]) {
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  return { all, byRegion, byLanguage };
}

const noCounts = () => new Map<Step | null, number>(SIMULATED.map((step) => [step, 0]));

function within(groups: Map<string, Map<Step | null, number>>, key: string) {
  const known = groups.get(key);
  if (known) return known;
  const counts = noCounts();
  groups.set(key, counts);
  return counts;
}
