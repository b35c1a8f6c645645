import { type OneFactorModel, pearson } from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { ScaleItems } from '../scale-items.ts';
import { scaleMatrix } from '../scale-matrix.ts';
import type { Speech } from '../variables.ts';

/** From here on two statements share something that the factor does not explain. */
const LARGE = 0.2;
/** More pairs are only counted. */
const MOST = 10;

type Residual = {
  readonly id: string;
  readonly label: string;
  readonly observed: number;
  readonly implied: number;
  readonly residual: number;
};

/**
 * What of the correlations of a scale's statements one factor leaves over: the pairs from 0.2 on, at most ten, and the
 * largest one where none is; null when the model cannot be had, or fits any three statements exactly.
 */
export function buildFactorResiduals(
  scale: ScaleItems,
  model: OneFactorModel,
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  if (model.kind === 'not-estimable' || model.df === 0) return null;
  const residuals = residualsOf(scale, model, t);
  const [largest] = residuals;
  if (!largest) return null;
  const large = residuals.filter(({ residual }) => Math.abs(residual) > LARGE);
  const shown = large.length === 0 ? [largest] : large.slice(0, MOST);
  const { n } = model;
  return {
    kind: 'table',
    id: `residuals-${scale.form.code}-${scale.scale.id}`,
    title: t('residuals.title', { scale: scale.title }),
    base: { unit, cases: n + model.missing, n },
    rowHead: t('residuals.rowHead'),
    columns: [
      { id: 'observed', label: t('residuals.observed'), kind: 'number', decimals: 2 },
      { id: 'implied', label: t('residuals.implied'), kind: 'number', decimals: 2 },
      { id: 'residual', label: t('residuals.residual'), kind: 'number', decimals: 2 },
    ],
    rows: shown.map(
      ({ id, label, observed, implied, residual }): Row => ({
        id,
        label,
        role: 'category',
        n,
        cells: [observed, implied, residual],
      }),
    ),
    notes: [
      t('residuals.note'),
      large.length === 0
        ? t('residuals.none', { pairs: residuals.length })
        : t('residuals.count', { large: large.length, pairs: residuals.length }),
    ],
    receipt: scaleReceipt(
      t('receipt.residuals'),
      { ...scale, method: t('receipt.residualsRule') },
      t,
    ),
  };
}

/** Of every pair, the furthest from 0 first; of the complete cases, as the factor. */
function residualsOf(
  scale: ScaleItems,
  model: Extract<OneFactorModel, { kind: 'estimated' }>,
  t: Speech['t'],
): Residual[] {
  const matrix = completeRows(scaleMatrix(scale));
  return scale.items
    .flatMap((one, i) =>
      scale.items.slice(i + 1).flatMap((other, k): Residual[] => {
        const j = i + 1 + k;
        const r = pearson(matrix[i] ?? [], matrix[j] ?? []);
        const [a, b] = [model.factorItems[i], model.factorItems[j]];
        if (r.kind !== 'estimated' || !a || !b) return [];
        const implied = a.standardisedLoading * b.standardisedLoading;
        return [
          {
            id: `${one.variable.linkId}--${other.variable.linkId}`,
            label: t('pairs.pair', { one: one.variable.label, other: other.variable.label }),
            observed: r.coefficient,
            implied,
            residual: r.coefficient - implied,
          },
        ];
      }),
    )
    .toSorted((a, b) => Math.abs(b.residual) - Math.abs(a.residual));
}

function completeRows(matrix: ReturnType<typeof scaleMatrix>): (number | null)[][] {
  const isWhole = (_: unknown, i: number) => matrix.every((item) => item[i] !== null);
  return matrix.map((item) => item.filter(isWhole));
}
