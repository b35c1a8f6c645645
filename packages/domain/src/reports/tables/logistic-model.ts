import { type LogisticModel, logisticModel, type RatioCoefficient } from '@tirek/statistics';
import { formatNumber } from '../../text/index.ts';
import { scaleReceipt } from '../receipts.ts';
import { labelOfParts, type PlannedModel } from '../regression/planned-model.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

export type CutModel = { readonly model: LogisticModel; readonly cut: number };

/** Scores from the highest band up against those below; null without bands or when it cannot be had. */
export function fitAboveCut({ outcome, predictors }: PlannedModel): CutModel | null {
  const cut = outcome.scale.bandSets[0]?.bands.at(-1)?.from;
  if (cut === undefined) return null;
  const model = logisticModel({
    outcome: outcome.values.map((value) => (value === null ? null : Number(value >= cut))),
    predictors: predictors.map(({ predictor }) => predictor),
  });
  return model.kind === 'estimated' ? { model, cut } : null;
}

export function buildLogisticModel(
  planned: PlannedModel,
  { model, cut }: CutModel,
  { unit, ...speech }: Speech & { unit: string },
): TableDraft {
  const { t, language } = speech;
  const { outcome, plan } = planned;
  const coefficients: readonly RatioCoefficient[] = model.coefficients;
  const events = model.outcome.reduce((sum, value) => sum + value, 0);
  return {
    kind: 'table',
    id: `logistic-model-${plan.id}`,
    title: t('model.logistic', { scale: outcome.title, cut: formatNumber(cut, language) }),
    base: { unit, cases: outcome.values.length, n: model.n },
    rowHead: t('model.predictor'),
    columns: [
      { id: 'oddsRatio', label: t('model.oddsRatio'), kind: 'number', decimals: 2 },
      { id: 'interval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'estimate', label: t('model.estimate'), kind: 'number', decimals: 3 },
      { id: 'standardError', label: t('clustering.standardError'), kind: 'number', decimals: 3 },
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
        ],
      }),
    ),
    notes: [
      t('model.events', {
        events,
        perParameter: formatNumber(events / (coefficients.length - 1), language, {
          decimals: 1,
        }),
      }),
      ...(model.method === 'firth' ? [t('model.firth')] : []),
    ],
    receipt: scaleReceipt(
      t('receipt.logisticModel'),
      { ...outcome, method: t('receipt.logisticModelRule') },
      t,
    ),
  };
}
