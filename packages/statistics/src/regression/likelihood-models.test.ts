import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CountQuestion,
  hosmerLemeshow,
  type LogisticModel,
  type LogisticQuestion,
  logisticModel,
  negativeBinomialModel,
  ordinalLogit,
  poissonModel,
  predictMean,
  profileIntervals,
  proportionalOdds,
  robustCoefficients,
} from '../index.ts';

const numeric = (name: string, values: (number | null)[]) =>
  ({ kind: 'numeric', name, values }) as const;

function yesOrNo(question: LogisticQuestion, method?: 'firth'): LogisticModel {
  const model = logisticModel(question, method ? { method } : {});
  if (model.kind !== 'estimated') throw new Error(model.reason);
  return model;
}

const AGES = [18, 22, 25, 27, 31, 33, 38, 41, 44, 47, 52, 58];
const IN_SCHOOL = [1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 0];
/** Young people at school, older ones not, without exception. */
const SEPARATED = AGES.map((age) => (age < 40 ? 1 : 0));

describe('a logistic model', () => {
  it('of two groups gives the odds ratio of their table', () => {
    const sex = ['f', 'f', 'f', 'f', 'f', 'm', 'm', 'm', 'm', 'm'];
    const outcome = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    const model = yesOrNo({
      outcome,
      predictors: [{ kind: 'factor', name: 'sex', values: sex, levels: ['f', 'm'] }],
    });
    expect(model.coefficients[1]?.ratio).toBeCloseTo((1 * 2) / (4 * 3), 10);
    expect(model.fitted[0]).toBeCloseTo(0.6, 10);
    expect(model).toMatchObject({ method: 'maximum-likelihood', separated: [], df: 8 });
  });

  it('says the opposite of the opposite question', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), {
      minLength: 12,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cases, (pairs) => {
        const x = pairs.map(([value]) => value);
        const yes = pairs.map(([, is]) => (is ? 1 : 0));
        const model = logisticModel({ outcome: yes, predictors: [numeric('x', x)] });
        const other = logisticModel({
          outcome: yes.map((value) => 1 - value),
          predictors: [numeric('x', x)],
        });
        expect(other.kind).toBe(model.kind);
        if (model.kind !== 'estimated' || other.kind !== 'estimated') return;
        expect(other.method).toBe(model.method);
        model.coefficients.forEach(({ estimate }, i) => {
          expect(other.coefficients[i]?.estimate).toBeCloseTo(-estimate, 6);
        });
        const expected = model.fitted.reduce((sum, value) => sum + value, 0);
        const observed = yes.reduce((sum: number, value) => sum + value, 0);
        if (model.method === 'maximum-likelihood') expect(expected).toBeCloseTo(observed, 6);
      }),
    );
  });

  it('of an outcome that age tells without error says so, and stays finite', () => {
    const model = yesOrNo({ outcome: SEPARATED, predictors: [numeric('age', AGES)] });
    expect(model).toMatchObject({
      method: 'firth',
      separated: [
        { name: '(intercept)', towards: 'plus-infinity' },
        { name: 'age', towards: 'minus-infinity' },
      ],
    });
    expect(model.coefficients[1]?.estimate).toBeLessThan(0);
    const [, age] = profileIntervals(model);
    expect(age?.high).toBeLessThan(0);
    expect(Number.isFinite(age?.low)).toBe(true);
  });

  it('is called separated exactly when the ages of the two groups do not overlap', () => {
    const cases = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 1 })),
      {
        minLength: 4,
        maxLength: 14,
      },
    );
    const varies = (values: number[]) => new Set(values).size > 1;
    fc.assert(
      fc.property(cases, (pairs) => {
        const x = pairs.map(([value]) => value);
        const outcome = pairs.map(([, yes]) => yes);
        fc.pre(varies(x) && varies(outcome));
        const of = (yes: number) => pairs.filter(([, is]) => is === yes).map(([value]) => value);
        const isApart =
          Math.max(...of(0)) <= Math.min(...of(1)) || Math.max(...of(1)) <= Math.min(...of(0));
        const model = yesOrNo({ outcome, predictors: [numeric('x', x)] });
        expect(model.separated.length > 0).toBe(isApart);
        expect(model.method).toBe(isApart ? 'firth' : 'maximum-likelihood');
      }),
      { numRuns: 300 },
    );
  });

  it('is not taken for separated when one exception stands far out', () => {
    const outcome = [...SEPARATED, 1];
    const model = yesOrNo({ outcome, predictors: [numeric('age', [...AGES, 1000])] });
    expect(model).toMatchObject({ method: 'maximum-likelihood', separated: [] });
  });

  it("by Firth lies nearer to no difference, as a prior of Jeffreys' does", () => {
    const question = { outcome: IN_SCHOOL, predictors: [numeric('age', AGES)] };
    const plain = yesOrNo(question);
    const firth = yesOrNo(question, 'firth');
    expect(firth).toMatchObject({ method: 'firth', separated: [] });
    expect(Math.abs(firth.coefficients[1]?.estimate ?? 0)).toBeLessThan(
      Math.abs(plain.coefficients[1]?.estimate ?? 0),
    );
    expect(plain.penalisedLogLikelihood).toBeNull();
  });

  it('has profile intervals that hold the estimate and grow with the level', () => {
    const model = yesOrNo({ outcome: IN_SCHOOL, predictors: [numeric('age', AGES)] });
    const narrow = profileIntervals(model, 0.8);
    const wide = profileIntervals(model, 0.99);
    model.coefficients.forEach(({ estimate }, i) => {
      expect(narrow[i]?.low).toBeLessThan(estimate);
      expect(narrow[i]?.high).toBeGreaterThan(estimate);
      expect(wide[i]?.low).toBeLessThan(narrow[i]?.low ?? 0);
      expect(wide[i]?.high).toBeGreaterThan(narrow[i]?.high ?? 0);
    });
  });

  it('expects of new people what it expects of those like them, between 0 and 1', () => {
    const model = yesOrNo({ outcome: IN_SCHOOL, predictors: [numeric('age', AGES)] });
    const [first, missing, child] = predictMean(model, { age: [18, null, -100] });
    expect(first?.expected).toBeCloseTo(model.fitted[0] ?? 0, 12);
    expect(missing).toBeNull();
    expect(child?.high).toBeLessThanOrEqual(1);
    expect(child?.low).toBeGreaterThanOrEqual(0);
    expect(child?.low).toBeLessThan(child?.expected ?? 0);
  });

  it('is checked in groups of risk that hold everybody once', () => {
    const model = yesOrNo({ outcome: IN_SCHOOL, predictors: [numeric('age', AGES)] });
    const check = hosmerLemeshow(model, 4);
    if (check.kind !== 'estimated') throw new Error(check.reason);
    expect(check.groups.map(({ n }) => n)).toEqual([3, 3, 3, 3]);
    expect(check.df).toBe(2);
    expect(check.groups.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(6, 8);
    expect(() => hosmerLemeshow(model, 2)).toThrow('groups: 2');
    const mean = yesOrNo({ outcome: IN_SCHOOL, predictors: [] });
    expect(hosmerLemeshow(mean)).toMatchObject({ reason: 'fewer-than-three-groups' });
  });

  it('says why it cannot be had', () => {
    expect(logisticModel({ outcome: [1, 1, 1], predictors: [] })).toMatchObject({
      reason: 'outcome-does-not-vary',
    });
    expect(() => logisticModel({ outcome: [1, 2, 0], predictors: [] })).toThrow(
      'neither 0 nor 1: 2',
    );
  });
});

