import { clusteredMean, rankIntervals } from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/clusters.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });
// A mean may be next to 0.
const UNIT = 1e-3;

type Column = (number | null)[];
type ClustersReference = {
  x: Column;
  cluster: number[];
  level: number;
  clusteredMean: object;
};
type RanksReference = { estimates: number[]; ps: Column[]; intervals: object[] };

const CLUSTERS_OF = reference.clusters as unknown as Record<string, ClustersReference>;
const RANKS = reference.ranks as unknown as Record<string, RanksReference>;

export const CLUSTERS: readonly Comparison[] = [
  comparison(about('clusteredMean', 'sandwich::vcovCL'), CLUSTERS_OF, (d) =>
    largestError(clusteredMean(d.x, d.cluster, d.level), d.clusteredMean, UNIT),
  ),
  comparison(about('rankIntervals', 'stats::p.adjust'), RANKS, (d) =>
    largestError(rankIntervals(d.estimates, d.ps), d.intervals),
  ),
];
