import { describe, expect, it } from 'vitest';
import type { CountModel } from './count-outcome.ts';
import { type LinearModel, linearModel } from './linear-model.ts';
import { type LogisticModel, logisticModel } from './logistic-model.ts';
import { compareLikelihoods, compareLinearModels } from './nested-models.ts';
import { poissonModel } from './poisson-model.ts';

const AGE = { kind: 'numeric', name: 'age', values: [20, 24, 30, 33, 41, 47, 52, 60] } as const;
const SIZE = { kind: 'numeric', name: 'size', values: [3, 1, 4, 1, 5, 9, 2, 6] } as const;
const OUTCOME = [5, 4, 7, 6, 9, 12, 8, 11];

const linear = (predictors: readonly (typeof AGE | typeof SIZE)[], outcome = OUTCOME) =>
  linearModel({ outcome, predictors }) as LinearModel;

describe('one model inside another', () => {
  it('adds nothing when it is the same', () => {
    expect(compareLinearModels(linear([AGE]), linear([AGE]))).toEqual({
      kind: 'not-estimable',
      reason: 'nothing-added',
      n: 8,
    });
  });

  it('is refused when it is of other cases, or not inside at all', () => {
    const holed = linearModel({
      outcome: [...OUTCOME.slice(0, 7), null],
      predictors: [AGE],
    }) as LinearModel;
    expect(() => compareLinearModels(holed, linear([AGE, SIZE]))).toThrow('different cases');
    expect(() => compareLinearModels(linear([SIZE]), linear([AGE]))).toThrow('lacks size');
  });

  it('is not judged where the larger one leaves nothing over', () => {
    const exact = AGE.values.map((age, i) => 2 * age + 3 * (SIZE.values[i] as number));
    expect(compareLinearModels(linear([AGE], exact), linear([AGE, SIZE], exact))).toMatchObject({
      reason: 'residuals-are-nothing',
    });
  });

  it('is not judged by a penalised likelihood', () => {
    const outcome = [0, 0, 0, 0, 1, 1, 1, 1];
    const fit = (predictors: readonly (typeof AGE | typeof SIZE)[]) =>
      logisticModel({ outcome, predictors }) as LogisticModel;
    expect(compareLikelihoods(fit([SIZE]), fit([AGE, SIZE]))).toMatchObject({
      reason: 'penalised',
    });
  });

  it('is not judged between Poisson and a negative binomial', () => {
    const fit = (predictors: readonly (typeof AGE | typeof SIZE)[]) =>
      poissonModel({ outcome: OUTCOME, predictors }) as CountModel;
    const theta = { estimate: 3, standardError: 1 };
    expect(compareLikelihoods(fit([AGE]), { ...fit([AGE, SIZE]), theta })).toMatchObject({
      reason: 'not-nested',
    });
  });
});
