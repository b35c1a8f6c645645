import { type CompletedVariable, imputeChained, poolEstimates } from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/imputation.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';

type Numbers = Record<string, number>;
type PoolReference = {
  estimates: number[];
  standardErrors: number[];
  dfComplete: number | 'Infinity';
  level: number;
  expected: object;
};
type DistributionReference = {
  x: number[];
  y: (number | null)[];
  w: (number | null)[];
  region: (string | null)[];
  /** Over mice's imputations: the mean of each quantity, and its standard deviation. */
  mean: Numbers;
  spread: Numbers;
};

const POOLED = reference.pooled as PoolReference[];
const DISTRIBUTION = reference.distribution as unknown as Record<string, DistributionReference>;
const IMPUTATIONS = 100;

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (x: ArrayLike<number>, y: ArrayLike<number>) => {
  const [centreX, centreY] = [mean(x), mean(y)];
  const products = Array.from(x, (value, i) => (value - centreX) * ((y[i] as number) - centreY));
  return products.reduce((sum, product) => sum + product, 0) / (x.length - 1);
};
const correlation = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y));

/** What is asked of a completed data set, by the names of the reference. */
function described(variables: readonly CompletedVariable[]): Numbers {
  const [x, y, w] = variables.map(({ values }) => values) as unknown as Float64Array[];
  const region = variables[3]?.values as unknown as string[];
  if (!x || !y || !w) throw new Error('x, y and w are missing');
  const share = (name: string) => region.filter((one) => one === name).length / region.length;
  return {
    meanY: mean(y),
    meanW: mean(w),
    deviationY: Math.sqrt(covariance(y, y)),
    deviationW: Math.sqrt(covariance(w, w)),
    correlationXY: correlation(x, y),
    correlationYW: correlation(y, w),
    south: share('south'),
    west: share('west'),
    northernY: mean(y.filter((_, i) => region[i] === 'north')),
  };
}

function imputedSets({ x, y, w, region }: DistributionReference): Numbers[] {
  const imputed = imputeChained(
    [
      { name: 'x', kind: 'numeric', values: x },
      { name: 'y', kind: 'numeric', values: y },
      { name: 'w', kind: 'numeric', values: w },
      { name: 'region', kind: 'factor', values: region },
    ],
    { seed: 20221122, imputations: IMPUTATIONS, iterations: 6 },
  );
  if (imputed.kind !== 'imputed') throw new Error(imputed.reason);
  return imputed.dataSets.map(described);
}

/** Made once for both comparisons. */
const made = new Map<DistributionReference, Numbers[]>();

/** The values of each quantity over our imputations, beside what mice says of it. */
function quantities(d: DistributionReference) {
  const sets = made.get(d) ?? imputedSets(d);
  made.set(d, sets);
  return Object.keys(d.mean).map((key) => ({
    ours: sets.map((set) => set[key] as number),
    mean: d.mean[key] as number,
    spread: d.spread[key] as number,
  }));
}

export const IMPUTATION: readonly Comparison[] = [
  comparison(
    { name: 'poolEstimates', against: 'mice::pool, pool.scalar', tolerance: CLOSED_FORMULA },
    POOLED,
    ({ estimates, standardErrors, dfComplete, level, expected }) =>
      largestError(
        poolEstimates(estimates, standardErrors, { dfComplete: Number(dfComplete), level }),
        expected,
      ),
  ),
  // Two means of a hundred differ by 0.14 spreads for no reason; complete cases alone are up to 19 away.
  comparison(
    {
      name: 'imputeChained',
      against: 'mice::mice: means over 100 imputations, in spreads between them',
      tolerance: 0.7,
    },
    DISTRIBUTION,
    (d) =>
      Math.max(...quantities(d).map((one) => Math.abs(mean(one.ours) - one.mean) / one.spread)),
  ),
  comparison(
    {
      name: 'imputeChained',
      against: 'mice::mice: spreads between 100 imputations, average of nine',
      tolerance: 0.25,
    },
    DISTRIBUTION,
    (d) =>
      mean(
        quantities(d).map(({ ours, spread }) =>
          Math.abs(Math.log(Math.sqrt(covariance(ours, ours)) / spread)),
        ),
      ),
  ),
];
