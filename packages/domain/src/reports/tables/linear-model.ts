import {
  type LinearModel,
  linearModel,
  robustCoefficients,
  standardisedEstimates,
  varianceInflation,
} from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import { labelOfParts, type PlannedModel } from '../regression/planned-model.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

export function fitLinear({ outcome, predictors }: PlannedModel): LinearModel | null {
  const model = linearModel({
    outcome: outcome.values,
    predictors: predictors.map(({ predictor }) => predictor),
  });
  return model.kind === 'estimated' ? model : null;
}

/** A score by several predictors at once, least squares with HC3 errors; null when a case fits itself. */
export function buildLinearModel(
  planned: PlannedModel,
  model: LinearModel,
  { unit, ...speech }: Speech & { unit: string },
): TableDraft | null {
  const { t } = speech;
  const { outcome, plan } = planned;
  const robust = robustCoefficients(model, { kind: 'HC3' });
  if (robust.kind === 'not-estimable') return null;
  const standardised = standardisedEstimates(model);
  const inflation = varianceInflation(model);
  const inflationOf = (term: string | null) =>
    inflation.kind === 'estimated'
      ? (inflation.terms.find((one) => one.term === term)?.gvif ?? null)
      : null;
  return {
    kind: 'table',
    id: `linear-model-${plan.id}`,
    title: t('model.linear', { scale: outcome.title }),
    base: { unit, cases: outcome.values.length, n: model.n },
    rowHead: t('model.predictor'),
    columns: [
      { id: 'estimate', label: t('model.estimate'), kind: 'number', decimals: 3 },
      { id: 'interval', label: t('column.interval'), kind: 'interval', decimals: 3 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'standardError', label: t('model.hc3'), kind: 'number', decimals: 3 },
      { id: 't', label: 't', kind: 'number', decimals: 2 },
      { id: 'beta', label: 'β', kind: 'number', decimals: 2 },
      { id: 'vif', label: 'VIF', kind: 'number', decimals: 2 },
    ],
    rows: robust.coefficients.map(
      (c, i): Row => ({
        id: c.name,
        label: labelOfParts(planned, c.parts, speech),
        role: 'category',
        n: model.n,
        cells: [
          c.estimate,
          { low: c.low, high: c.high, level: model.level },
          c.p,
          c.standardError,
          c.statistic,
          standardised[i] ?? null,
          inflationOf(c.term),
        ],
      }),
    ),
    notes: [t('model.linearNote'), t('model.completeCases'), t('model.notCause')],
    receipt: scaleReceipt(
      t('receipt.linearModel'),
      { ...outcome, method: t('receipt.linearModelRule') },
      t,
    ),
  };
}
