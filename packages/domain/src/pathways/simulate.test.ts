import { expect, it } from 'vitest';
import { DEFAULT_PATHWAY } from './default-pathway.ts';
import { inventPeople } from './invented-people.ts';
import { PathwayFacts } from './pathway-facts.ts';
import { simulate } from './simulate.ts';
import { OUTLINES, TODAY } from './testing/known-people.ts';

const invention = {
  count: 500,
  seed: 2022,
  today: TODAY,
  forms: OUTLINES,
  regions: ['KZ-75', 'KZ-71'],
};
const people = inventPeople(DEFAULT_PATHWAY, invention);

it('invents the same people from the same seed, others from another, and nobody impossible', () => {
  expect(inventPeople(DEFAULT_PATHWAY, invention)).toEqual(people);
  expect(inventPeople(DEFAULT_PATHWAY, { ...invention, seed: 2023 })).not.toEqual(people);
  for (const { facts } of people.slice(0, 300))
    expect(PathwayFacts.safeParse(facts).success).toBe(true);
});

it('counts everybody once in all, in her region and in her language', () => {
  const { all, byRegion, byLanguage } = simulate(DEFAULT_PATHWAY, people, TODAY);
  const sum = (counts: ReadonlyMap<unknown, number>) =>
    [...counts.values()].reduce((a, b) => a + b, 0);
  expect(sum(all)).toBe(people.length);
  for (const groups of [byRegion, byLanguage]) {
    expect([...groups.values()].reduce((total, counts) => total + sum(counts), 0)).toBe(
      people.length,
    );
  }
  // Every step is somebody's, so that a change of any rule shows.
  expect([...all.values()].every((count) => count > 0)).toBe(true);
  expect((all.get('4') ?? 0) / people.length).toBeGreaterThan(0.1);
});

it('shows what a change of the pathway does', () => {
  const softer = {
    ...DEFAULT_PATHWAY,
    rules: DEFAULT_PATHWAY.rules.filter(({ gives }) => gives !== 'up'),
  };
  const [before, after] = [DEFAULT_PATHWAY, softer].map(
    (pathway) => simulate(pathway, people, TODAY).all,
  );
  expect(after?.get('4')).toBeLessThan(before?.get('4') ?? 0);
});
