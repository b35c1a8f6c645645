export type { GroupLabels } from './grouped-cases.ts';
export { type IntraclassCorrelation, intraclassCorrelation } from './intraclass-correlation.ts';
export type { LikelihoodMethod } from './profile.ts';
export {
  type GroupIntercept,
  type MixedCoefficient,
  type RandomIntercept,
  randomIntercept,
} from './random-intercept.ts';
