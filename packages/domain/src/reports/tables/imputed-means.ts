import { describe } from '@tirek/statistics';
import type { ImputedWave } from '../imputation/imputed-wave.ts';
import { pooledMean } from '../imputation/pooled.ts';
import type { PlannedModel } from '../regression/planned-model.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';
import { imputedReceipt } from './imputed-variables.ts';
import { intervalOfMean } from './numeric-summary.ts';

type Imputed = Extract<ImputedWave, { kind: 'imputed' }>;

/** Means of the scales that lack scores: as answered, and with those filled in; null where no mean can be had. */
export function buildImputedMeans(
  imputed: Imputed,
  planned: readonly PlannedModel[],
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const rows = imputed.variables.flatMap(({ name, label, score, missing }): Row[] => {
    if (!score || missing === 0) return [];
    const pooled = pooledMean(name, imputed);
    if (!pooled) return [];
    const { n, mean } = describe(score.values);
    const { estimate, low, high, level, fractionMissing } = pooled;
    return [
      {
        id: name,
        label,
        role: 'category',
        n: imputed.n,
        cells: [
          n,
          mean,
          intervalOfMean(score.values),
          estimate,
          { low, high, level },
          100 * fractionMissing,
        ],
      },
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'imputed-means',
    title: t('imputed.means'),
    base: { unit, cases: imputed.n, n: imputed.n },
    rowHead: t('scores.scale'),
    columns: [
      { id: 'completeCases', label: t('imputed.completeCases'), kind: 'count', decimals: 0 },
      { id: 'complete', label: t('imputed.completeMean'), kind: 'number', decimals: 2 },
      { id: 'completeInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'filled', label: t('imputed.filledMean'), kind: 'number', decimals: 2 },
      { id: 'filledInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'fractionMissing', label: t('imputed.fraction'), kind: 'percent', decimals: 1 },
    ],
    rows,
    notes: [t('imputed.fractionNote')],
    receipt: imputedReceipt(t('receipt.imputedMeans'), planned, t),
  };
}
