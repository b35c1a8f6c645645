import { describe, frequencyTable } from '@tirek/statistics';
import { chosenOptions } from '../observations.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Column, FigureDraft, Row, TableDraft } from '../report.ts';
import type { ReportTexts } from '../report-texts.ts';
import { itemPoints, type ScaleItem, type ScaleItems } from '../scale-items.ts';
import { detailOf, type Speech } from '../variables.ts';
import { describeInWords } from '../words.ts';

type Setting = Speech & { unit: string };

/** Every item of a scale: n, each category with count and share, mean and SD of the printed coding. */
export function buildScaleItems(scale: ScaleItems, { t, unit }: Setting): TableDraft {
  const columns: Column[] = [
    { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
    { id: 'mean', label: t('column.mean'), kind: 'number', decimals: 2 },
    { id: 'standardDeviation', label: t('column.sd'), kind: 'number', decimals: 2 },
    ...scale.categories.map(({ id, label, points }) => ({
      id: `option-${id}`,
      label: t('scale.category', { label, points }),
      kind: 'share' as const,
      decimals: 1,
    })),
    { id: 'missing', label: t('column.missing'), kind: 'count', decimals: 0 },
  ];
  const rows = scale.items.map((item) => itemRow(item, scale));
  return {
    kind: 'table',
    id: `items-${scale.form.code}-${scale.scale.id}`,
    title: t('scale.items', { scale: scale.title }),
    base: baseOf(rows, scale, unit),
    rowHead: t('column.statement'),
    columns,
    rows,
    notes: [
      t('scale.coding', { coding: scale.scale.printedCoding }),
      t('scale.shares'),
      ...(scale.items.some(({ isReversed }) => isReversed) ? [t('scale.reversed')] : []),
    ],
    receipt: scaleReceipt(t('receipt.items'), scale, t),
  };
}

function itemRow(item: ScaleItem, { categories }: ScaleItems): Row {
  const counted = frequencyTable(
    chosenOptions(item.observations),
    categories.map(({ id }) => id),
  );
  const { mean, standardDeviation } = describe(itemPoints(item));
  return {
    id: item.variable.linkId,
    label: item.isReversed ? `${item.variable.label} *` : item.variable.label,
    ...detailOf(item.variable),
    role: 'category',
    n: counted.n,
    cells: [
      counted.n,
      mean,
      standardDeviation,
      ...counted.rows.map(({ count, validPercent }) => ({ count, percent: validPercent })),
      counted.missing,
    ],
  };
}

/** The same answers as bars, the item with most unfavourable answers on top; null while there are none. */
export function buildScaleFigure(
  scale: ScaleItems,
  { t, language, unit }: Setting,
): FigureDraft | null {
  if (scale.items.some(({ isReversed }) => isReversed)) return null;
  const rows = scale.items
    .map((item) => itemRow(item, scale))
    .filter(({ n }) => n > 0)
    .map(({ id, label, n, cells }) => ({
      id,
      label,
      n,
      percents: cells.flatMap((cell) =>
        cell && typeof cell === 'object' && 'percent' in cell ? [cell.percent ?? 0] : [],
      ),
    }));
  if (rows.length === 0) return null;
  const lowShare = (percents: readonly number[]) =>
    percents.reduce((sum, p, i) => sum + (scale.categories[i]?.side === 'unfavourable' ? p : 0), 0);
  rows.sort((a, b) => lowShare(b.percents) - lowShare(a.percents));
  const sideLabel = t(`scale.side.${scale.scale.direction}`);
  return {
    kind: 'figure',
    id: `figure-items-${scale.form.code}-${scale.scale.id}`,
    title: t('scale.figure', { scale: scale.title }),
    description: describeInWords(
      rows.map((row) => ({ label: row.label, percent: lowShare(row.percents) })),
      { t, language, lead: t('scale.figureDescription', { side: sideLabel }) },
    ),
    base: baseOf(rows, scale, unit),
    chart: {
      type: 'diverging-bars',
      categories: scale.categories.map(({ id, label, side }) => ({ id, label, side })),
      rows,
      sideLabel,
    },
    notes: [t('scale.figureNote', { options: unfavourableOptions(scale, t) })],
  };
}

/** The names of the options that count as unfavourable, for the note that says so. */
export function unfavourableOptions({ categories }: ScaleItems, t: ReportTexts): string {
  return categories
    .filter(({ side }) => side === 'unfavourable')
    .map(({ label }) => t('quoted', { text: label }))
    .join(', ');
}

function baseOf(rows: ReadonlyArray<{ n: number }>, { items }: ScaleItems, unit: string) {
  return {
    unit,
    cases: items[0]?.observations.length ?? 0,
    n: Math.max(0, ...rows.map(({ n }) => n)),
  };
}
