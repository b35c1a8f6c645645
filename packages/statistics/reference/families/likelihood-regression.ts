import {
  type CountModel,
  type CountQuestion,
  hosmerLemeshow,
  type LogisticModel,
  type LogisticOptions,
  logisticModel,
  type NegativeBinomialModel,
  negativeBinomialModel,
  type OrdinalModel,
  ordinalLogit,
  poissonModel,
  predictMean,
  profileIntervals,
  proportionalOdds,
  type RobustErrors,
  robustCovariance,
  typeTwoTests,
  varianceInflation,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/regression-generalised.json' with { type: 'json' };
import { ITERATIVE, largestError } from '../largest-error.ts';
import { coefficientError, explanationOf, type Question, where } from '../regression-question.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: ITERATIVE });
// Likelihood ratios and deviances may be nearly 0: measured against a thousandth.
const UNIT = 1e-3;

type Column = (number | null)[];
type Predicted = { cases: Record<string, (number | string)[]>; expected: object[] };
type LogisticReference = Question & {
  outcome: Column;
  level: number;
  coefficients: object[];
  firth: object[];
  penalised: number;
  expected: object;
  separated: string[];
  predicted: Predicted | null;
  profile: { low: number; high: number }[];
  hosmerLemeshow: object | null;
  vif: object[] | null;
  typeTwo: object[] | null;
};
type CountReference = Question & {
  outcome: Column;
  exposure: Column | null;
  clusters: number[];
  level: number;
  coefficients: object[];
  robust: Record<'HC0' | 'HC3', number[]>;
  clustered: number[];
  predicted: Predicted;
  expected: object;
  profile: { low: number; high: number }[] | null;
  negativeBinomial: Pick<CountReference, 'coefficients' | 'expected' | 'profile'> | null;
};
type OrdinalReference = Question & {
  outcome: (string | null)[];
  levels: string[];
  level: number;
  coefficients: object[];
  thresholds: object[];
  expected: object;
  proportional: object | null;
  fitted: number[];
};

const LOGISTIC = reference.logistic as unknown as Record<string, LogisticReference>;
const COUNT = reference.count as unknown as Record<string, CountReference>;
const ORDINAL = reference.ordinal as unknown as Record<string, OrdinalReference>;

type Outcome = { readonly kind: string; readonly reason?: string };

function must<Model extends Outcome>(model: Model): Extract<Model, { kind: 'estimated' }> {
  if (model.kind !== 'estimated') throw new Error(model.reason);
  return model as Extract<Model, { kind: 'estimated' }>;
}

function logistic(d: LogisticReference, options: LogisticOptions = {}): LogisticModel {
  const { outcome, level } = d;
  return must(logisticModel({ ...explanationOf(d), outcome }, { level, ...options }));
}

function countQuestion(d: CountReference): CountQuestion {
  const { outcome, exposure } = d;
  return { ...explanationOf(d), outcome, ...(exposure && { exposure }) };
}

const poisson = (d: CountReference): CountModel =>
  must(poissonModel(countQuestion(d), { level: d.level }));

const negative = (d: CountReference): NegativeBinomialModel =>
  must(negativeBinomialModel(countQuestion(d), { level: d.level }));

function ordinal(d: OrdinalReference): OrdinalModel {
  const { intercept: _, ...explanation } = explanationOf(d);
  const { outcome, levels, level } = d;
  return must(ordinalLogit({ ...explanation, outcome, levels }, { level }));
}

function profileError(
  model: LogisticModel | CountModel,
  expected: readonly { low: number; high: number }[],
): number {
  const profiles = profileIntervals(model);
  const errors = expected.map((bounds, i) =>
    largestError(profiles[i], bounds, model.coefficients[i]?.standardError),
  );
  return Math.max(...errors);
}

function robustErrorsOf(model: CountModel, errors: RobustErrors): number[] {
  const { covariance } = must(robustCovariance(model, errors));
  return covariance.map((row, i) => Math.sqrt(row[i] as number));
}

function probabilityError(d: OrdinalReference): number {
  const { probabilities, levels } = ordinal(d);
  const places = new Map(levels.map(({ level }, place) => [level, place]));
  const answers = d.outcome.filter((_, i) => isComplete(d, i));
  const own = answers.map((answer, i) => probabilities[places.get(answer ?? '') ?? 0]?.[i]);
  return largestError(own, d.fitted);
}

function predictionError(model: LogisticModel | CountModel, predicted: Predicted | null): number {
  return largestError(predictMean(model, predicted?.cases ?? {}), predicted?.expected, UNIT);
}

function isComplete(d: OrdinalReference, i: number): boolean {
  return d.outcome[i] !== null && d.predictors.every(({ values }) => values[i] !== null);
}

export const LIKELIHOOD_REGRESSION: readonly Comparison[] = [
  comparison(about('logisticModel', 'stats::glm, or brglm2 where separated'), LOGISTIC, (d) => {
    const model = logistic(d);
    const separated = model.separated.map(({ name, towards }) => `${name} ${towards}`);
    return Math.max(
      coefficientError(model.coefficients, d.coefficients),
      largestError(model, d.expected, UNIT),
      largestError(separated, d.separated),
    );
  }),
  comparison(about('logisticModel', "brglm2 AS_mean, Firth's likelihood"), LOGISTIC, (d) => {
    const model = logistic(d, { method: 'firth' });
    return Math.max(
      coefficientError(model.coefficients, d.firth),
      largestError(model, { penalisedLogLikelihood: d.penalised }),
    );
  }),
  comparison(about('profileIntervals', 'tight root on glm or Firth, logistic'), LOGISTIC, (d) =>
    profileError(logistic(d), d.profile),
  ),
  comparison(
    about('hosmerLemeshow', 'its formula, quantiles of type 7'),
    where(LOGISTIC, (d) => d.hosmerLemeshow),
    (d) => largestError(hosmerLemeshow(logistic(d)), d.hosmerLemeshow, UNIT),
  ),
  comparison(
    about('varianceInflation', 'car::vif of a glm'),
    where(LOGISTIC, (d) => d.vif),
    (d) => largestError(varianceInflation(logistic(d)), { terms: d.vif }),
  ),
  comparison(
    about('typeTwoTests', 'car::Anova type 2 of a glm, Wald'),
    where(LOGISTIC, (d) => d.typeTwo),
    (d) => largestError(typeTwoTests(logistic(d)), { terms: d.typeTwo }, UNIT),
  ),
  comparison(about('poissonModel', 'stats::glm'), COUNT, (d) =>
    Math.max(
      coefficientError(poisson(d).coefficients, d.coefficients),
      largestError(poisson(d), d.expected, UNIT),
    ),
  ),
  comparison(
    about('predictMean', 'stats::predict.glm, logistic'),
    where(LOGISTIC, (d) => d.predicted),
    (d) => predictionError(logistic(d), d.predicted),
  ),
  comparison(about('predictMean', 'stats::predict.glm, Poisson'), COUNT, (d) =>
    predictionError(poisson(d), d.predicted),
  ),
  ...(['HC0', 'HC3'] as const).map((kind) =>
    comparison(about('robustCovariance', `sandwich::vcovHC ${kind} of a glm`), COUNT, (d) =>
      largestError(robustErrorsOf(poisson(d), { kind }), d.robust[kind]),
    ),
  ),
  comparison(about('robustCovariance', 'sandwich::vcovCL HC1 of a glm'), COUNT, (d) =>
    largestError(robustErrorsOf(poisson(d), { kind: 'CR1S', clusters: d.clusters }), d.clustered),
  ),
  comparison(
    about('profileIntervals', 'tight root on glm, Poisson'),
    where(COUNT, (d) => d.profile),
    (d) => profileError(poisson(d), d.profile ?? []),
  ),
  comparison(
    about('negativeBinomialModel', 'MASS::glm.nb, loops run to the end'),
    where(COUNT, (d) => d.negativeBinomial),
    (d) =>
      Math.max(
        coefficientError(negative(d).coefficients, d.negativeBinomial?.coefficients ?? []),
        largestError(negative(d), d.negativeBinomial?.expected, UNIT),
      ),
  ),
  comparison(
    about('profileIntervals', 'tight root on glm, negative binomial'),
    where(COUNT, (d) => d.negativeBinomial?.profile),
    (d) => profileError(negative(d), d.negativeBinomial?.profile ?? []),
  ),
  comparison(about('ordinalLogit', 'ordinal::clm, MASS::polr'), ORDINAL, (d) => {
    const model = ordinal(d);
    return Math.max(
      coefficientError(model.coefficients, d.coefficients),
      coefficientError(model.thresholds, d.thresholds),
      largestError(model, d.expected, UNIT),
      probabilityError(d),
    );
  }),
  comparison(
    about('proportionalOdds', "Brant's formula on stats::glm"),
    where(ORDINAL, (d) => d.proportional),
    (d) => largestError(proportionalOdds(ordinal(d)), d.proportional, UNIT),
  ),
];
