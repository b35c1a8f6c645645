import { clusteredMean, intraclassCorrelation } from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { ScaleItems } from '../scale-items.ts';
import type { ScoreCase } from '../scores.ts';
import type { Speech } from '../variables.ts';

/** Families with two scored rows or more, below which likeness cannot be told. */
const FEWEST_FAMILIES = 10;

/**
 * Rows of a roster are not independent: how alike the rows of one respondent are, and how much wider that
 * makes the interval of the mean. Null when too few respondents have two rows.
 */
export function buildClustering(
  { form, scale, title }: ScaleItems,
  cases: readonly ScoreCase[],
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const scored = cases.filter(({ value }) => value !== null);
  const families = new Map<number, (number | null)[]>();
  for (const { respondent, value } of scored) {
    const family = families.get(respondent);
    if (family) family.push(value);
    else families.set(respondent, [value]);
  }
  const groups = [...families.values()];
  if (groups.filter(({ length }) => length > 1).length < FEWEST_FAMILIES) return null;
  const mean = clusteredMean(
    scored.map(({ value }) => value),
    scored.map(({ respondent }) => respondent),
  );
  const icc = intraclassCorrelation(groups);
  if (mean.kind === 'not-estimable' || icc.kind === 'not-estimable') return null;
  const row: Row = {
    id: scale.id,
    label: title,
    role: 'category',
    n: mean.n,
    cells: [
      mean.n,
      mean.clusters,
      icc.correlation,
      { low: icc.low, high: icc.high, level: icc.level },
      mean.designEffect,
      mean.n / mean.designEffect,
      mean.mean,
      mean.standardError,
      { low: mean.low, high: mean.high, level: mean.level },
    ],
  };
  return {
    kind: 'table',
    id: `clustering-${form.code}-${scale.id}`,
    title: t('clustering.title', { scale: title }),
    base: { unit, cases: cases.length, n: mean.n },
    rowHead: t('scores.scale'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'respondents', label: t('roster.respondents'), kind: 'count', decimals: 0 },
      { id: 'icc', label: t('clustering.icc'), kind: 'number', decimals: 2 },
      { id: 'iccInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'designEffect', label: t('clustering.designEffect'), kind: 'number', decimals: 2 },
      { id: 'effectiveN', label: t('clustering.effectiveN'), kind: 'number', decimals: 0 },
      { id: 'mean', label: t('column.mean'), kind: 'number', decimals: 2 },
      { id: 'standardError', label: t('clustering.standardError'), kind: 'number', decimals: 3 },
      { id: 'meanInterval', label: t('column.meanInterval'), kind: 'interval', decimals: 2 },
    ],
    rows: [row],
    notes: [t('clustering.note'), t('clustering.intervals')],
    receipt: scaleReceipt(
      t('receipt.clustering'),
      { form, scale, method: t('receipt.clusteringRule') },
      t,
    ),
  };
}
