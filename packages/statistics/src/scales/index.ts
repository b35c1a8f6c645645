export type { AlphaInterval } from './alpha-intervals.ts';
export { type CronbachAlpha, cronbachAlpha } from './cronbach-alpha.ts';
export { type ItemStatistics, itemStatistics, type ScaleItems } from './item-statistics.ts';
export { standardErrorOfMeasurement } from './measurement-error.ts';
export { type OmegaTotal, omegaTotal } from './omega-total.ts';
export { type FactorItem, type OneFactorModel, oneFactorModel } from './one-factor-model.ts';
export {
  type OrdinalAlpha,
  ordinalAlpha,
  type PolychoricMatrix,
  polychoricMatrix,
} from './ordinal-alpha.ts';
export { type Polychoric, polychoric } from './polychoric.ts';
export type { Reversal } from './reversal.ts';
export { reverseAnswers } from './reverse-answers.ts';
export type { NoCovariance, ScaleOptions } from './scale-covariance.ts';
export { type ScaleScores, scaleScores } from './scale-scores.ts';
