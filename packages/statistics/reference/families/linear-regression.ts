import {
  breuschPagan,
  durbinWatson,
  influence,
  type LinearModel,
  linearModel,
  type Predictor,
  predictLinear,
  type RobustErrors,
  robustCoefficients,
  standardisedEstimates,
  typeTwoTests,
  varianceInflation,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import linearReference from '../expected/regression-linear.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';
import { type CertifiedRegression, NIST_REGRESSION } from '../nist-regression.ts';
import { coefficientError, explanationOf, type Question, where } from '../regression-question.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });

type Column = (number | null)[];
type LinearReference = Question & {
  outcome: Column;
  weights: Column | null;
  clusters: (number | null)[];
  level: number;
  aliased: number;
  coefficients: object[];
  expected: object;
  covariance: number[][];
  standardised: Column;
  robust: Record<string, object[]>;
  clustered: Record<string, object[]> | null;
  vif: object[] | null;
  typeTwo: object[] | null;
  typeTwoRobust: object[] | null;
  influence: object | null;
  breuschPagan: object | null;
  durbinWatson: object | null;
  fresh: Record<string, (number | string)[]>;
  predicted: object[];
};

const LINEAR = linearReference.linear as unknown as Record<string, LinearReference>;

function fitted(d: LinearReference): LinearModel {
  const { outcome, weights } = d;
  const model = linearModel(
    { ...explanationOf(d), outcome, ...(weights && { weights }) },
    { level: d.level },
  );
  if (model.kind !== 'estimated') throw new Error(model.reason);
  return model;
}

function robustError(d: LinearReference, expected: object[], errors: RobustErrors): number {
  const robust = robustCoefficients(fitted(d), errors);
  if (robust.kind !== 'estimated') return Number.POSITIVE_INFINITY;
  return coefficientError(robust.coefficients, expected);
}

function certifiedError(of: CertifiedRegression): number {
  const predictors = of.columns.map(
    (values, i): Predictor => ({ kind: 'numeric', name: `x${i + 1}`, values }),
  );
  const intercept = of.hasIntercept ? 'fitted' : 'none';
  const model = linearModel({ outcome: of.outcome, predictors, intercept }, { tolerance: 1e-11 });
  if (model.kind !== 'estimated') return Number.POSITIVE_INFINITY;
  const { rSquared, residualStandardDeviation } = of;
  // A certified deviation of 0 is measured against the estimates.
  return Math.max(
    largestError(
      model.coefficients.map(({ estimate }) => estimate),
      of.estimates,
    ),
    largestError(
      model.coefficients.map(({ standardError }) => standardError),
      of.standardErrors,
      of.residualStandardDeviation === 0 ? 1 : undefined,
    ),
    largestError(model, { residualStandardDeviation }, residualStandardDeviation || 1),
    largestError(model, { rSquared }),
    of.f === null ? 0 : largestError(model.f, { statistic: of.f }),
  );
}

export const LINEAR_REGRESSION: readonly Comparison[] = [
  comparison(about('linearModel', 'stats::lm'), LINEAR, (d) => {
    const model = fitted(d);
    const scale = Math.max(...d.covariance.flat().map(Math.abs));
    return Math.max(
      coefficientError(model.coefficients, d.coefficients),
      largestError(model, d.expected, 1e-3),
      largestError(model.covariance, d.covariance, scale),
      model.aliased.length === d.aliased ? 0 : Number.POSITIVE_INFINITY,
    );
  }),
  ...NIST_REGRESSION.map((of) =>
    comparison(
      { name: 'linearModel', against: `NIST StRD ${of.name}`, tolerance: of.tolerance },
      { [of.name]: of },
      certifiedError,
    ),
  ),
  comparison(about('standardisedEstimates', 'their formula on stats::lm'), LINEAR, (d) =>
    largestError(standardisedEstimates(fitted(d)), d.standardised, 1e-3),
  ),
  ...(['HC0', 'HC1', 'HC2', 'HC3', 'HC4'] as const).map((kind) =>
    comparison(
      about('robustCoefficients', `sandwich::vcovHC ${kind}, lmtest`),
      where(LINEAR, (d) => d.robust[kind]),
      (d) => robustError(d, d.robust[kind] ?? [], { kind }),
    ),
  ),
  ...(['CR0', 'CR1', 'CR1S'] as const).map((kind) =>
    comparison(
      about('robustCoefficients', `sandwich::vcovCL, ${kind}, lmtest`),
      where(LINEAR, (d) => d.clustered),
      (d) => robustError(d, d.clustered?.[kind] ?? [], { kind, clusters: d.clusters }),
    ),
  ),
  comparison(
    about('varianceInflation', 'car::vif'),
    where(LINEAR, (d) => d.vif),
    (d) => largestError(varianceInflation(fitted(d)), { terms: d.vif }),
  ),
  comparison(
    about('typeTwoTests', 'car::Anova type 2'),
    where(LINEAR, (d) => d.typeTwo),
    (d) => largestError(typeTwoTests(fitted(d)), { terms: d.typeTwo }),
  ),
  comparison(
    about('typeTwoTests', 'car::Anova type 2, HC3'),
    where(LINEAR, (d) => d.typeTwoRobust),
    (d) => largestError(typeTwoTests(fitted(d), { kind: 'HC3' }), { terms: d.typeTwoRobust }),
  ),
  comparison(
    about('influence', 'stats::influence.measures'),
    where(LINEAR, (d) => d.influence),
    (d) => largestError(influence(fitted(d)), d.influence, 1e-3),
  ),
  comparison(
    about('breuschPagan', 'lmtest::bptest'),
    where(LINEAR, (d) => d.breuschPagan),
    (d) => largestError(breuschPagan(fitted(d)), d.breuschPagan),
  ),
  comparison(
    // R's sums of terms with alternating signs lose digits.
    { ...about('durbinWatson', 'lmtest::dwtest'), tolerance: 1e-8 },
    where(LINEAR, (d) => d.durbinWatson),
    (d) => largestError(durbinWatson(fitted(d)), d.durbinWatson, 1e-3),
  ),
  comparison(about('predictLinear', 'stats::predict.lm'), LINEAR, (d) =>
    largestError(predictLinear(fitted(d), d.fresh), d.predicted, 1e-3),
  ),
];
