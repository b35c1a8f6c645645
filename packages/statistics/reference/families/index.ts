import type { Comparison } from '../comparison.ts';
import { ASSOCIATION } from './association.ts';
import { BLOCKS } from './blocks.ts';
import { CHANGE } from './change.ts';
import { CLUSTERS } from './clusters.ts';
import { COMPARE } from './compare.ts';
import { CONSISTENCY } from './consistency.ts';
import { DESCRIBE } from './describe.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { IMPUTATION } from './imputation.ts';
import { LIKELIHOOD_REGRESSION } from './likelihood-regression.ts';
import { LINEAR_REGRESSION } from './linear-regression.ts';
import { MISSING } from './missing.ts';
import { MIXED } from './mixed.ts';
import { OCCASIONS } from './occasions.ts';
import { SCALES } from './scales.ts';

/** Every public function that has reference values, family by family. */
export const FAMILIES: Readonly<Record<string, readonly Comparison[]>> = {
  Describe: DESCRIBE,
  Scales: SCALES,
  Association: ASSOCIATION,
  Compare: [...COMPARE, ...OCCASIONS],
  Change: CHANGE,
  Clusters: CLUSTERS,
  Mixed: MIXED,
  Imputation: IMPUTATION,
  Missing: MISSING,
  Consistency: CONSISTENCY,
  Regression: [...LINEAR_REGRESSION, ...LIKELIHOOD_REGRESSION, ...BLOCKS],
  Distributions: DISTRIBUTIONS,
};
