import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PATHWAY } from './default-pathway.ts';
import type { PathwayFacts } from './pathway-facts.ts';
import { NOTHING_KNOWN } from './pathway-facts.ts';
import { stepOf } from './step-of.ts';
import { LICENSED_OFFERS, STEPS, type Step, weightOf } from './steps.ts';
import {
  bandsOf,
  concluded,
  OUTLINES,
  TODAY,
  taken,
  WELL,
  withResult,
} from './testing/known-people.ts';

const step = (facts: PathwayFacts) => stepOf(DEFAULT_PATHWAY, facts, TODAY);
const since = '2026-10-01';
const standing = (on: Step): PathwayFacts['standing'] => ({ step: on, since, careSince: since });

/** Someone re-screened by the PHQ-8: what it was when care began, in between, and today. */
const asked = (...values: number[]): PathwayFacts => ({
  ...WELL,
  assessments: values.map((value, at) =>
    taken('phq-8', value, { on: ['2026-10-01', '2026-11-01', TODAY].slice(-values.length)[at]! }),
  ),
  needs: [],
});

describe('the default pathway', () => {
  it.each<[form: string, value: number, expected: Step]>([
    ['phq-8', 4, '1'],
    ['phq-8', 5, '2'],
    ['phq-8', 9, '2'],
    ['phq-8', 10, '3'],
    ['phq-8', 14, '3'],
    ['phq-8', 15, '4'],
    ['phq-8', 24, '4'],
    ['phq-9', 4, '1'],
    ['phq-9', 5, '2'],
    ['phq-9', 9, '2'],
    ['phq-9', 10, '3'],
    ['phq-9', 14, '3'],
    ['phq-9', 15, '4'],
    ['phq-9', 27, '4'],
    ['gad-7', 4, '1'],
    ['gad-7', 5, '2'],
    ['gad-7', 9, '2'],
    ['gad-7', 10, '3'],
    ['gad-7', 14, '3'],
    ['gad-7', 15, '4'],
    ['gad-7', 21, '4'],
    ['who-5', 52, '1'],
    ['who-5', 48, '2'],
    ['who-5', 0, '2'],
    ['ghq-12', 0, '1'],
    ['ghq-12', 1, '2'],
    ['ghq-12', 3, '2'],
    ['ghq-12', 4, '4'],
    ['ghq-12', 12, '4'],
  ])('gives %s of %i, all else being well, step %s', (form, value, expected) => {
    expect(step({ ...withResult(form, value), functioning: 'mild' }).step).toBe(expected);
  });

  it('goes up with what a colleague says of daily life', () => {
    expect(step({ ...withResult('who-5', 40), functioning: 'mild' }).step).toBe('2');
    expect(step({ ...withResult('who-5', 40), functioning: 'marked' }).step).toBe('3');
    expect(step({ ...withResult('ghq-12', 2), functioning: 'marked' }).step).toBe('3');
    expect(step({ ...WELL, functioning: 'severe' }).step).toBe('4');
  });

  it.each([
    ['ptsd', '4'],
    ['cptsd', '4'],
    ['neither', '1'],
  ] as const)('takes the ITQ by its rule: %s is step %s', (outcome, expected) => {
    const others = WELL.assessments.filter(({ form }) => form !== 'itq');
    const facts = { ...WELL, functioning: 'mild', assessments: [...others, concluded(outcome)] };
    expect(step(facts as PathwayFacts).step).toBe(expected);
  });

  it('sees to danger before everything, whatever else is known', () => {
    const signal = (urgency: 'now' | 'today'): PathwayFacts => ({
      ...WELL,
      signals: [{ kind: 'suicide', urgency }],
    });
    expect(step(signal('now'))).toMatchObject({ step: 'S0', withinHours: 1, rule: 'danger-now' });
    expect(step(signal('today'))).toMatchObject({ step: 'S1', withinHours: 24 });
    expect(step({ ...signal('today'), standing: standing('4') }).step).toBe('S1');
  });

  it('offers help with basic needs beside every step, danger as well', () => {
    const poor = (facts: PathwayFacts) =>
      step({ ...facts, needs: ['basic', 'papers'] }).beside.map(({ rule }) => rule);
    expect(poor(WELL)).toEqual(['basic-needs', 'papers']);
    expect(poor(withResult('phq-8', 24))).toEqual(['basic-needs', 'papers']);
    expect(poor({ ...WELL, signals: [{ kind: 'violence', urgency: 'now' }] })).toHaveLength(2);
    expect(step(WELL).beside).toEqual([]);
  });

  it('lets a support centre give no licensed therapy', () => {
    const heavy = step(withResult('phq-8', 20));
    expect(heavy.offers.map(({ isHere }) => isHere)).toEqual([false, false, false]);
    const clinic = { scope: 'licensed', without: ['medication'] } as const;
    const there = step({
      ...withResult('phq-8', 20),
      provider: { ...clinic, without: ['medication'] },
    });
    expect(there.offers.map(({ isHere }) => isHere)).toEqual([true, true, false]);
    expect(step({ ...withResult('phq-8', 20), provider: null }).offers[0]?.isHere).toBeNull();
  });
});

