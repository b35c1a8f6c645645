import type { OneFactorModel } from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import type { TableDraft } from '../report.ts';
import type { ScaleItems } from '../scale-items.ts';
import type { Speech } from '../variables.ts';

/** Cases an item below which a factor model is thin: the rule of thumb of R. L. Gorsuch, Factor Analysis, 1983. */
const CASES_PER_ITEM = 5;

/** Whether one factor will do for a scale; null when the model cannot be had. */
export function buildOneFactorFit(
  scale: ScaleItems,
  model: OneFactorModel,
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  if (model.kind === 'not-estimable' || model.df === 0) return null;
  const { n, level } = model;
  const interval = { low: model.rmseaLow, high: model.rmseaHigh, level };
  return {
    kind: 'table',
    id: `one-factor-${scale.form.code}-${scale.scale.id}`,
    title: t('oneFactor.title', { scale: scale.title }),
    base: { unit, cases: n + model.missing, n },
    rowHead: t('scores.scale'),
    columns: [
      { id: 'n', label: t('reliability.complete'), kind: 'count', decimals: 0 },
      { id: 'chiSquare', label: 'χ²', kind: 'number', decimals: 1 },
      { id: 'df', label: t('column.df'), kind: 'count', decimals: 0 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'cfi', label: 'CFI', kind: 'number', decimals: 3 },
      { id: 'tli', label: 'TLI', kind: 'number', decimals: 3 },
      { id: 'rmsea', label: 'RMSEA', kind: 'number', decimals: 3 },
      { id: 'rmseaInterval', label: t('oneFactor.rmseaInterval'), kind: 'interval', decimals: 3 },
      { id: 'srmr', label: 'SRMR', kind: 'number', decimals: 3 },
    ],
    rows: [
      {
        id: scale.scale.id,
        label: scale.title,
        role: 'category',
        n,
        cells: [
          n,
          model.chiSquare,
          model.df,
          model.p,
          model.cfi,
          model.tli,
          model.rmsea,
          interval,
          model.srmr,
        ],
      },
    ],
    notes: [
      t('oneFactor.note'),
      ...(n < CASES_PER_ITEM * model.items
        ? [t('oneFactor.thin', { n, items: model.items, wanted: CASES_PER_ITEM })]
        : []),
      ...(model.isHeywood ? [t('oneFactor.heywood')] : []),
      ...(scale.roster === null ? [] : [t('oneFactor.roster')]),
    ],
    receipt: scaleReceipt(
      t('receipt.oneFactor'),
      { ...scale, method: t('receipt.oneFactorRule') },
      t,
    ),
  };
}
