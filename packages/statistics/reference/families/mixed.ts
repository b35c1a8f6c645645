import { intraclassCorrelation, type LikelihoodMethod, randomIntercept } from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/mixed.json' with { type: 'json' };
import { CLOSED_FORMULA, ITERATIVE, largestError } from '../largest-error.ts';

// Coefficients, variances and intercepts of groups may be 0.
const UNIT = 1e-3;

type Column = (number | null)[];
type FitReference = {
  coefficients: object[];
  satterthwaite: object[];
  wald: object[];
  summary: object;
  groups: object[];
};
type ModelReference = {
  outcome: Column;
  groups: Column;
  predictors: Column[];
  level: number;
  reml: FitReference;
  ml: FitReference;
};

const MODELS = reference.models as unknown as Record<string, ModelReference>;

function fitError(d: ModelReference, method: LikelihoodMethod): number {
  const { level } = d;
  const { coefficients, wald, satterthwaite, summary, groups } = d[method];
  const byNormal = randomIntercept(d, { method, level, inference: 'wald' });
  const byT = randomIntercept(d, { method, level });
  return Math.max(
    largestError(byT, { coefficients, groups, ...summary }, UNIT),
    largestError(byT, { coefficients: satterthwaite }, UNIT),
    largestError(byNormal, { coefficients: wald }, UNIT),
  );
}

export const MIXED: readonly Comparison[] = [
  comparison(
    { name: 'randomIntercept', against: 'lme4 and lmerTest, REML', tolerance: ITERATIVE },
    MODELS,
    (d) => fitError(d, 'reml'),
  ),
  comparison(
    { name: 'randomIntercept', against: 'lme4 and lmerTest, ML', tolerance: ITERATIVE },
    MODELS,
    (d) => fitError(d, 'ml'),
  ),
  comparison(
    {
      name: 'intraclassCorrelation',
      against: 'stats::anova, psych::ICC',
      tolerance: CLOSED_FORMULA,
    },
    reference.icc,
    (d) => largestError(intraclassCorrelation(d.values, d.level), d.expected, UNIT),
  ),
];
