import type { CountModel, RatioCoefficient } from '@tirek/statistics';
import type { ImputedWave } from '../imputation/imputed-wave.ts';
import { pooledModel } from '../imputation/pooled.ts';
import { labelOfParts, type PlannedModel } from '../regression/planned-model.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';
import { imputedReceipt } from './imputed-variables.ts';

type Imputed = Extract<ImputedWave, { kind: 'imputed' }>;

/** A count model over complete cases and over filled data, side by side; null where it cannot be had of every filled set. */
export function buildImputedModel(
  { planned, complete }: { planned: PlannedModel; complete: CountModel },
  imputed: Imputed,
  { unit, ...speech }: Speech & { unit: string },
): TableDraft | null {
  const { t } = speech;
  const { outcome, plan } = planned;
  const pooled = pooledModel(planned, complete, imputed);
  if (!pooled) return null;
  const coefficients: readonly RatioCoefficient[] = complete.coefficients;
  const rows = coefficients.flatMap((c): Row[] => {
    const filled = pooled.get(c.name);
    if (!filled) return [];
    return [
      {
        id: c.name,
        label: labelOfParts(planned, c.parts, speech),
        role: 'category',
        n: imputed.n,
        cells: [
          c.ratio,
          { low: c.ratioLow, high: c.ratioHigh, level: complete.level },
          c.p,
          Math.exp(filled.estimate),
          { low: Math.exp(filled.low), high: Math.exp(filled.high), level: filled.level },
          filled.p,
          100 * filled.fractionMissing,
        ],
      },
    ];
  });
  return {
    kind: 'table',
    id: `imputed-model-${plan.id}`,
    title: t('imputed.model', { scale: outcome.title }),
    base: { unit, cases: outcome.values.length, n: imputed.n },
    rowHead: t('model.predictor'),
    columns: [
      { id: 'complete', label: t('imputed.completeRatio'), kind: 'number', decimals: 2 },
      { id: 'completeInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'completeP', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'filled', label: t('imputed.filledRatio'), kind: 'number', decimals: 2 },
      { id: 'filledInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'filledP', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'fractionMissing', label: t('imputed.fraction'), kind: 'percent', decimals: 1 },
    ],
    rows,
    notes: [
      t('imputed.complete', { n: complete.n }),
      t('imputed.fractionNote'),
      t('model.notCause'),
    ],
    receipt: imputedReceipt(t('receipt.imputedModel'), [planned], t),
  };
}
