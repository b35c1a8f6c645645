import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intraclassCorrelation, type RandomIntercept, randomIntercept } from '../index.ts';

/** Scores of children, each by their mother's name. */
const CHILDREN = {
  outcome: [12, 14, 11, 20, 22, null, 17, 18, 15, 9, 8, 30],
  groups: [...'aaabbbccdde', null],
  predictors: [[6, 9, 12, 7, 8, 9, 10, 15, 8, 6, 7, 9]],
};

function estimated(model: RandomIntercept) {
  if (model.kind !== 'estimated') throw new Error(model.reason);
  return model;
}

describe('children of the same mothers', () => {
  it('are counted, with those left out and those who have no sibling', () => {
    const model = estimated(randomIntercept(CHILDREN));
    expect(model).toMatchObject({ n: 10, missing: 2 });
    expect(model.groups.map(({ group, n }) => [group, n])).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 2],
      ['d', 2],
      ['e', 1],
    ]);
    expect(model.coefficients).toHaveLength(2);
  });

  it('of equal number give the same correlation by both roads', () => {
    const score = fc.integer({ min: 0, max: 30 });
    const families = fc.array(fc.tuple(score, score, score), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(families, (scores) => {
        const anova = intraclassCorrelation(scores);
        const model = randomIntercept({
          outcome: scores.flat(),
          groups: scores.flatMap((_, i) => [i, i, i]),
        });
        if (anova.kind === 'not-estimable' || model.kind === 'not-estimable') {
          // Siblings who are all alike leave both nothing to estimate.
          expect(model.kind).toBe(anova.kind);
          return;
        }
        expect(model.intraclassCorrelation).toBeCloseTo(Math.max(0, anova.correlation), 8);
        const predicted = model.groups.reduce((sum, { intercept }) => sum + intercept, 0);
        expect(predicted).toBeCloseTo(0, 6);
      }),
      { numRuns: 25 },
    );
  });

  it('who are no more alike than strangers are described by ordinary least squares', () => {
    const outcome = [1, 9, 2, 8, 3, 7];
    const groups = [1, 1, 2, 2, 3, 3];
    const model = estimated(randomIntercept({ outcome, groups }));
    expect(model).toMatchObject({
      isSingular: true,
      varianceBetween: 0,
      intraclassCorrelation: 0,
      coefficients: [{ df: 5 }],
    });
    expect(model.coefficients[0]?.estimate).toBeCloseTo(5, 12);
    expect(model.varianceWithin).toBeCloseTo(58 / 5, 12);
    expect(model.groups.every(({ intercept }) => intercept === 0)).toBe(true);
  });

  it('measured from another zero differ in the constant alone', () => {
    const one = estimated(randomIntercept(CHILDREN));
    const moved = CHILDREN.outcome.map((value) => (value === null ? null : value + 1000));
    const other = estimated(randomIntercept({ ...CHILDREN, outcome: moved }));
    expect(other.varianceBetween).toBeCloseTo(one.varianceBetween, 7);
    expect(other.coefficients[1]?.estimate).toBeCloseTo(one.coefficients[1]?.estimate as number, 9);
    expect(other.coefficients[0]?.estimate).toBeCloseTo(
      (one.coefficients[0]?.estimate as number) + 1000,
      6,
    );
  });

  it('are fewer than a normal distribution takes them for', () => {
    const [, byT] = estimated(randomIntercept(CHILDREN)).coefficients;
    const [, byNormal] = estimated(randomIntercept(CHILDREN, { inference: 'wald' })).coefficients;
    expect(byNormal?.df).toBeNull();
    expect(byT?.estimate).toBe(byNormal?.estimate);
    expect(byT?.p).toBeGreaterThan(byNormal?.p as number);
    expect(byT?.low).toBeLessThan(byNormal?.low as number);
  });

  it('without restriction vary less', () => {
    const [reml, ml] = [{}, { method: 'ml' as const }].map((options) =>
      estimated(randomIntercept(CHILDREN, options)),
    );
    expect(ml?.varianceWithin).toBeLessThan(reml?.varianceWithin as number);
  });
});

