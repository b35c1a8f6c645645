import { hedgesG, welchTTest } from '@tirek/statistics';
import { listCompared, scoredBase } from '../compared-groups.ts';
import type { Grouping } from '../groupings.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Cell, Row, TableDraft } from '../report.ts';
import type { ScoreVariable } from '../score-variables.ts';
import type { Speech } from '../variables.ts';

/** Groupings that leave two groups: how far apart they are; null when there are none. */
export function buildPairTests(
  variable: ScoreVariable,
  groupings: readonly Grouping[],
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const rows = listCompared(variable, groupings).flatMap(({ grouping, groups }): Row[] => {
    const [one, other, third] = groups;
    if (!one || !other || third) return [];
    const test = welchTTest(one.values, other.values);
    const g = hedgesG(one.values, other.values);
    if (test.kind === 'not-estimable') return [];
    return [
      {
        id: grouping.id,
        label: t('groups.pair', { by: grouping.label, one: one.label, other: other.label }),
        role: 'category',
        n: test.n,
        cells: [
          test.n,
          test.difference,
          intervalOf(test),
          test.t,
          test.df,
          test.p,
          ...(g.kind === 'estimated' ? [g.estimate, intervalOf(g)] : [null, null]),
        ],
      },
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: `pair-tests-${variable.id}`,
    title: t('groups.pairs', { scale: variable.title }),
    base: scoredBase(variable, unit),
    rowHead: t('groups.by'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'difference', label: t('groups.difference'), kind: 'number', decimals: 2 },
      { id: 'differenceInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 't', label: 't', kind: 'number', decimals: 2 },
      { id: 'df', label: t('column.df'), kind: 'number', decimals: 1 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'g', label: t('groups.g'), kind: 'number', decimals: 2 },
      { id: 'gInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
    ],
    rows,
    notes: [t('groups.pairsNote')],
    receipt: scaleReceipt(
      t('receipt.pairTests'),
      { ...variable, method: t('receipt.pairTestsRule') },
      t,
    ),
  };
}

const intervalOf = ({ low, high, level }: { low: number; high: number; level: number }): Cell => ({
  low,
  high,
  level,
});
