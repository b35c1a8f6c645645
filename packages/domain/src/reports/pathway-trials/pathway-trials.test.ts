import { describe, expect, it } from 'vitest';
import { DEFAULT_PATHWAY, type Pathway } from '../../pathways/index.ts';
import { type StoredPerson, type Tried, type TriedStep, tellTrial, triedOn } from './index.ts';

const SEED = 'a secret of the installation';
/** So many people of one region who come to one step and would come to another. */
const people = (
  count: number,
  [now, tried]: readonly [TriedStep, TriedStep],
  { region = 'almaty', language = 'kk' } = {},
): Tried[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ region, language, now, tried },
    family: `${region} ${language} ${now} ${tried} ${at}`,
  }));
const told = (given: readonly Tried[], ledger: readonly unknown[] = [], id = 'first') => {
  const made = tellTrial({ id, people: given, ledger, seed: SEED });
  if (made.kind !== 'told') throw new Error(made.kind);
  return made;
};
const many = [
  ...people(40, ['2', '2']),
  ...people(35, ['3', '3']),
  ...people(25, ['3', '4']),
  ...people(30, ['4', '4']),
  ...people(20, ['1', '1']),
  ...people(30, ['2', '2'], { region: 'abai', language: 'ru' }),
  ...people(20, ['3', '3'], { region: 'abai', language: 'ru' }),
  ...people(25, ['4', '4'], { region: 'abai', language: 'ru' }),
  ...people(15, ['1', '1'], { region: 'abai', language: 'ru' }),
];

describe('what is told of a version that was tried on past people', () => {
  it('is how many come to each step before and after, who moves from where to where, by region and language', () => {
    const { result } = told(many);
    const total = (side: 'now' | 'tried', step: TriedStep) =>
      result.totals.find((each) => each.side === side && each.step === step)?.cell;
    expect([total('now', '3'), total('tried', '3'), total('tried', '4')]).toEqual([80, 55, 80]);
    expect(result.moves.find(({ now, tried }) => now === '3' && tried === '4')?.cell).toBe(25);
    expect(result.regions.some(({ group, cell }) => group === 'abai' && cell !== 'hidden')).toBe(
      true,
    );
    expect(result.languages.some(({ group }) => group === 'ru')).toBe(true);
  });

  it('is never a small group, and never a number that is not of whole fives', () => {
    const { result } = told([...many, ...people(3, ['2', '1']), ...people(8, ['4', '3'])]);
    const cellOf = (now: TriedStep, tried: TriedStep) =>
      result.moves.find((each) => each.now === now && each.tried === tried)?.cell;
    expect(cellOf('2', '1')).toBe('hidden');
    for (const { cell } of [...result.moves, ...result.totals, ...result.regions]) {
      if (cell !== 'hidden') expect(cell % 5).toBe(0);
    }
  });

  it('hides by a second version whom its rule was made to point at', () => {
    const first = told(many);
    // One woman of step 3 comes to step 4 by the second version, and nothing else is different.
    const at = many.findIndex(({ tried }) => tried === '3');
    const pointed = many.with(at, { ...(many[at] as Tried), tried: '4' });
    const second = told(pointed, [first.releases], 'second');
    const after = (step: TriedStep) =>
      second.result.totals.find((each) => each.side === 'tried' && each.step === step)?.cell;
    expect([after('3'), after('4')]).toEqual(['hidden', 'hidden']);
  });

  it('is nothing where there are few', () => {
    expect(tellTrial({ id: 'x', people: [], ledger: [], seed: SEED }).kind).toBe('refused');
    const few = people(4, ['3', '4']);
    expect(tellTrial({ id: 'x', people: few, ledger: [], seed: SEED }).kind).toBe('refused');
  });
});

const phq9 = (id: number, takenOn: string, value: number, bands: readonly string[]) => ({
  ...{ id: `a${id}`, formCode: 'phq-9', informant: 'self' as const, language: 'kk' as const },
  ...{ takenOn, conclusions: [], sealed: null, supersedes: null },
  scores: [
    {
      ...{ kind: 'scored' as const, scale: 'phq-9', version: '1', answered: 9, of: 9 },
      ...{ coding: 'x', value, pomp: 0, bands: [...bands] },
    },
  ],
});
const mother: StoredPerson = {
  ...{ personId: 'p', family: 'f', region: 'almaty', bornYear: 1990, dangers: [], decisions: [] },
  assessments: [
    phq9(1, '2026-03-01', 12, ['moderate', 'ten-or-more']),
    phq9(2, '2026-06-01', 11, ['moderate', 'ten-or-more']),
  ],
};
const earlier: Pathway = {
  ...DEFAULT_PATHWAY,
  rules: DEFAULT_PATHWAY.rules.map((rule) =>
    rule.id === 'clinical-range' && rule.gives === 'step'
      ? {
          ...rule,
          when: JSON.parse(
            JSON.stringify(rule.when).replaceAll(
              '["moderately-severe"',
              '["moderate","moderately-severe"',
            ),
          ),
        }
      : rule,
  ),
};
const on = (person: StoredPerson) =>
  triedOn(person, {
    ...{ inForce: DEFAULT_PATHWAY, pathway: earlier },
    formsOnSafety: new Set(['phq-9']),
  });

describe('the step somebody would have come to', () => {
  it('is that of the day of her newest answers, by both pathways and of the same facts', () => {
    expect(on(mother)).toMatchObject({ now: '3', tried: '4', language: 'kk', region: 'almaty' });
  });

  it('counts a danger that stood on that day, not one that was over or came later', () => {
    const danger = { kind: 'suicide', urgency: 'now' } as const;
    const with_ = (at: string, overOn: string | null) =>
      on({ ...mother, dangers: [{ ...danger, on: at, overOn }] })?.now;
    expect(with_('2026-06-01', null)).toBe('danger');
    expect(with_('2026-06-01', '2026-06-02')).toBe('danger');
    expect(with_('2026-03-01', '2026-03-05')).toBe('3');
    expect(with_('2026-07-01', null)).toBe('3');
  });

  it('goes from the step that stood before, as a re-screen does', () => {
    const confirmed = (decidedOn: string): StoredPerson['decisions'][number] => ({
      ...{ id: 'd', proposalId: 'q', words: null },
      ...({ kind: 'confirmed', step: '3', wish: 'wants' } as const),
      ...{ functioning: null, decidedBy: 's', decidedOn, decidedAt: `${decidedOn}T05:00:00.000Z` },
    });
    const at = (decidedOn: string) => on({ ...mother, decisions: [confirmed(decidedOn)] })?.now;
    // No better while still elevated: one step more. What was decided afterwards is not known yet.
    expect(at('2026-03-01')).toBe('4');
    expect(at('2026-06-01')).toBe('3');
  });

  it('is nobody’s who answered nothing', () => {
    expect(on({ ...mother, assessments: [] })).toBeNull();
  });
});
