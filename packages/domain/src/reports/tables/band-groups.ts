import { percentOf } from '@tirek/statistics';
import { type Banded, countBands } from '../banded-groups.ts';
import { scoredBase } from '../compared-groups.ts';
import type { Grouping } from '../groupings.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

/** The bands of one scale in every group of every grouping: counts with their shares of the group. */
export function buildBandGroups(
  banded: Banded,
  groupings: readonly Grouping[],
  { t, unit }: Speech & { unit: string },
): TableDraft {
  const { variable, bands } = banded;
  const rows = groupings.flatMap((grouping): Row[] => {
    const counts = grouping.groups.map(({ id }) => countBands(banded, grouping, id));
    const all = bands.map((_, band) => counts.reduce((sum, row) => sum + (row[band] ?? 0), 0));
    return [
      row({ id: grouping.id, label: grouping.label, role: 'category' }, all),
      ...grouping.groups.map(({ id, label }, i) =>
        row({ id: `${grouping.id}-${id}`, label, role: 'nested' }, counts[i] ?? []),
      ),
    ];
  });
  return {
    kind: 'table',
    id: `band-groups-${variable.id}`,
    title: t('bandsBy.title', { scale: variable.title }),
    base: scoredBase(variable, unit),
    rowHead: t('scores.group'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      ...bands.map(({ id, label }) => ({
        id: `band-${id}`,
        label,
        kind: 'share' as const,
        decimals: 1,
      })),
    ],
    rows,
    notes: [t('bandsBy.shares'), t('groups.classes'), t('bands.screen')],
    receipt: scaleReceipt(t('receipt.bandGroups'), variable, t),
  };
}

function row(named: Pick<Row, 'id' | 'label' | 'role'>, counts: readonly number[]): Row {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return {
    ...named,
    n,
    cells: [n, ...counts.map((count) => ({ count, percent: percentOf(count, n) }))],
  };
}
