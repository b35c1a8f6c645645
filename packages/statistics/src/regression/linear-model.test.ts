import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breuschPagan,
  durbinWatson,
  influence,
  type LinearModel,
  type LinearQuestion,
  linearModel,
  predictLinear,
  robustCoefficients,
  standardisedEstimates,
  typeTwoTests,
  varianceInflation,
} from '../index.ts';

const REGIONS = ['north', 'south', 'west'];

/** Distress of 24 mothers by age and region: a plan of numbers, no chance involved. */
function mothers(): LinearQuestion {
  const cases = Array.from({ length: 24 }, (_, i) => i);
  return {
    outcome: cases.map((i) => 10 + 0.2 * (i + 20) + (i % 3) + Math.sin(i * 1.7)),
    predictors: [
      { kind: 'numeric', name: 'age', values: cases.map((i) => i + 20) },
      { kind: 'factor', name: 'region', values: cases.map((i) => REGIONS[i % 3]), levels: REGIONS },
    ],
  };
}

function fitted(question: LinearQuestion): LinearModel {
  const model = linearModel(question);
  if (model.kind !== 'estimated') throw new Error(model.reason);
  return model;
}

const withNumeric = (outcome: number[], x: number[]): LinearQuestion => ({
  outcome,
  predictors: [{ kind: 'numeric', name: 'x', values: x }],
});

/** Predictor and outcome of some cases, the predictor never constant. */
const scatter = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 5,
    maxLength: 30,
  })
  .filter(
    (pairs) => new Set(pairs.map(([x]) => x)).size > 2 && new Set(pairs.map(([, y]) => y)).size > 2,
  )
  .map((pairs) => ({ x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) }));

describe('a linear model', () => {
  it('finds the line through points that lie on one, and says that nothing is left', () => {
    const model = fitted(withNumeric([3, 5, 7, 9], [1, 2, 3, 4]));
    expect(model.coefficients[0]).toMatchObject({ name: '(intercept)', term: null });
    expect(model.coefficients[0]?.estimate).toBeCloseTo(1, 12);
    expect(model.coefficients[1]?.estimate).toBeCloseTo(2, 12);
    expect(model).toMatchObject({ isPerfectFit: true, df: 2, n: 4, missing: 0, aliased: [] });
    expect(model.rSquared).toBeCloseTo(1, 14);
    expect(durbinWatson(model)).toMatchObject({ reason: 'residuals-are-nothing' });
  });

  it('with nothing at all left has infinite statistics, and no NaN', () => {
    const model = fitted({ ...withNumeric([2, 0, 0], [1, 0, 0]), intercept: 'none' });
    expect(model).toMatchObject({ residualSumOfSquares: 0, isPerfectFit: true, rSquared: 1 });
    expect(model.coefficients).toMatchObject([{ statistic: Number.POSITIVE_INFINITY, p: 0 }]);
    expect(model.f).toMatchObject({ statistic: Number.POSITIVE_INFINITY, p: 0 });
    expect(termsOf(model)).toEqual([{ term: 'x', df: 1, statistic: null, p: null }]);
    expect(influence(model).cookDistances).toEqual([null, null, null]);
  });

  it('leaves residuals that have nothing in common with the predictor', () => {
    fc.assert(
      fc.property(scatter, ({ x, y }) => {
        const { residuals } = fitted(withNumeric(y, x));
        const along = residuals.reduce((sum, residual, i) => sum + residual * (x[i] as number), 0);
        expect(Math.abs(along)).toBeLessThan(1e-8);
      }),
    );
  });

  it('says the same of everybody whichever region the others are compared with', () => {
    const question = mothers();
    const [age, region] = question.predictors;
    if (region?.kind !== 'factor' || !age) throw new Error('no region');
    const first = fitted(question);
    const other = fitted({ ...question, predictors: [age, { ...region, reference: 'west' }] });
    other.fitted.forEach((value, i) => {
      expect(value).toBeCloseTo(first.fitted[i] as number, 10);
    });
    const [, regionTest] = typeTwoTests(first).kind === 'estimated' ? termsOf(first) : [];
    expect(termsOf(other)[1]?.statistic).toBeCloseTo(regionTest?.statistic ?? 0, 10);
  });

  it('counts a case with the weight 3 as three cases', () => {
    const weights = [3, 1, 1, 1, 1];
    const x = [1, 2, 4, 5, 9];
    const y = [2, 1, 5, 4, 8];
    const weighted = fitted({ ...withNumeric(y, x), weights });
    const repeated = fitted(withNumeric([2, 2, ...y], [1, 1, ...x]));
    weighted.coefficients.forEach(({ estimate }, i) => {
      expect(estimate).toBeCloseTo(repeated.coefficients[i]?.estimate ?? 0, 12);
    });
    expect(weighted.rSquared).toBeCloseTo(repeated.rSquared, 12);
  });

  it('leaves out, and names, a column that the others give', () => {
    const question = mothers();
    const age = question.predictors[0]?.values as number[];
    const twice = {
      kind: 'numeric',
      name: 'twice',
      values: age.map((value) => 2 * value - 3),
    } as const;
    const model = fitted({ ...question, predictors: [...question.predictors, twice] });
    expect(model.aliased).toEqual(['twice']);
    expect(model.coefficients.map(({ name }) => name)).toEqual([
      '(intercept)',
      'age',
      'region=south',
      'region=west',
    ]);
    expect(termsOf(model)[2]).toEqual({ term: 'twice', df: 0, statistic: null, p: null });
    expect(varianceInflation(model)).toMatchObject({
      terms: [{ term: 'age' }, { term: 'region', df: 2 }, { term: 'twice', gvif: null, df: 0 }],
    });
  });

  it('names the region in which nobody lives', () => {
    const question = mothers();
    const [age, region] = question.predictors;
    if (region?.kind !== 'factor' || !age) throw new Error('no region');
    const levels = [...REGIONS, 'east'];
    expect(fitted({ ...question, predictors: [age, { ...region, levels }] }).aliased).toEqual([
      'region=east',
    ]);
  });

  it('gives standardised estimates that no unit of measurement changes', () => {
    const [, minutes] = standardisedEstimates(
      fitted(withNumeric([1, 3, 2, 5], [60, 120, 180, 300])),
    );
    const [none, hours] = standardisedEstimates(fitted(withNumeric([1, 3, 2, 5], [1, 2, 3, 5])));
    expect(none).toBeNull();
    expect(minutes).toBeCloseTo(hours ?? 0, 12);
  });

  it('says why it cannot be had', () => {
    expect(linearModel(withNumeric([], []))).toMatchObject({ reason: 'no-complete-cases', n: 0 });
    expect(linearModel(withNumeric([1, 2], [3, 4]))).toMatchObject({
      reason: 'as-many-parameters-as-cases',
    });
    expect(linearModel(withNumeric([2, 2, 2], [3, 4, 5]))).toMatchObject({
      reason: 'outcome-does-not-vary',
    });
    expect(linearModel({ outcome: [1, 2], predictors: [], intercept: 'none' })).toMatchObject({
      reason: 'nothing-to-estimate',
    });
    expect(() => linearModel({ ...withNumeric([1, 2, 4], [3, 4, 5]), weights: [1, 0, 1] })).toThrow(
      'not a weight: 0',
    );
    expect(() => linearModel(withNumeric([1, 2, 4], [3, 4, 5]), { level: 95 })).toThrow(
      'not a level',
    );
  });
});

