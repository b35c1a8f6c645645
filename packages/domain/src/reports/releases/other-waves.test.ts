import { describe, expect, it } from 'vitest';
import type { Answers } from '../../instruments/index.ts';
import type { OtherWave } from '../protection/other-wave.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { tablesOf } from '../tables-of.ts';
import type { AnalysisPlan } from './analysis-plan.ts';
import type { EarlierRelease } from './earlier-releases.ts';
import { runPlan } from './run-plan.ts';

/** Forty women: half of them rent, every fourth works; how calm they are hangs on the day. */
const forty = (day: number): Answers[] =>
  Array.from({ length: 40 }, (_, n) => ({
    age: 20 + (n % 20),
    home: n % 2 === 0 ? 'own' : 'rent',
    works: n % 4 < 1,
    calm: ['never', 'seldom', 'sometimes', 'often'][(n * day) % 4]!,
    tense: ['sometimes', 'often', 'never'][(n + n * day) % 3]!,
    wishes: (n * day) % 3 === 0 ? ['house'] : ['work'],
  }));

const factsOf = (given: readonly Answers[]) => smallWave(given.map((answers) => ({ answers })));

const PLAN: AnalysisPlan = {
  waveId: '00000000-0000-4000-8000-000000000002',
  audience: 'network',
  population: [],
  sections: null,
};

type Given = Partial<
  Pick<Parameters<typeof runPlan>[1], 'facts' | 'earlier' | 'otherWaves' | 'apart'>
>;
const run = (plan: AnalysisPlan, given: Given) =>
  runPlan(plan, {
    ...{ facts: factsOf(forty(3)), earlier: [], forms: [SMALL_FORM], language: 'en' },
    ...given,
    snapshot: 'now',
  });

function released(women: readonly Answers[]): EarlierRelease {
  const outcome = run(PLAN, { facts: factsOf(women) });
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  const { report } = outcome;
  return { number: 4, audience: 'network', population: [], snapshot: 'then', report };
}

const THEN = forty(1);

/** The first wave, from which one woman did not come back to the second. */
function panelWithout(woman: Answers): OtherWave {
  const women = [...THEN, woman];
  const facts = factsOf(women);
  return {
    ...{ release: 4, audience: 'network', facts, erased: 0 },
    tables: tablesOf(released(women).report).map(({ id }) => id),
    pairs: THEN.map((_, i) => [facts.responses[i]!.id, `response-${i + 1}`] as const),
  };
}

describe('a report of the second wave of a panel', () => {
  const otherWaves = [panelWithout(THEN[3]!)];

  it('is refused with the tables that would tell of the one who stayed away, and passes without them', () => {
    const outcome = run(PLAN, { otherWaves });
    expect(outcome).toMatchObject({ kind: 'refused', code: 'other-wave', release: 4 });
    if (outcome.kind !== 'refused' || !outcome.instead) throw new Error('no smaller plan');
    expect(outcome.details).toEqual(
      expect.arrayContaining(['frequency-small-home', 'frequency-small-works']),
    );
    // How calm somebody is changes by itself, and hides her among those who changed.
    expect(outcome.details).not.toContain('items-small-ease');
    expect(outcome.titles['frequency-small-home']).toBe('Home');
    expect(outcome.instead).toEqual({ ...PLAN, without: outcome.details });
    const instead = run(outcome.instead, { otherWaves });
    if (instead.kind === 'refused') throw new Error(instead.code);
    const left = tablesOf(instead.report).map(({ id }) => id);
    expect(left).toContain('items-small-ease');
    expect(left.filter((id) => outcome.details.includes(id))).toEqual([]);
  });

  it('passes where the first release did not tell of what hardly anybody answers otherwise', () => {
    const [other] = otherWaves;
    const tables = other!.tables.filter((id) => /-ease/.test(id));
    expect(run(PLAN, { otherWaves: [{ ...other!, tables }] }).kind).toBe('report');
  });

  it('is refused as long as a woman who took her answers back would stand alone', () => {
    const facts = factsOf(THEN);
    const [other] = otherWaves;
    for (const erased of [1, null]) {
      const outcome = run(PLAN, { otherWaves: [{ ...other!, facts, erased }] });
      expect(outcome).toMatchObject({ kind: 'refused', code: 'other-wave' });
    }
    expect(run(PLAN, { otherWaves: [{ ...other!, facts, erased: 0 }] }).kind).toBe('report');
  });

  it('is exact for analysts, who see the answers', () => {
    expect(run({ ...PLAN, audience: 'internal' }, { otherWaves }).kind).toBe('report');
  });
});

describe('a wave in which nobody can say who is in both', () => {
  it('is refused where nearly as many gave each answer as in a wave that was released', () => {
    const apart = [released([...THEN, THEN[3]!])];
    const outcome = run(PLAN, { facts: factsOf(THEN), apart });
    expect(outcome).toMatchObject({ kind: 'refused', code: 'other-wave', release: 4 });
    if (outcome.kind !== 'refused' || !outcome.instead) throw new Error('no smaller plan');
    expect(run(outcome.instead, { facts: factsOf(THEN), apart }).kind).toBe('report');
  });

  it('passes where other women answered, or many more or fewer', () => {
    const apart = [released(THEN)];
    expect(run(PLAN, { facts: factsOf(THEN.slice(0, 34)), apart }).kind).toBe('report');
    const others = THEN.map((woman, n) => ({
      ...woman,
      age: 40 + (n % 7),
      home: n % 4 === 0 ? 'own' : 'rent',
      works: n % 2 < 1,
    }));
    const outcome = run(PLAN, { facts: factsOf(others), apart });
    expect(outcome.kind === 'refused' ? outcome.details : []).toEqual([]);
  });
});