describe('a re-screen', () => {
  it('goes one step up where she is still in distress and no better, and a conference is offered', () => {
    const outcome = step({ ...asked(12, 12), standing: standing('3') });
    expect(outcome).toMatchObject({ step: '4', reason: 'up', rule: 'no-better' });
    expect(outcome.offers.map(({ offer }) => offer)).toContain('case-conference');
  });

  it('goes up at the smallest worsening that means something and not before', () => {
    expect(step({ ...asked(2, 6), standing: standing('2') })).toMatchObject({ step: '2' });
    expect(step({ ...asked(2, 7), standing: standing('2') })).toMatchObject({
      step: '3',
      rule: 'worse',
    });
  });

  it('goes up after two missed contacts with risk before, and not after one or without risk', () => {
    const missed = (missedContacts: number, riskBefore: boolean) =>
      step({ ...WELL, missedContacts, riskBefore, standing: standing('2') }).step;
    expect(missed(2, true)).toBe('3');
    expect(missed(1, true)).toBe('2');
    expect(missed(2, false)).toBe('2');
  });

  it('goes one step down only after a clear improvement and two results below the cut', () => {
    expect(step({ ...asked(16, 8, 8), standing: standing('4') })).toMatchObject({
      step: '3',
      reason: 'down',
    });
    expect(step({ ...asked(16, 8), standing: standing('4') })).toMatchObject({
      step: '4',
      reason: 'held',
    });
    expect(step({ ...asked(12, 10, 8), standing: standing('4') })).toMatchObject({ step: '4' });
    expect(step({ ...asked(9, 8, 8), standing: standing('4') })).toMatchObject({
      step: '4',
      reason: 'held',
    });
  });

  it('never goes down to nothing', () => {
    expect(step({ ...asked(16, 2, 2), standing: standing('2') })).toMatchObject({ step: '2' });
    expect(step({ ...asked(16, 2, 2), standing: standing('3') })).toMatchObject({ step: '2' });
    expect(step({ ...asked(16, 2, 2), standing: standing('S0') })).toMatchObject({ step: '3' });
  });
});

describe('what is not known', () => {
  it('is told and not guessed', () => {
    const nothing = step(NOTHING_KNOWN);
    expect(nothing).toMatchObject({ step: null, reason: 'undecided', offers: [] });
    expect(nothing.missing).toContainEqual({ about: 'safety', form: null });
    expect(nothing.missing).toContainEqual({ about: 'form', form: 'phq-8' });
    expect(new Set(nothing.missing.map((each) => JSON.stringify(each))).size).toBe(
      nothing.missing.length,
    );
  });

  it('is told beside a step that stands on what is known', () => {
    const outcome = step({ ...NOTHING_KNOWN, assessments: [taken('phq-8', 16)] });
    expect(outcome.step).toBe('4');
    expect(outcome.missing).toContainEqual({ about: 'safety', form: null });
    expect(outcome.missing).not.toContainEqual({ about: 'form', form: 'phq-8' });
  });

  it('is what too few answers, an old result or a day to come leave open', () => {
    const only = (facts: ReturnType<typeof taken>) =>
      step({ ...NOTHING_KNOWN, signals: [], assessments: [facts] }).step;
    expect(only(taken('phq-8', null))).toBeNull();
    expect(only(taken('phq-8', 20, { on: '2025-12-01' }))).toBe('4');
    expect(only(taken('phq-8', 20, { on: '2025-11-30' }))).toBeNull();
    expect(only(taken('phq-8', 20, { on: '2026-12-02' }))).toBeNull();
  });

  it('keeps the step that stands', () => {
    const outcome = step({ ...NOTHING_KNOWN, standing: standing('3') });
    expect(outcome).toMatchObject({ step: '3', reason: 'held' });
    expect(outcome.missing.length).toBeGreaterThan(3);
  });
});

it('never puts the answers of a mother and of her child together', () => {
  const both = (mother: number, child: number): PathwayFacts => ({
    ...WELL,
    assessments: [
      taken('phq-8', mother, { informant: 'caregiver' }),
      taken('phq-8', child, { informant: 'self', on: '2026-11-01' }),
      ...WELL.assessments.filter(({ form }) => form !== 'phq-8'),
    ],
  });
  // A mean of the two would be 10 and lie in step 3; either of them alone is enough for step 4.
  expect(step(both(0, 20)).step).toBe('4');
  expect(step(both(20, 0)).step).toBe('4');
  // One after the other they are no worsening of anybody.
  expect(step({ ...both(9, 3), standing: standing('2') }).step).toBe('2');
});

