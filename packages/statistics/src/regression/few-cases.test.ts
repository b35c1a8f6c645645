import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breuschPagan,
  durbinWatson,
  type Explanation,
  hosmerLemeshow,
  influence,
  linearModel,
  logisticModel,
  negativeBinomialModel,
  ordinalLogit,
  poissonModel,
  proportionalOdds,
  robustCoefficients,
  typeTwoTests,
  varianceInflation,
} from '../index.ts';

const LEVELS = ['a', 'b', 'c'];
const ANSWERS = ['never', 'seldom', 'often', 'always'];

const person = fc.record({
  x: fc.integer({ min: 0, max: 5 }),
  factor: fc.option(fc.constantFrom(...LEVELS), { freq: 15 }),
  count: fc.nat({ max: 6 }),
});

/** A handful of people and one of the ways to explain something by two predictors. */
const survey = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 16 }),
    terms: fc.constantFrom([['x']], [['x'], ['factor']], [['x'], ['factor'], ['x', 'factor']]),
    intercept: fc.constantFrom('fitted', 'none'),
  })
  .map(({ people, terms, intercept }) => ({
    counts: people.map(({ count }) => count),
    clusters: people.map(({ x }) => x),
    explanation: {
      terms,
      intercept,
      predictors: [
        { kind: 'numeric', name: 'x', values: people.map(({ x }) => x) },
        { kind: 'factor', name: 'factor', values: people.map((one) => one.factor), levels: LEVELS },
      ],
    } satisfies Explanation as Explanation,
  }));

/** Places of what is NaN or undefined, through objects and arrays. */
function holes(value: unknown, place = ''): string[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [place] : [];
  if (value === undefined) return [place];
  if (value === null || typeof value !== 'object' || value instanceof Map) return [];
  return Object.entries(value).flatMap(([key, inner]) => holes(inner, `${place}.${key}`));
}

function expectWhole(result: { readonly kind: string; readonly reason?: string } | object): void {
  expect(holes(result)).toEqual([]);
  expect(result).not.toMatchObject({ reason: 'does-not-converge' });
}

describe('of however few people, the answer is numbers or a reason', () => {
  it('from a linear model and all that is asked of it', () => {
    fc.assert(
      fc.property(survey, ({ counts, clusters, explanation }) => {
        const model = linearModel({ ...explanation, outcome: counts });
        expectWhole(model);
        if (model.kind !== 'estimated') return;
        expectWhole(typeTwoTests(model));
        expectWhole(typeTwoTests(model, { kind: 'HC0' }));
        expectWhole(varianceInflation(model));
        expectWhole(influence(model));
        expectWhole(durbinWatson(model));
        expectWhole(breuschPagan(model));
        expectWhole(robustCoefficients(model, { kind: 'HC3' }));
        expectWhole(robustCoefficients(model, { kind: 'CR1S', clusters }));
      }),
      { numRuns: 200 },
    );
  });

  it('from a logistic model, separated or not', () => {
    fc.assert(
      fc.property(survey, ({ counts, explanation }) => {
        const model = logisticModel({ ...explanation, outcome: counts.map((count) => count % 2) });
        expectWhole(model);
        if (model.kind !== 'estimated') return;
        expectWhole(hosmerLemeshow(model));
        expectWhole(typeTwoTests(model));
      }),
      { numRuns: 200 },
    );
  });

  it('from models of counts', () => {
    fc.assert(
      fc.property(survey, ({ counts, explanation }) => {
        expectWhole(poissonModel({ ...explanation, outcome: counts }));
        expectWhole(negativeBinomialModel({ ...explanation, outcome: counts }));
      }),
      { numRuns: 200 },
    );
  });

  it('from a model of ordered answers', () => {
    fc.assert(
      fc.property(survey, ({ counts, explanation }) => {
        const { intercept: _, ...terms } = explanation;
        const outcome = counts.map((count) => ANSWERS[Math.min(3, count)] ?? null);
        const model = ordinalLogit({ ...terms, outcome, levels: ANSWERS });
        expectWhole(model);
        if (model.kind === 'estimated') expectWhole(proportionalOdds(model));
      }),
      { numRuns: 200 },
    );
  });
});
