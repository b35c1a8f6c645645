import {
  bivariateNormalDensity,
  bivariateNormalLower,
  cronbachAlpha,
  itemStatistics,
  omegaTotal,
  oneFactorModel,
  ordinalAlpha,
  polychoric,
  polychoricMatrix,
  reverseAnswers,
  standardErrorOfMeasurement,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/scales.json' with { type: 'json' };
import { CLOSED_FORMULA, ITERATIVE, largestError } from '../largest-error.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });
const walked = (name: string, against: string) => ({ name, against, tolerance: ITERATIVE });
// Correlations and reliabilities may be 0: measured against a thousandth.
const UNIT = 1e-3;

type Column = (number | null)[];
type ScaleReference = {
  items: Column[];
  level: number;
  listwise: { totalStandardDeviation: number; raw: number; standardErrorOfMeasurement: number };
  listwiseItems: object[];
  pairwise: object;
  pairwiseItems: object[];
  reversal: { items: number[]; minimum: number; maximum: number };
  reversed: object;
  reversedMean: number;
};
type FactorReference = {
  items: Column[];
  expected: { omega: number; standardisedOmega: number; n: number };
  srmr: number;
  factorItems: object[];
};
type PairReference = {
  x: Column;
  y: Column;
  plain: object;
  half: object;
  n: number;
};
type OrdinalReference = { items: Column[]; correlations: number[][]; alpha: number; n: number };

const SCALES_DATA = reference.alpha as unknown as Record<string, ScaleReference>;
const FACTORS = reference.factors as unknown as Record<string, FactorReference>;
const PAIRS = reference.polychorics as unknown as Record<string, PairReference>;
const ORDINAL = reference.ordinal as unknown as Record<string, OrdinalReference>;

export const SCALES: readonly Comparison[] = [
  comparison(about('cronbachAlpha', 'psych::alpha, listwise'), SCALES_DATA, (d) =>
    largestError(cronbachAlpha(d.items, { level: d.level }), d.listwise, UNIT),
  ),
  comparison(about('cronbachAlpha', 'psych::alpha, pairwise'), SCALES_DATA, (d) => {
    const alpha = cronbachAlpha(d.items, { level: d.level, missing: 'pairwise' });
    const { feldt, duhachek, n, ...point } = d.pairwise as Record<string, unknown>;
    return largestError(alpha, point, UNIT);
  }),
  comparison(about('cronbachAlpha', 'psych::alpha, two items reversed'), SCALES_DATA, (d) =>
    largestError(
      cronbachAlpha(d.items, { level: d.level, reversed: d.reversal }),
      d.reversed,
      UNIT,
    ),
  ),
  comparison(about('itemStatistics', 'psych::alpha, listwise'), SCALES_DATA, (d) =>
    largestError(itemStatistics(d.items), { items: d.listwiseItems }, UNIT),
  ),
  comparison(about('itemStatistics', 'psych::alpha, pairwise'), SCALES_DATA, (d) =>
    largestError(
      itemStatistics(d.items, { missing: 'pairwise' }),
      { items: d.pairwiseItems },
      UNIT,
    ),
  ),
  comparison(about('reverseAnswers', 'minimum + maximum - answer'), SCALES_DATA, (d) => {
    const whole = d.items.map((_, i) => i);
    const isWhole = (i: number) => whole.every((j) => d.items[j]?.[i] !== null);
    const first = reverseAnswers(d.items[0] as Column, d.reversal).filter((_, i) => isWhole(i));
    const mean = first.reduce((sum: number, value) => sum + (value ?? 0), 0) / first.length;
    return largestError(mean, d.reversedMean, UNIT);
  }),
  comparison(about('standardErrorOfMeasurement', 'its formula'), SCALES_DATA, ({ listwise }) =>
    largestError(
      standardErrorOfMeasurement({
        standardDeviation: listwise.totalStandardDeviation,
        reliability: listwise.raw,
      }),
      listwise.standardErrorOfMeasurement,
    ),
  ),
  comparison(walked('oneFactorModel', 'lavaan::cfa'), FACTORS, (d) =>
    Math.max(
      largestError(oneFactorModel(d.items), d.expected, UNIT),
      largestError(oneFactorModel(d.items), { factorItems: d.factorItems }, UNIT),
      // 0 with three items: measured against a thousandth, too.
      largestError(oneFactorModel(d.items), { srmr: d.srmr }, UNIT),
    ),
  ),
  comparison(walked('omegaTotal', 'lavaan::cfa'), FACTORS, ({ items, expected }) => {
    const { omega, standardisedOmega, n } = expected;
    return largestError(omegaTotal(items), { omega, standardised: standardisedOmega, n });
  }),
  comparison(about('polychoric', 'mvtnorm, two steps, tight root'), PAIRS, (d) =>
    Math.max(
      largestError(polychoric(d.x, d.y), { ...d.plain, n: d.n }, UNIT),
      largestError(polychoric(d.x, d.y, { emptyCells: 0.5 }), d.half, UNIT),
    ),
  ),
  comparison(about('polychoricMatrix', 'mvtnorm, two steps, tight root'), ORDINAL, (d) =>
    largestError(polychoricMatrix(d.items), { correlations: d.correlations, n: d.n }, UNIT),
  ),
  comparison(about('ordinalAlpha', 'mvtnorm, two steps, tight root'), ORDINAL, (d) =>
    largestError(ordinalAlpha(d.items), { alpha: d.alpha, n: d.n }),
  ),
  // Probabilities of differences: measured against a thousandth.
  comparison(
    about('bivariateNormalLower', 'mvtnorm::pmvnorm'),
    reference.bivariate,
    ({ x, y, rho, lower }) => largestError(bivariateNormalLower(x, y, rho), lower, UNIT),
  ),
  comparison(
    about('bivariateNormalDensity', 'mvtnorm::dmvnorm'),
    reference.bivariate,
    ({ x, y, rho, density }) => largestError(bivariateNormalDensity(x, y, rho), density, 1e-12),
  ),
];
