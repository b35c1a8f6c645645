import {
  breuschPagan,
  type CountModel,
  type LinearModel,
  type LogisticModel,
} from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import type { PlannedModel } from '../regression/planned-model.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

type Fitted = {
  readonly count: CountModel | null;
  readonly linear: LinearModel | null;
  readonly logistic: LogisticModel | null;
};

/** How well each model of one outcome does, side by side. */
export function buildModelFit(
  { outcome, plan }: PlannedModel,
  { count, linear, logistic }: Fitted,
  { t, unit }: Speech & { unit: string },
): TableDraft {
  const rows: Row[] = [
    ...(count
      ? [
          row(
            { id: 'count', label: t(count.theta ? 'model.ofNegativeBinomial' : 'model.ofPoisson') },
            count.n,
            [
              count.coefficients.length,
              count.mcFadden,
              null,
              count.aic,
              count.likelihoodRatio?.p ?? null,
              count.dispersion.ratio,
              null,
            ],
          ),
        ]
      : []),
    ...(linear
      ? [
          row({ id: 'linear', label: t('model.ofLinear') }, linear.n, [
            linear.coefficients.length,
            linear.rSquared,
            linear.adjustedRSquared,
            linear.aic,
            linear.f?.p ?? null,
            null,
            heteroscedasticity(linear),
          ]),
        ]
      : []),
    ...(logistic
      ? [
          row({ id: 'logistic', label: t('model.ofLogistic') }, logistic.n, [
            logistic.coefficients.length,
            logistic.mcFadden,
            null,
            logistic.aic,
            logistic.likelihoodRatio?.p ?? null,
            null,
            null,
          ]),
        ]
      : []),
  ];
  return {
    kind: 'table',
    id: `model-fit-${plan.id}`,
    title: t('model.fit', { scale: outcome.title }),
    base: { unit, cases: outcome.values.length, n: Math.max(0, ...rows.map(({ n }) => n)) },
    rowHead: t('model.model'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'parameters', label: t('model.parameters'), kind: 'count', decimals: 0 },
      { id: 'explained', label: t('model.explained'), kind: 'number', decimals: 3 },
      { id: 'adjusted', label: t('model.adjusted'), kind: 'number', decimals: 3 },
      { id: 'aic', label: 'AIC', kind: 'number', decimals: 1 },
      { id: 'p', label: t('model.wholeP'), kind: 'p-value', decimals: 3 },
      { id: 'dispersion', label: t('model.dispersion'), kind: 'number', decimals: 2 },
      { id: 'unequal', label: t('model.unequal'), kind: 'p-value', decimals: 3 },
    ],
    rows,
    notes: [t('model.fitNote')],
    receipt: scaleReceipt(
      t('receipt.modelFit'),
      { ...outcome, method: t('receipt.modelFitRule') },
      t,
    ),
  };
}

function row(named: Pick<Row, 'id' | 'label'>, n: number, cells: (number | null)[]): Row {
  return { ...named, role: 'category', n, cells: [n, ...cells] };
}

function heteroscedasticity(model: LinearModel): number | null {
  const test = breuschPagan(model);
  return test.kind === 'estimated' ? test.studentised.p : null;
}