const VISITS = [0, 2, 1, 5, 0, 3, 9, 1, 0, 14, 2, 7];

describe('a model of counts', () => {
  it('of one rate has the visits by the months', () => {
    const exposure = VISITS.map((_, i) => 1 + (i % 3));
    const model = poissonModel({ outcome: VISITS, exposure, predictors: [] });
    if (model.kind !== 'estimated') throw new Error(model.reason);
    expect(model.coefficients[0]?.ratio).toBeCloseTo(44 / 24, 10);
    expect(model.likelihoodRatio).toBeNull();
  });

  it('counted over weeks instead of months has the same ratios', () => {
    const predictors = [numeric('age', AGES)];
    const months = poissonModel({ outcome: VISITS, exposure: VISITS.map(() => 1), predictors });
    const weeks = poissonModel({ outcome: VISITS, exposure: VISITS.map(() => 4.35), predictors });
    if (months.kind !== 'estimated' || weeks.kind !== 'estimated') throw new Error('not estimated');
    expect(weeks.coefficients[1]?.ratio).toBeCloseTo(months.coefficients[1]?.ratio ?? 0, 10);
    expect(weeks.coefficients[0]?.ratio).toBeCloseTo(
      (months.coefficients[0]?.ratio ?? 0) / 4.35,
      10,
    );
  });

  it('whose counts scatter too much says so, and is less sure with robust errors or a theta', () => {
    const question: CountQuestion = { outcome: VISITS, predictors: [numeric('age', AGES)] };
    const poisson = poissonModel(question);
    const negative = negativeBinomialModel(question);
    if (poisson.kind !== 'estimated' || negative.kind !== 'estimated')
      throw new Error('not estimated');
    expect(poisson.dispersion.ratio).toBeGreaterThan(2);
    expect(poisson.dispersion.p).toBeLessThan(0.001);
    expect(negative.againstPoisson.p).toBeLessThan(0.001);
    const plain = poisson.coefficients[1]?.standardError ?? 0;
    expect(negative.coefficients[1]?.standardError).toBeGreaterThan(plain);
    const robust = robustCoefficients(poisson, { kind: 'HC3' });
    if (robust.kind !== 'estimated') throw new Error(robust.reason);
    expect(robust.coefficients[1]?.standardError).toBeGreaterThan(plain);
  });

  it('whose counts scatter less than chance has no theta', () => {
    const outcome = [2, 2, 3, 2, 3, 2, 2, 3];
    expect(negativeBinomialModel({ outcome, predictors: [] })).toEqual({
      kind: 'not-estimable',
      reason: 'no-overdispersion',
      n: 8,
    });
  });

  it('whose counts hardly scatter more than chance has a large theta, or none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 25 }),
        (outcome) => {
          fc.pre(new Set(outcome).size > 1);
          const x = outcome.map((_, i) => (i * 5) % 7);
          const model = negativeBinomialModel({ outcome, predictors: [numeric('x', x)] });
          if (model.kind !== 'estimated') {
            expect(['no-overdispersion', 'estimates-are-infinite']).toContain(model.reason);
          } else {
            expect(model.theta.estimate).toBeGreaterThan(0);
            expect(model.theta.standardError).toBeGreaterThan(0);
            expect(model.againstPoisson.chiSquare).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names the region in which nothing was ever counted', () => {
    const region = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'c', 'c', 'c'];
    const outcome = [3, 0, 2, 0, 0, 0, 4, 1, 9, 0, 2, 8];
    const question: CountQuestion = {
      outcome,
      predictors: [{ kind: 'factor', name: 'region', values: region, levels: ['a', 'b', 'c'] }],
    };
    const infinite = [{ name: 'region=b', towards: 'minus-infinity' }];
    expect(poissonModel(question)).toMatchObject({ reason: 'estimates-are-infinite', infinite });
    expect(negativeBinomialModel(question)).toMatchObject({
      reason: 'estimates-are-infinite',
      infinite,
    });
  });

  it('takes whole numbers from 0 up and exposures above 0', () => {
    expect(() => poissonModel({ outcome: [1, 2.5], predictors: [] })).toThrow('not a count: 2.5');
    expect(() => poissonModel({ outcome: [1, -1], predictors: [] })).toThrow('not a count: -1');
    expect(() => poissonModel({ outcome: [1, 2], exposure: [1, 0], predictors: [] })).toThrow(
      'not an exposure: 0',
    );
  });
});

