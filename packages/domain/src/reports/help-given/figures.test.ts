import { describe, expect, it } from 'vitest';
import { type CountedPerson, groupOf, type HelpMeasure, makeHelpFigures } from './index.ts';

const year = { from: '2025-12-01', to: '2026-11-30' };
/** So many people of one group in one region who got the same, two in each family. */
const people = (
  count: number,
  over: Partial<CountedPerson> & Pick<CountedPerson, 'region' | 'group'>,
): CountedPerson[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ got: [], isClinical: false, hadCare: false },
    ...over,
    family: `${over.region} ${over.group} ${over.got?.join()} ${over.isClinical} ${over.hadCare} ${Math.floor(at / 2)}`,
  }));

const many = [
  ...['almaty', 'turkistan', 'abai'].flatMap((region) => [
    ...people(30, { region, group: 'women', got: ['counselling', 'aid'] }),
    ...people(20, { region, group: 'women' }),
    ...people(12, { region, group: 'men' }),
    ...people(14, { region, group: 'men', got: ['counselling'] }),
    ...people(16, { region, group: 'children', got: ['counselling'] }),
    ...people(10, { region, group: 'women', got: ['legal'] }),
    ...people(10, { region, group: 'men', got: ['legal'] }),
    ...people(10, { region, group: 'children', got: ['legal'] }),
    ...people(60, { region, group: 'children', got: ['tutoring'] }),
    ...people(40, { region, group: 'children' }),
  ]),
  ...(['women', 'men', 'children'] as const).flatMap((group) =>
    ['almaty', 'turkistan', 'abai'].flatMap((region) => [
      ...people(12, { region, group, isClinical: true }),
      ...people(8, { region, group, isClinical: true, hadCare: true }),
    ]),
  ),
];

const told = (given: readonly CountedPerson[], ledger: readonly unknown[] = [], over = {}) => {
  const made = makeHelpFigures({ ...year, ...over, people: given, ledger });
  if (made.kind !== 'told') throw new Error(made.kind);
  return made;
};
const cellOf = (
  { figures }: ReturnType<typeof told>,
  measure: HelpMeasure,
  { region = null, group = null }: { region?: string | null; group?: string | null },
) =>
  figures.tables
    .find((table) => table.measure === measure)
    ?.rows.find((row) => row.region === region && row.group === group)?.cell;

describe('the numbers of help given', () => {
  it('count women, men and children by kind, and by region, with the rule they were counted by', () => {
    const made = told(many);
    expect(made.figures).toMatchObject({ ...year, rule: { version: 1, attended: 4 } });
    expect(cellOf(made, 'counselling', { group: 'women' })).toBe(90);
    expect(cellOf(made, 'counselling', { region: 'abai' })).toBe(60);
    expect(cellOf(made, 'clinical', { group: 'women' })).toBe(60);
    expect(cellOf(made, 'care', { group: 'women' })).toBe(24);
  });

  it('tell nothing of a small group, and nothing that would give it away', () => {
    const few = people(3, { region: 'west', group: 'men', got: ['legal'] });
    const there = people(40, { region: 'west', group: 'women' });
    const made = told([...many, ...few, ...there]);
    expect(cellOf(made, 'legal', { region: 'west' })).toBe('hidden');
    const regions = ['almaty', 'turkistan', 'abai', null];
    const shown = regions.map((region) => cellOf(made, 'legal', { region }));
    expect(shown).toContain('hidden');
  });

  it('do not tell by a second look who got help in between', () => {
    const before = told(many);
    const [one] = people(1, { region: 'almaty', group: 'women', got: ['counselling'] });
    const later = told([...many, one as CountedPerson], [before.releases], { to: '2026-12-31' });
    expect(cellOf(later, 'counselling', { group: 'women' })).toBe('hidden');
  });

  it('tell nothing at all where there is nobody', () => {
    expect(makeHelpFigures({ ...year, people: [], ledger: [] }).kind).toBe('refused');
  });

  it('count a child until the year in which it turns eighteen, and nobody of an unknown birth', () => {
    expect(groupOf({ sex: 'female', bornYear: 2009 }, 2026)).toBe('children');
    expect(groupOf({ sex: 'female', bornYear: 2008 }, 2026)).toBe('women');
    expect(groupOf({ sex: 'male', bornYear: 1990 }, 2026)).toBe('men');
    expect(groupOf({ sex: 'unknown', bornYear: 1990 }, 2026)).toBeNull();
    expect(groupOf({ sex: 'female', bornYear: null }, 2026)).toBeNull();
  });
});
