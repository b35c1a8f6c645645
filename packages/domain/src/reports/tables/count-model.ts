import {
  type CountModel,
  negativeBinomialModel,
  poissonModel,
  type RatioCoefficient,
  varianceInflation,
} from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import { labelOfParts, type PlannedModel } from '../regression/planned-model.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

/** Negative binomial, or Poisson where the counts scatter no more than that; null when neither can be had. */
export function fitCount({ outcome, predictors }: PlannedModel): CountModel | null {
  const question = {
    outcome: outcome.values,
    predictors: predictors.map(({ predictor }) => predictor),
  };
  const wide = negativeBinomialModel(question);
  if (wide.kind === 'estimated') return wide;
  if (wide.reason !== 'no-overdispersion') return null;
  const plain = poissonModel(question);
  return plain.kind === 'estimated' ? plain : null;
}

/** The same kind of model over other values. */
export function fitCountAs(
  { theta }: CountModel,
  { outcome, predictors }: PlannedModel,
): CountModel | null {
  const fit = theta ? negativeBinomialModel : poissonModel;
  const model = fit({
    outcome: outcome.values,
    predictors: predictors.map(({ predictor }) => predictor),
  });
  return model.kind === 'estimated' ? model : null;
}

/** A score that counts signs, by several predictors at once: how many times as many are expected. */
export function buildCountModel(
  planned: PlannedModel,
  model: CountModel,
  { unit, ...speech }: Speech & { unit: string },
): TableDraft {
  const { t } = speech;
  const { outcome, plan } = planned;
  const coefficients: readonly RatioCoefficient[] = model.coefficients;
  const inflation = varianceInflation(model);
  const inflationOf = (term: string | null) =>
    inflation.kind === 'estimated'
      ? (inflation.terms.find((one) => one.term === term)?.gvif ?? null)
      : null;
  return {
    kind: 'table',
    id: `count-model-${plan.id}`,
    title: t(model.theta ? 'model.negativeBinomial' : 'model.poisson', { scale: outcome.title }),
    base: { unit, cases: outcome.values.length, n: model.n },
    rowHead: t('model.predictor'),
    columns: [
      { id: 'ratio', label: t('model.ratio'), kind: 'number', decimals: 2 },
      { id: 'ratioInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'estimate', label: t('model.estimate'), kind: 'number', decimals: 3 },
      { id: 'standardError', label: t('clustering.standardError'), kind: 'number', decimals: 3 },
      { id: 'z', label: 'z', kind: 'number', decimals: 2 },
      { id: 'vif', label: 'VIF', kind: 'number', decimals: 2 },
    ],
    rows: coefficients.map(
      (c): Row => ({
        id: c.name,
        label: labelOfParts(planned, c.parts, speech),
        role: 'category',
        n: model.n,
        cells: [
          c.ratio,
          { low: c.ratioLow, high: c.ratioHigh, level: model.level },
          c.p,
          c.estimate,
          c.standardError,
          c.statistic,
          inflationOf(c.term),
        ],
      }),
    ),
    notes: [t('model.ratioNote'), t('model.completeCases'), t('model.notCause')],
    receipt: scaleReceipt(
      t('receipt.countModel'),
      { ...outcome, method: t('receipt.countModelRule') },
      t,
    ),
  };
}
