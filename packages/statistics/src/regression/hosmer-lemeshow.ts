import { quantile } from '../describe/quantile.ts';
import { chiSquareTails } from '../distributions/chi-square.ts';
import type { NotEstimable } from '../values.ts';
import type { LogisticModel } from './logistic-model.ts';

export type RiskGroup = {
  readonly n: number;
  /** With the outcome. */
  readonly observed: number;
  /** Sum of their probabilities. */
  readonly expected: number;
};

export type HosmerLemeshow =
  | {
      readonly kind: 'estimated';
      readonly chiSquare: number;
      /** Groups less two. */
      readonly df: number;
      readonly p: number;
      /** From the lowest probabilities to the highest. */
      readonly groups: readonly RiskGroup[];
      readonly n: number;
    }
  | NotEstimable<'fewer-than-three-groups'>;

/**
 * Whether observed and expected outcomes agree in groups of rising probability: D. W. Hosmer and S.
 * Lemeshow, Communications in Statistics 9 (1980), cut at quantiles of type 7 as
 * `ResourceSelection::hoslem.test`. Cases with the same probability stay together, so that there may be fewer
 * groups than asked for.
 * @param groups how many; at least 3
 * @throws RangeError when it is not a whole number of 3 or more
 */
export function hosmerLemeshow(model: LogisticModel, groups = 10): HosmerLemeshow {
  if (!(Number.isInteger(groups) && groups >= 3)) throw new RangeError(`groups: ${groups}`);
  const { n, outcome } = model;
  // Cases with the same answers may differ in the last digit of their probability.
  const fitted = model.fitted.map((value) => Number(value.toPrecision(12)));
  const sorted = fitted.toSorted();
  const cuts = Array.from({ length: groups - 1 }, (_, i) => quantile(sorted, (i + 1) / groups));
  const upper = [...new Set(cuts.map((cut) => Number(cut.toPrecision(12))))];
  const found = [...upper, Number.POSITIVE_INFINITY].map(() => ({
    n: 0,
    observed: 0,
    expected: 0,
  }));
  model.fitted.forEach((probability, i) => {
    const place = upper.findIndex((cut) => (fitted[i] as number) <= cut);
    const group = found[place < 0 ? upper.length : place] as (typeof found)[number];
    group.n += 1;
    group.observed += outcome[i] as number;
    group.expected += probability;
  });
  const filled = found.filter((group) => group.n > 0);
  if (filled.length < 3) return { kind: 'not-estimable', reason: 'fewer-than-three-groups', n };
  const chiSquare = filled.reduce((sum, { n: size, observed, expected }) => {
    const distance = (observed - expected) ** 2;
    return sum + distance / expected + distance / (size - expected);
  }, 0);
  const df = filled.length - 2;
  return {
    kind: 'estimated',
    chiSquare,
    df,
    p: chiSquareTails(chiSquare, df).upper,
    groups: filled,
    n,
  };
}