function termsOf(model: LinearModel) {
  const tests = typeTwoTests(model);
  if (tests.kind !== 'estimated') throw new Error(tests.reason);
  return tests.terms;
}

describe('what one case does to a linear model', () => {
  it('adds up to the number of coefficients', () => {
    fc.assert(
      fc.property(scatter, ({ x, y }) => {
        const { leverages } = influence(fitted(withNumeric(y, x)));
        expect(leverages.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2, 10);
      }),
    );
  });

  it('is the distance to the model without the case', () => {
    const question = withNumeric([2, 1, 5, 4, 20], [1, 2, 4, 5, 9]);
    const whole = fitted(question);
    const without = fitted(withNumeric([2, 1, 5, 4], [1, 2, 4, 5]));
    const [there] = predictLinear(without, { x: [9] });
    const [here] = predictLinear(whole, { x: [9] });
    const { dffits, leverages } = influence(whole);
    const error = without.residualStandardDeviation * Math.sqrt(leverages[4] as number);
    expect(dffits[4]).toBeCloseTo(((here?.expected ?? 0) - (there?.expected ?? 0)) / error, 10);
  });

  it('is unknown for the only mother of her region', () => {
    const model = fitted({
      outcome: [1, 2, 4, 7],
      predictors: [
        { kind: 'factor', name: 'region', values: ['a', 'a', 'a', 'b'], levels: ['a', 'b'] },
      ],
    });
    const { standardisedResiduals, cookDistances, leverages } = influence(model);
    expect(leverages[3]).toBe(1);
    for (const measure of [standardisedResiduals, cookDistances]) {
      expect(measure.map((value) => value === null)).toEqual([false, false, false, true]);
    }
    expect(robustCoefficients(model, { kind: 'HC3' })).toMatchObject({
      reason: 'a-case-fits-itself',
    });
    expect(robustCoefficients(model, { kind: 'HC1' })).toMatchObject({ kind: 'estimated' });
  });
});