const ANSWERS = [
  'never',
  'often',
  'never',
  'seldom',
  'often',
  'seldom',
  'often',
  'never',
  'often',
  'seldom',
  'often',
  'seldom',
];
const LEVELS = ['never', 'seldom', 'often'];

function graded(outcome: (string | null)[], levels: string[], x = AGES) {
  const model = ordinalLogit({ outcome, levels, predictors: [numeric('age', x)] });
  if (model.kind !== 'estimated') throw new Error(model.reason);
  return model;
}

describe('a model of ordered answers', () => {
  it('with two levels is the logistic one', () => {
    const ordered = graded(
      IN_SCHOOL.map((value) => (value === 1 ? 'yes' : 'no')),
      ['no', 'yes'],
    );
    const plain = yesOrNo({ outcome: IN_SCHOOL, predictors: [numeric('age', AGES)] });
    expect(ordered.coefficients[0]?.estimate).toBeCloseTo(plain.coefficients[1]?.estimate ?? 0, 8);
    expect(ordered.coefficients[0]?.standardError).toBeCloseTo(
      plain.coefficients[1]?.standardError ?? 0,
      8,
    );
    expect(ordered.thresholds[0]?.estimate).toBeCloseTo(-(plain.coefficients[0]?.estimate ?? 0), 8);
    expect(ordered.thresholds[0]?.name).toBe('no|yes');
  });

  it('turned upside down has the opposite slope', () => {
    const up = graded(ANSWERS, LEVELS);
    const down = graded(ANSWERS, LEVELS.toReversed());
    expect(down.coefficients[0]?.estimate).toBeCloseTo(-(up.coefficients[0]?.estimate ?? 0), 8);
    expect(down.thresholds[0]?.estimate).toBeCloseTo(-(up.thresholds[1]?.estimate ?? 0), 8);
    expect(down.logLikelihood).toBeCloseTo(up.logLikelihood, 10);
  });

  it('gives everybody probabilities that add up to one, and leaves out a level that nobody has', () => {
    const model = graded([...ANSWERS.slice(0, 11), null], [...LEVELS, 'always']);
    expect(model.levels).toEqual([
      { level: 'never', n: 3 },
      { level: 'seldom', n: 3 },
      { level: 'often', n: 5 },
    ]);
    expect(model).toMatchObject({ n: 11, missing: 1 });
    for (let i = 0; i < 11; i += 1) {
      const sum = model.probabilities.reduce((total, column) => total + (column[i] ?? 0), 0);
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  it('finds that a predictor that moves only the highest answers has no proportional odds', () => {
    // The old are as often above "never" as the young, but never stop at "seldom".
    const cases = Array.from({ length: 120 }, (_, i) => ({
      old: i % 2,
      place: (Math.floor(i / 2) * 7) % 10,
    }));
    const outcome = cases.map(({ old, place }) => {
      if (place < 4) return 'never';
      return place < (old ? 5 : 9) ? 'seldom' : 'often';
    });
    const uneven = proportionalOdds(
      graded(
        outcome,
        LEVELS,
        cases.map(({ old }) => old),
      ),
    );
    if (uneven.kind !== 'estimated') throw new Error(uneven.reason);
    expect(uneven).toMatchObject({ df: 1, coefficients: [{ name: 'age', df: 1 }] });
    expect(uneven.p).toBeLessThan(0.001);
    expect(uneven.coefficients[0]?.atThresholds[0]).toBeCloseTo(0, 8);
    expect(uneven.coefficients[0]?.atThresholds[1]).toBeGreaterThan(1);
  });

  it('has nothing to compare between thresholds when there is one, or no predictor', () => {
    const two = graded(
      IN_SCHOOL.map((value) => (value === 1 ? 'yes' : 'no')),
      ['no', 'yes'],
    );
    expect(proportionalOdds(two)).toMatchObject({ reason: 'two-levels-only' });
    const mean = ordinalLogit({ outcome: ANSWERS, levels: LEVELS, predictors: [] });
    if (mean.kind !== 'estimated') throw new Error(mean.reason);
    expect(proportionalOdds(mean)).toMatchObject({ reason: 'no-coefficients' });
    const highest = graded(
      AGES.map((age, i) =>
        age > 44 ? 'often' : (ANSWERS.filter((a) => a !== 'often')[i % 7] ?? null),
      ),
      LEVELS,
    );
    expect(proportionalOdds(highest)).toMatchObject({ reason: 'a-threshold-has-no-estimates' });
  });

  it('says why it cannot be had', () => {
    const told = AGES.map((age) => (age < 28 ? 'never' : age < 45 ? 'seldom' : 'often'));
    const of = (outcome: (string | null)[], levels = LEVELS) =>
      ordinalLogit({ outcome, levels, predictors: [numeric('age', AGES)] });
    expect(of(told)).toMatchObject({ reason: 'estimates-are-infinite' });
    expect(of(AGES.map(() => 'often'))).toMatchObject({ reason: 'outcome-does-not-vary', n: 12 });
    expect(of(AGES.map(() => null))).toMatchObject({ reason: 'no-complete-cases', n: 0 });
    expect(
      of(AGES.map((_, i) => ['never', 'seldom', 'often', null][Math.min(i, 3)] ?? null)),
    ).toMatchObject({
      reason: 'as-many-parameters-as-cases',
    });
    expect(() => of(ANSWERS, ['never', 'often'])).toThrow('no level "seldom"');
    expect(() => of(ANSWERS, [...LEVELS, 'often'])).toThrow('a level twice');
  });
});
