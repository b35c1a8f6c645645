import { type MissingItems, MOST_TESTED } from '../missing-items.ts';
import { methodReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

/** Little's test for each scale of which something was left out; null where none can be tested. */
export function buildMissingByChance(
  scales: readonly MissingItems[],
  responses: number,
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const rows = scales.flatMap(({ gathered, test }): Row[] => {
    if (test.kind === 'not-estimable') return [];
    const { n, patterns, chiSquare, df, p } = test;
    return [
      {
        id: chanceRowId(gathered),
        label: gathered.title,
        role: 'category',
        n,
        cells: [n, patterns, chiSquare, df, p],
      },
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'missing-by-chance',
    title: t('chance.title'),
    base: { unit, cases: responses, n: Math.max(...rows.map(({ n }) => n)) },
    rowHead: t('chance.scale'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'patterns', label: t('chance.patterns'), kind: 'count', decimals: 0 },
      { id: 'chiSquare', label: 'χ²', kind: 'number', decimals: 2 },
      { id: 'df', label: t('column.df'), kind: 'count', decimals: 0 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
    ],
    rows,
    notes: [
      t('chance.note'),
      ...(responses > MOST_TESTED ? [t('chance.drawn', { most: MOST_TESTED })] : []),
    ],
    receipt: methodReceipt(t('receipt.chance'), {
      forms: scales.map(({ gathered }) => gathered.form),
      method: t('receipt.chanceRule'),
    }),
  };
}

/** The row of a scale. */
export function chanceRowId({ form, scale }: MissingItems['gathered']): string {
  return `${form.code}-${scale.id}`;
}
