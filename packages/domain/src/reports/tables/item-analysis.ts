import { itemStatistics, type OneFactorModel, percentOf, shape } from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { ScaleItems } from '../scale-items.ts';
import { scaleMatrix } from '../scale-matrix.ts';
import type { Speech } from '../variables.ts';

/**
 * Each statement of a scale against the others: how it goes with their sum, what alpha would be without it,
 * how many chose the lowest and the highest answer, its skewness, and its loading on one common factor.
 * @param factor of the same cases
 * @returns null when no two cases are complete, or the scale has fewer than three items.
 */
export function buildItemAnalysis(
  scale: ScaleItems,
  factor: OneFactorModel,
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const matrix = scaleMatrix(scale);
  const against = itemStatistics(matrix);
  if (against.kind === 'not-estimable' || scale.items.length < 3) return null;
  const rows = scale.items.map((item, i): Row => {
    const points = (matrix[i] ?? []).filter((value) => value !== null);
    const possible = Object.values(item.pointsOf);
    const shareAt = (end: number) =>
      percentOf(points.filter((value) => value === end).length, points.length);
    const loading =
      factor.kind === 'estimated' ? (factor.factorItems[i]?.standardisedLoading ?? null) : null;
    const own = against.items[i];
    return {
      id: item.variable.linkId,
      label: item.isReversed ? `${item.variable.label} *` : item.variable.label,
      role: 'category',
      n: points.length,
      cells: [
        points.length,
        own?.itemRestCorrelation ?? null,
        own?.ifDropped?.alpha ?? null,
        shareAt(Math.min(...possible)),
        shareAt(Math.max(...possible)),
        skewnessOf(points),
        loading,
      ],
    };
  });
  const { title } = scale;
  return {
    kind: 'table',
    id: `item-analysis-${scale.form.code}-${scale.scale.id}`,
    title: t('itemAnalysis.title', { scale: title }),
    base: { unit, cases: matrix[0]?.length ?? 0, n: against.n },
    rowHead: t('column.statement'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'itemRest', label: t('itemAnalysis.itemRest'), kind: 'number', decimals: 2 },
      { id: 'alphaIfDropped', label: t('itemAnalysis.ifDropped'), kind: 'number', decimals: 3 },
      { id: 'floor', label: t('itemAnalysis.floor'), kind: 'percent', decimals: 1 },
      { id: 'ceiling', label: t('itemAnalysis.ceiling'), kind: 'percent', decimals: 1 },
      { id: 'skewness', label: t('itemAnalysis.skewness'), kind: 'number', decimals: 2 },
      { id: 'loading', label: t('itemAnalysis.loading'), kind: 'number', decimals: 2 },
    ],
    rows,
    notes: [
      t('itemAnalysis.complete', { n: against.n }),
      t('itemAnalysis.ends'),
      ...(scale.items.some(({ isReversed }) => isReversed) ? [t('scale.reversed')] : []),
    ],
    receipt: scaleReceipt(
      t('receipt.itemAnalysis'),
      { ...scale, method: t('receipt.itemAnalysisRule') },
      t,
    ),
  };
}

function skewnessOf(points: readonly number[]): number | null {
  const found = shape(points);
  return found.kind === 'estimated' ? found.skewness : null;
}