describe('robust errors', () => {
  it('with every mother a cluster of her own are those of White', () => {
    const model = fitted(mothers());
    const clusters = Array.from({ length: 24 }, (_, i) => `mother ${i}`);
    const own = robustCoefficients(model, { kind: 'CR0', clusters });
    const white = robustCoefficients(model, { kind: 'HC0' });
    if (own.kind !== 'estimated' || white.kind !== 'estimated') throw new Error('not estimated');
    own.coefficients.forEach(({ standardError }, i) => {
      expect(standardError).toBeCloseTo(white.coefficients[i]?.standardError ?? 0, 12);
    });
    expect(own).toMatchObject({ clusters: 24, df: 23 });
    expect(white).toMatchObject({ clusters: null, df: 20 });
  });

  it('need a cluster for every case, and more than one', () => {
    const model = fitted(mothers());
    const clustered = (clusters: (number | null)[]) =>
      robustCoefficients(model, { kind: 'CR1', clusters });
    expect(clustered(Array(24).fill(7))).toMatchObject({ reason: 'fewer-than-two-clusters' });
    expect(() => clustered([1, 2])).toThrow('differ in number');
    expect(() => clustered([null, ...Array(23).fill(1)])).toThrow('case 0 is in no cluster');
  });

  it('with too few clusters test no term of many columns', () => {
    const model = fitted(mothers());
    const clusters = Array.from({ length: 24 }, (_, i) => i % 2);
    expect(typeTwoTests(model, { kind: 'CR1', clusters })).toMatchObject({
      residualDf: 1,
      terms: [{ term: 'age' }, { term: 'region', df: 2, statistic: null, p: null }],
    });
  });
});

describe('tests of what a linear model takes for granted', () => {
  it('are not made of weighted models', () => {
    const model = fitted({
      ...mothers(),
      weights: Array.from({ length: 24 }, (_, i) => 1 + (i % 2)),
    });
    expect(breuschPagan(model)).toMatchObject({ reason: 'weighted', n: 24 });
    expect(durbinWatson(model)).toMatchObject({ reason: 'weighted', n: 24 });
  });

  it('need something to depend on', () => {
    const mean = fitted({ outcome: [1, 2, 5, 3], predictors: [] });
    expect(breuschPagan(mean)).toMatchObject({ reason: 'only-an-intercept' });
    expect(varianceInflation(mean)).toMatchObject({ reason: 'fewer-than-two-terms' });
    const origin = fitted({ ...withNumeric([1, 2, 5], [1, 2, 3]), intercept: 'none' });
    expect(breuschPagan(origin)).toMatchObject({ reason: 'no-intercept' });
    expect(varianceInflation(origin)).toMatchObject({ reason: 'no-intercept' });
    expect(standardisedEstimates(origin)).toEqual([null]);
    const even = fitted(withNumeric([1, -1, -1, 1], [1, 2, 3, 4]));
    expect(breuschPagan(even)).toMatchObject({ reason: 'squared-residuals-do-not-vary' });
  });

  it('find that neighbours are alike, and that they differ', () => {
    const x = Array.from({ length: 30 }, (_, i) => (i * 7) % 30);
    const wave = durbinWatson(
      fitted(
        withNumeric(
          x.map((v, i) => v + 9 * Math.sin(i / 4)),
          x,
        ),
      ),
    );
    const zigzag = durbinWatson(
      fitted(
        withNumeric(
          x.map((v, i) => v + 9 * (-1) ** i + i / 9),
          x,
        ),
      ),
    );
    if (wave.kind !== 'estimated' || zigzag.kind !== 'estimated') throw new Error('not estimated');
    expect(wave.pPositive).toBeLessThan(1e-6);
    expect(zigzag.pNegative).toBeLessThan(1e-6);
    expect(wave.pPositive + wave.pNegative).toBeCloseTo(1, 10);
  });
});

describe('predictions for new mothers', () => {
  it('at the mean age have the smallest error, and one mother varies more than the mean of many', () => {
    const model = fitted(mothers());
    const at = (age: number) => predictLinear(model, { age: [age], region: ['south'] })[0];
    expect(at(31.5)?.standardError).toBeLessThan(at(40)?.standardError ?? 0);
    expect(at(40)?.caseHigh).toBeGreaterThan(at(40)?.high ?? 0);
    expect(at(40)?.caseLow).toBeLessThan(at(40)?.low ?? 0);
  });

  it('are missing where an answer is', () => {
    const model = fitted(mothers());
    const rows = predictLinear(model, { age: [30, null, 40], region: ['west', 'west', null] });
    expect(rows).toEqual([expect.objectContaining({ expected: expect.any(Number) }), null, null]);
  });

  it('need every predictor, and no new level', () => {
    const model = fitted(mothers());
    expect(() => predictLinear(model, { age: [30] })).toThrow('no values of region');
    expect(() => predictLinear(model, { age: [30], region: ['east'] })).toThrow('no level "east"');
    expect(() => predictLinear(model, { age: [30, 31], region: ['west'] })).toThrow(
      'differ in length',
    );
    expect(() => predictLinear(model, { age: ['thirty'], region: ['west'] })).toThrow('no number');
  });

  it('without predictors are the mean', () => {
    const [mean] = predictLinear(fitted({ outcome: [1, 2, 6], predictors: [] }), {});
    expect(mean?.expected).toBeCloseTo(3, 12);
  });
});