const scales = DEFAULT_PATHWAY.reads.map(({ form, scale, direction }) => {
  const known = OUTLINES.find(({ code }) => code === form)!.scales.find(({ id }) => id === scale)!;
  return { form, scale, direction, min: known.min, max: known.max };
});
const anyFacts: fc.Arbitrary<PathwayFacts> = fc.record({
  assessments: fc.array(
    fc
      .tuple(
        fc.constantFrom(...scales),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 28 }),
        fc.boolean(),
      )
      .map(([{ form, min, max }, part, day, isScored]) =>
        taken(form, isScored ? Math.round(min + part * (max - min)) : null, {
          on: `2026-11-${String(day).padStart(2, '0')}`,
        }),
      ),
    { maxLength: 6 },
  ),
  signals: fc.option(
    fc.array(
      fc.record({
        kind: fc.constantFrom('suicide', 'violence'),
        urgency: fc.constantFrom('now', 'today'),
      }),
    ),
  ),
  age: fc.option(fc.integer({ min: 0, max: 90 })),
  functioning: fc.option(fc.constantFrom('mild', 'marked', 'severe')),
  needs: fc.option(fc.subarray(['basic', 'papers', 'distress'] as const).map((own) => [...own])),
  events: fc.constant([]),
  missedContacts: fc.option(fc.integer({ min: 0, max: 4 })),
  standing: fc.option(fc.constantFrom(...STEPS).map(standing)) as fc.Arbitrary<
    PathwayFacts['standing']
  >,
  riskBefore: fc.option(fc.boolean()),
  provider: fc.option(
    fc.constantFrom(
      { scope: 'support-centre' as const, without: [] },
      { scope: 'licensed' as const, without: [] },
    ),
  ),
}) as fc.Arbitrary<PathwayFacts>;

describe('whatever is known of somebody', () => {
  it('danger comes first, and nothing goes below what she was promised', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const outcome = step(facts);
        const urgency = facts.signals?.some((signal) => signal.urgency === 'now')
          ? 'S0'
          : facts.signals?.length
            ? 'S1'
            : null;
        if (urgency) expect(outcome.step).toBe(urgency);
        if (outcome.step === null) {
          expect(outcome.missing).not.toEqual([]);
          expect(facts.standing).toBeNull();
        }
        if (facts.standing && outcome.step) {
          const stood = Math.min(weightOf(facts.standing.step), 4);
          expect(weightOf(outcome.step)).toBeGreaterThanOrEqual(
            Math.min(stood, Math.max(stood - 1, 2)),
          );
        }
        if (facts.provider?.scope === 'support-centre') {
          const given = outcome.offers.filter(({ isHere }) => isHere);
          expect(given.some(({ offer }) => LICENSED_OFFERS.has(offer))).toBe(false);
        }
        const isInNeed = facts.needs?.includes('basic') ?? false;
        expect(outcome.beside.some(({ rule }) => rule === 'basic-needs')).toBe(isInNeed);
      }),
      { numRuns: 400 },
    );
  });

  it('a worse result never leads to less', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), fc.nat({ max: 100 }), (facts, which, by) => {
        const at = which % Math.max(1, facts.assessments.length);
        const changed = facts.assessments[at];
        const value = changed?.scores[0]?.value;
        if (!changed || value === null || value === undefined) return;
        const { direction, scale, min, max } = scales.find(({ form }) => form === changed.form)!;
        const worse =
          direction === 'higher-is-worse' ? Math.min(max, value + by) : Math.max(min, value - by);
        // Only the newest one: a worse result before makes today an improvement.
        const newer = facts.assessments.some(
          (each) =>
            each.form === changed.form &&
            (each.takenOn > changed.takenOn ||
              (each.takenOn === changed.takenOn && each.id > changed.id)),
        );
        if (newer) return;
        const scores = [{ scale, value: worse, bands: bandsOf(changed.form, scale, worse) }];
        const after = step({
          ...facts,
          assessments: facts.assessments.with(at, { ...changed, scores }),
        });
        const before = step(facts);
        const weight = (on: Step | null) => (on ? weightOf(on) : 0);
        expect(weight(after.step)).toBeGreaterThanOrEqual(weight(before.step));
      }),
      { numRuns: 600 },
    );
  });

  it('the order in which it was recorded changes nothing', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(step({ ...facts, assessments: facts.assessments.toReversed() })).toEqual(
          step(facts),
        );
      }),
    );
  });
});
