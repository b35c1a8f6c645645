import { percentOf } from '@tirek/statistics';
import { IMPUTATION, type ImputedWave } from '../imputation/imputed-wave.ts';
import { methodReceipt } from '../receipts.ts';
import type { PlannedModel } from '../regression/planned-model.ts';
import type { TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

type Imputed = Extract<ImputedWave, { kind: 'imputed' }>;

/** What is filled in, how much of it, and from what. */
export function buildImputedVariables(
  { variables, n }: Imputed,
  planned: readonly PlannedModel[],
  { t, unit }: Speech & { unit: string },
): TableDraft {
  const incomplete = variables.filter(({ missing }) => missing > 0).length;
  return {
    kind: 'table',
    id: 'imputed-variables',
    title: t('imputed.variables'),
    base: { unit, cases: n, n },
    rowHead: t('imputed.variable'),
    columns: [
      { id: 'missing', label: t('column.missing'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.percent'), kind: 'percent', decimals: 1 },
      { id: 'from', label: t('imputed.from'), kind: 'words', decimals: 0 },
    ],
    rows: variables.map(({ name, label, missing }) => ({
      id: name,
      label,
      role: 'category',
      n,
      cells: [
        missing,
        percentOf(missing, n),
        missing === 0
          ? t('imputed.nothing')
          : variables
              .filter((other) => other.name !== name)
              .map((other) => other.label)
              .join('; '),
      ],
    })),
    notes: [
      t('imputed.how', {
        imputations: IMPUTATION.imputations,
        iterations: IMPUTATION.iterations,
        donors: IMPUTATION.donors,
        seed: String(IMPUTATION.seed),
      }),
      ...(incomplete > 0 ? [t('imputed.scores')] : []),
      t('imputed.assumption'),
    ],
    receipt: imputedReceipt(t('receipt.imputedVariables'), planned, t),
  };
}

/** The receipt of every table about filled data: method, how often, from which seed. */
export function imputedReceipt(
  definition: string,
  planned: readonly PlannedModel[],
  t: Speech['t'],
) {
  return methodReceipt(definition, {
    forms: planned.map(({ outcome }) => outcome.form),
    method: t('receipt.imputedRule', {
      imputations: IMPUTATION.imputations,
      seed: String(IMPUTATION.seed),
    }),
  });
}
