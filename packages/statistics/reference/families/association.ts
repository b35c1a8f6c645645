import {
  chiSquareTest,
  cochranQ,
  cohenKappa,
  correlationMatrix,
  fisherExact,
  fisherExactTable,
  fisherMonteCarlo,
  goodnessOfFit,
  type KappaWeights,
  kendall,
  krippendorffAlpha,
  mcnemar,
  pearson,
  rocCurve,
  spearman,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/association.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });

type Column = (number | null)[];
type CorrelationReference = {
  x: Column;
  y: Column;
  level: number;
  n: number;
  missing: number;
  pearson: object;
  spearman: object;
  kendall: object;
};
const CORRELATIONS = reference.correlations as unknown as Record<string, CorrelationReference>;

type TableReference = {
  counts: number[][];
  plain: object | null;
  yates: object | null;
  fisherP: number;
  fisher: object | null;
  fisher90: object | null;
};
const TABLES = reference.tables as unknown as Record<string, TableReference>;
const only = (part: 'plain' | 'fisher') =>
  Object.fromEntries(Object.entries(TABLES).filter(([, table]) => table[part]));

type PairedReference = {
  counts: number[][];
  corrected: object;
  plain: object;
  exactP: number | null;
};
type KappaReference = Record<'first' | 'second', Column> & { k: number } & Record<
    'none' | 'linear' | 'quadratic',
    object
  >;
type FixedKappaReference = Record<'first' | 'second', Column> & {
  k: number;
  weights: KappaWeights[];
};
const WEIGHTS = ['none', 'linear', 'quadratic'] as const;
const MEASUREMENTS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
type KrippendorffReference = { ratings: Column[] } & Record<(typeof MEASUREMENTS)[number], number>;
type RocReference = {
  scores: Column;
  truth: boolean[];
  expected: object;
  sensitivity: number[];
  specificity: number[];
  youden: number;
};

export const ASSOCIATION: readonly Comparison[] = [
  // Correlations may be 0: measured against a thousandth.
  comparison(about('pearson', 'stats::cor.test'), CORRELATIONS, (d) =>
    largestError(pearson(d.x, d.y, d.level), { ...d.pearson, n: d.n, missing: d.missing }, 1e-3),
  ),
  comparison(about('spearman', 'stats::cor.test, Bonett and Wright'), CORRELATIONS, (d) =>
    largestError(spearman(d.x, d.y, d.level), d.spearman, 1e-3),
  ),
  comparison(about('kendall', 'stats::cor.test, Fieller et al.'), CORRELATIONS, (d) =>
    largestError(kendall(d.x, d.y, d.level), d.kendall, 1e-3),
  ),
  comparison(about('correlationMatrix', 'stats::cor.test'), CORRELATIONS, (d) =>
    largestError(correlationMatrix([d.x, d.y], { level: d.level })[1]?.[0], pick(d.pearson), 1e-3),
  ),
  // Residuals may be 0.
  comparison(about('chiSquareTest', 'stats::chisq.test, vcd'), only('plain'), (table) =>
    Math.max(
      largestError(chiSquareTest(table.counts), table.plain, 1e-3),
      largestError(chiSquareTest(table.counts, { yates: true }), table.yates, 1e-3),
    ),
  ),
  comparison(
    about('goodnessOfFit', 'stats::chisq.test'),
    reference.fits,
    ({ counts, shares, expected }) => largestError(goodnessOfFit(counts, shares), expected),
  ),
  comparison(about('fisherExact', 'stats::fisher.test, tightened'), only('fisher'), (table) =>
    Math.max(
      largestError(fisherExact(table.counts), table.fisher),
      largestError(fisherExact(table.counts, 0.9), table.fisher90),
    ),
  ),
  comparison(about('fisherExactTable', 'stats::fisher.test'), TABLES, ({ counts, fisherP }) =>
    largestError(fisherExactTable(counts), { p: fisherP }),
  ),
  // Drawn tables have no other program's random stream: within four standard errors of the exact p.
  comparison(
    { name: 'fisherMonteCarlo', against: 'stats::fisher.test, errors of 9999 draws', tolerance: 4 },
    TABLES,
    ({ counts, fisherP }) => {
      const drawn = fisherMonteCarlo(counts, { seed: 20221122 });
      if (drawn.kind !== 'estimated') return Number.POSITIVE_INFINITY;
      const hits = (drawn.p * (drawn.draws + 1) - 1) / drawn.draws;
      const error = Math.sqrt(Math.max(fisherP * (1 - fisherP), 1 / drawn.draws) / drawn.draws);
      return Math.abs(hits - Math.min(1, fisherP)) / error;
    },
  ),
  comparison(
    about('cohenKappa', 'vcd::Kappa, Fleiss, Cohen and Everitt'),
    reference.kappas as unknown as KappaReference[],
    (d) => {
      const categories = Array.from({ length: d.k }, (_, i) => i + 1);
      return Math.max(
        ...WEIGHTS.map((weights) =>
          largestError(cohenKappa(d.first, d.second, { categories, weights }), d[weights], 1e-3),
        ),
      );
    },
  ),
  comparison(
    about('cohenKappa', 'vcd::Kappa, where its z is NaN'),
    reference.kappasFixed as unknown as Record<string, FixedKappaReference>,
    (d) => {
      const categories = Array.from({ length: d.k }, (_, i) => i + 1);
      const expected = { kind: 'not-estimable', reason: 'agreement-fixed-by-totals' };
      return Math.max(
        ...d.weights.map((weights) =>
          largestError(cohenKappa(d.first, d.second, { categories, weights }), expected),
        ),
      );
    },
  ),
  comparison(
    about('krippendorffAlpha', 'its definition, Krippendorff 2011'),
    reference.krippendorff as unknown as Record<string, KrippendorffReference>,
    (d) =>
      Math.max(
        ...MEASUREMENTS.map((measurement) =>
          largestError(krippendorffAlpha(d.ratings, measurement), { alpha: d[measurement] }, 1e-3),
        ),
      ),
  ),
  comparison(
    about('rocCurve', 'pROC::roc, ci.auc'),
    reference.rocs as unknown as RocReference[],
    (d) => {
      const curve = rocCurve(d.scores, d.truth);
      if (curve.kind !== 'estimated') return Number.POSITIVE_INFINITY;
      return Math.max(
        largestError(curve, d.expected),
        largestError(
          curve.points.map((point) => point.sensitivity),
          d.sensitivity,
        ),
        largestError(
          curve.points.map((point) => point.specificity),
          d.specificity,
          1e-3,
        ),
        largestError(curve.best.sensitivity + curve.best.specificity, d.youden),
      );
    },
  ),
  comparison(
    about('mcnemar', 'stats::mcnemar.test, binom.test'),
    reference.paired as unknown as PairedReference[],
    ({ counts, corrected, plain, exactP }) =>
      Math.max(
        largestError(mcnemar(counts), { ...corrected, exactP }),
        largestError(mcnemar(counts, { corrected: false }), plain),
      ),
  ),
  comparison(
    about('cochranQ', 'stats::friedman.test'),
    reference.cochran as unknown as { questions: Column[]; expected: object }[],
    ({ questions, expected }) => largestError(cochranQ(questions), expected),
  ),
];

function pick(expected: object): object {
  return Object.fromEntries(Object.entries(expected).filter(([key]) => key !== 'statistic'));
}
