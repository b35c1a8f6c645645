import { describe, expect, it } from 'vitest';
import { buildDesign } from './design.ts';
import { type Explanation, planDesign } from './design-plan.ts';

const AGE = { kind: 'numeric', name: 'age', values: [20, 30, null, 50] } as const;
const REGION = {
  kind: 'factor',
  name: 'region',
  values: ['west', 'north', 'north', 'south'],
  levels: ['north', 'south', 'west'],
} as const;
const SEX = {
  kind: 'factor',
  name: 'sex',
  values: ['f', 'm', 'f', 'm'],
  levels: ['f', 'm'],
} as const;

const namesOf = (explanation: Explanation) =>
  planDesign(explanation).columns.map(({ name }) => name);

describe('the columns of a model', () => {
  it('compare every region with the one chosen', () => {
    expect(namesOf({ predictors: [{ ...REGION, reference: 'south' }] })).toEqual([
      '(intercept)',
      'region=north',
      'region=west',
    ]);
  });

  it('put main effects before interactions, the first factor changing fastest', () => {
    const predictors = [REGION, SEX, AGE];
    const terms = [['age', 'sex'], ['region'], ['sex', 'region'], ['sex'], ['age']];
    expect(namesOf({ predictors, terms })).toEqual([
      '(intercept)',
      'region=south',
      'region=west',
      'sex=m',
      'age',
      'sex=m:age',
      'region=south:sex=m',
      'region=west:sex=m',
    ]);
  });

  it('give every level its own slope where there is no common one', () => {
    expect(namesOf({ predictors: [REGION, AGE], terms: [['region'], ['region', 'age']] })).toEqual([
      '(intercept)',
      'region=south',
      'region=west',
      'region=north:age',
      'region=south:age',
      'region=west:age',
    ]);
  });

  it('show every level of the first factor in a model through the origin', () => {
    expect(namesOf({ predictors: [AGE, SEX, REGION], intercept: 'none' })).toEqual([
      'age',
      'sex=f',
      'sex=m',
      'region=south',
      'region=west',
    ]);
  });

  it('hold the complete cases only, and say which and how many are not', () => {
    const design = buildDesign(
      { predictors: [AGE, REGION], terms: [['age', 'region']] },
      { outcome: [1, 2, 3, 4] },
    );
    expect(design).toMatchObject({
      n: 3,
      missing: 1,
      others: { outcome: new Float64Array([1, 2, 4]) },
    });
    expect([...design.rows]).toEqual([0, 1, 3]);
    expect(design.columns.map((column) => [...column])).toEqual([
      [1, 1, 1],
      [0, 30, 0],
      [0, 0, 50],
      [20, 0, 0],
    ]);
  });

  it('do not ask for predictors that no term uses', () => {
    const design = buildDesign(
      { predictors: [AGE, SEX], terms: [['sex']] },
      { outcome: [1, 2, 3, 4] },
    );
    expect(design).toMatchObject({ n: 4, missing: 0 });
  });

  it('refuse what cannot be meant', () => {
    expect(() => planDesign({ predictors: [AGE, AGE] })).toThrow('predictor twice: age');
    expect(() => planDesign({ predictors: [AGE], terms: [['height']] })).toThrow(
      'no predictor: height',
    );
    expect(() =>
      planDesign({
        predictors: [AGE, SEX],
        terms: [
          ['age', 'sex'],
          ['sex', 'age'],
        ],
      }),
    ).toThrow('term twice: age:sex');
    expect(() => planDesign({ predictors: [AGE], terms: [[]] })).toThrow('not a term');
    expect(() => planDesign({ predictors: [{ ...SEX, reference: 'x' }] })).toThrow(
      'sex: no level "x"',
    );
    expect(() => planDesign({ predictors: [{ ...SEX, levels: ['f'] }] })).toThrow(
      'fewer than two levels',
    );
    expect(() => planDesign({ predictors: [{ ...SEX, levels: ['f', 'f'] }] })).toThrow(
      'a level twice',
    );
    expect(() =>
      buildDesign({ predictors: [{ ...SEX, values: ['f', 'x'] }] }, { outcome: [1, 2] }),
    ).toThrow('sex, case 1: no level "x"');
    expect(() => buildDesign({ predictors: [AGE] }, { outcome: [1, 2] })).toThrow(
      'differ in length',
    );
    expect(() =>
      buildDesign({ predictors: [] }, { outcome: [1, Number.POSITIVE_INFINITY] }),
    ).toThrow('outcome, case 1: not finite');
  });
});
