import { describe } from '@tirek/statistics';
import { scoredBase } from '../compared-groups.ts';
import type { Grouping } from '../groupings.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { ScoreVariable } from '../score-variables.ts';
import type { Speech } from '../variables.ts';
import { intervalOfMean } from './numeric-summary.ts';

/** The scores of one scale in every group of every grouping. */
export function buildGroupMeans(
  variable: ScoreVariable,
  groupings: readonly Grouping[],
  { t, unit }: Speech & { unit: string },
): TableDraft {
  const rows = groupings.flatMap((grouping) => [
    meansRow({ id: grouping.id, label: grouping.label, role: 'category' }, everybodyIn(grouping)),
    ...grouping.groups.map(({ id, label }) =>
      meansRow({ id: `${grouping.id}-${id}`, label, role: 'nested' }, valuesIn(grouping, id)),
    ),
  ]);
  function everybodyIn({ of }: Grouping) {
    return variable.values.filter((_, i) => of[i] !== null);
  }
  function valuesIn({ of }: Grouping, group: string) {
    return variable.values.filter((_, i) => of[i] === group);
  }
  return {
    kind: 'table',
    id: `group-means-${variable.id}`,
    title: t('groups.means', { scale: variable.title }),
    base: scoredBase(variable, unit),
    rowHead: t('scores.group'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'mean', label: t('column.mean'), kind: 'number', decimals: 2 },
      { id: 'standardDeviation', label: t('column.sd'), kind: 'number', decimals: 2 },
      { id: 'meanInterval', label: t('column.meanInterval'), kind: 'interval', decimals: 2 },
      { id: 'median', label: t('column.median'), kind: 'number', decimals: 2 },
    ],
    rows,
    notes: [t('groups.classes')],
    receipt: scaleReceipt(t('receipt.groupMeans'), variable, t),
  };
}

function meansRow(
  named: Pick<Row, 'id' | 'label' | 'role'>,
  values: readonly (number | null)[],
): Row {
  const d = describe(values);
  return {
    ...named,
    n: d.n,
    cells: [d.n, d.mean, d.standardDeviation, intervalOfMean(values), d.median],
  };
}
