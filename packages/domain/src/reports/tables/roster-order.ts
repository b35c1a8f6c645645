import { describe } from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import type { Column, TableDraft } from '../report.ts';
import { itemPoints, type ScaleItems, withRow } from '../scale-items.ts';
import type { Speech } from '../variables.ts';

/** Means of a roster's scale for the first row, the second row and all rows, item by item. */
export function buildRosterOrder(
  scale: ScaleItems,
  { t, unit }: Speech & { unit: string },
): TableDraft {
  const groups = [
    { id: 'first', label: t('roster.first'), row: 0 },
    { id: 'second', label: t('roster.second'), row: 1 },
    { id: 'all', label: t('roster.all'), row: null },
  ];
  const columns = groups.flatMap(({ id, label }): Column[] => [
    {
      id: `${id}-n`,
      label: t('roster.columnOf', { group: label, what: t('column.n') }),
      kind: 'count',
      decimals: 0,
    },
    {
      id: `${id}-mean`,
      label: t('roster.columnOf', { group: label, what: t('column.mean') }),
      kind: 'number',
      decimals: 2,
    },
    {
      id: `${id}-standardDeviation`,
      label: t('roster.columnOf', { group: label, what: t('column.sd') }),
      kind: 'number',
      decimals: 2,
    },
  ]);
  const rows = scale.items.map((item) => {
    const described = groups.map(({ row }) => describe(itemPoints(withRow(item, row))));
    return {
      id: item.variable.linkId,
      label: item.variable.label,
      role: 'category' as const,
      n: described.at(-1)?.n ?? 0,
      cells: described.flatMap((d) => [d.n, d.mean, d.standardDeviation]),
    };
  });
  return {
    kind: 'table',
    id: `order-${scale.form.code}-${scale.scale.id}`,
    title: t('roster.order', { scale: scale.title }),
    base: {
      unit,
      cases: scale.items[0]?.observations.length ?? 0,
      n: Math.max(0, ...rows.map(({ n }) => n)),
    },
    rowHead: t('column.statement'),
    columns,
    rows,
    notes: [t('scale.coding', { coding: scale.scale.printedCoding }), t('roster.orderNote')],
    receipt: scaleReceipt(t('receipt.rosterOrder'), scale, t),
  };
}