describe('a model that cannot be', () => {
  const reasonOf = (...given: Parameters<typeof randomIntercept>) => {
    const model = randomIntercept(...given);
    return model.kind === 'not-estimable' ? model.reason : model.kind;
  };

  it('says why', () => {
    const groups = [1, 1, 2, 2, 3, 3];
    const outcome = [1, 2, 3, 5, 4, 4];
    expect(reasonOf({ outcome: [], groups: [] })).toBe('fewer-than-two-groups');
    expect(reasonOf({ outcome, groups: [1, 1, 1, 1, 1, null] })).toBe('fewer-than-two-groups');
    expect(reasonOf({ outcome, groups: [1, 2, 3, 4, 5, 6] })).toBe('no-group-of-two-cases');
    const x = [1, 0, 2, 5, 1, 0];
    expect(reasonOf({ outcome: [1, 2, 3], groups: [1, 1, 2], predictors: [[1, 2, 4]] })).toBe(
      'too-few-cases',
    );
    const twice = x.map((value) => 2 * value + 1);
    expect(reasonOf({ outcome, groups, predictors: [x, twice] })).toBe(
      'predictors-depend-on-each-other',
    );
    expect(reasonOf({ outcome, groups, predictors: [[7, 7, 7, 7, 7, 7]] })).toBe(
      'predictors-depend-on-each-other',
    );
    expect(reasonOf({ outcome: [4, 4, 4, 4, 4, 4], groups })).toBe('nothing-left-to-explain');
    expect(reasonOf({ outcome: twice, groups, predictors: [x] })).toBe('nothing-left-to-explain');
    expect(reasonOf({ outcome: [1, 1, 5, 5, 9, 9], groups })).toBe('nothing-left-within-groups');
    const own = [1, 2, 3, 5, 2, 3];
    expect(reasonOf({ outcome: own, groups, predictors: [[0, 1, 0, 2, 0, 1]] })).toBe(
      'nothing-left-within-groups',
    );
    const byGroup = [
      [1, 1, 0, 0, 0, 0],
      [0, 0, 1, 1, 0, 0],
    ];
    expect(reasonOf({ outcome, groups, predictors: byGroup })).toBe('nothing-left-between-groups');
  });

  it('is refused when it is a mistake', () => {
    expect(() => randomIntercept({ outcome: [1, 2], groups: [1] })).toThrow('differ in length');
    expect(() =>
      randomIntercept({ outcome: [1, Number.POSITIVE_INFINITY], groups: [1, 2] }),
    ).toThrow('case 1 is not finite');
    expect(() => randomIntercept(CHILDREN, { level: 95 })).toThrow('not a level');
  });
});

describe('the intraclass correlation', () => {
  it('widens means as if there were fewer children', () => {
    const alike = intraclassCorrelation([
      [10, 11],
      [20, 21],
      [30, 31],
    ]);
    if (alike.kind !== 'estimated') throw new Error(alike.reason);
    expect(alike.designEffect).toBeCloseTo(1 + alike.correlation, 12);
    expect(alike.correlation).toBeGreaterThan(0.98);
    expect(alike.low).toBeLessThan(alike.correlation);
    expect(alike.high).toBeGreaterThan(alike.correlation);
  });

  it('below nothing narrows nothing', () => {
    const apart = intraclassCorrelation([
      [1, 9],
      [2, 8],
    ]);
    expect(apart).toMatchObject({ kind: 'estimated', designEffect: 1 });
  });

  it('has the reasons of the analysis of variance for not being there', () => {
    expect(intraclassCorrelation([[1, 2]])).toMatchObject({ reason: 'fewer-than-two-groups' });
    expect(() => intraclassCorrelation([[1, 2], [3]], 95)).toThrow('not a level');
  });
});
