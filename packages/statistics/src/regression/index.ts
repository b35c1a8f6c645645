export { type BreuschPagan, breuschPagan } from './breusch-pagan.ts';
export type { Coefficient } from './coefficients.ts';
export type {
  CountModel,
  CountOptions,
  CountQuestion,
  Dispersion,
} from './count-outcome.ts';
export type {
  ColumnPart,
  DesignColumn,
  DesignPlan,
  DesignTerm,
  Explanation,
} from './design-plan.ts';
export { type DurbinWatson, durbinWatson } from './durbin-watson.ts';
export type { FittedModel } from './fitted-model.ts';
export { type HosmerLemeshow, hosmerLemeshow, type RiskGroup } from './hosmer-lemeshow.ts';
export { type Influence, influence } from './influence.ts';
export type { InfiniteEstimate, LikelihoodFit, NoLikelihoodFit } from './likelihood-fit.ts';
export {
  type LinearModel,
  type LinearOptions,
  type LinearQuestion,
  linearModel,
  type NoLinearModel,
  standardisedEstimates,
} from './linear-model.ts';
export {
  type LogisticModel,
  type LogisticOptions,
  type LogisticQuestion,
  logisticModel,
} from './logistic-model.ts';
export {
  type NegativeBinomialModel,
  type NoOverdispersion,
  negativeBinomialModel,
} from './negative-binomial-model.ts';
export {
  compareLikelihoods,
  compareLinearModels,
  type LikelihoodComparison,
  type LinearComparison,
} from './nested-models.ts';
export type { NewCases } from './new-cases.ts';
export {
  type NoOrdinalModel,
  type OrdinalModel,
  type OrdinalQuestion,
  ordinalLogit,
  type Threshold,
} from './ordinal-logit.ts';
export { type InfiniteRates, poissonModel } from './poisson-model.ts';
export { type LinearPrediction, predictLinear } from './predict-linear.ts';
export { type MeanPrediction, predictMean } from './predict-mean.ts';
export type { FactorPredictor, NumericPredictor, Predictor } from './predictors.ts';
export { type ProfileInterval, profileIntervals } from './profile-intervals.ts';
export { type ProportionalOdds, proportionalOdds } from './proportional-odds.ts';
export type { RatioCoefficient } from './ratios.ts';
export {
  type NoRobustCovariance,
  type RobustCoefficients,
  type RobustCovariance,
  type RobustErrors,
  robustCoefficients,
  robustCovariance,
} from './robust-errors.ts';
export { type TermTest, type TypeTwoTests, typeTwoTests } from './type-two-tests.ts';
export {
  type TermInflation,
  type VarianceInflation,
  varianceInflation,
} from './variance-inflation.ts';
