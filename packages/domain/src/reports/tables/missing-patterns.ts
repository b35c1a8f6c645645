import { percentOf } from '@tirek/statistics';
import type { MissingItems } from '../missing-items.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

/** Patterns beyond these share one row. */
const MOST_PATTERNS = 10;
/** Items of a pattern that are named; of more only their number. */
const MOST_NAMED = 4;

/** Which items of a scale were left out together, and by how many. */
export function buildMissingPatterns(
  { gathered, patterns }: MissingItems,
  { t, unit }: Speech & { unit: string },
): TableDraft {
  const { items, title, form, scale } = gathered;
  const cases = patterns.reduce((sum, pattern) => sum + pattern.cases.length, 0);
  const row = (
    named: Pick<Row, 'id' | 'label' | 'role'>,
    missing: number | null,
    count: number,
  ) => ({
    ...named,
    n: cases,
    cells: [missing, count, percentOf(count, cases)],
  });
  const labelOf = (missing: readonly number[]) => {
    if (missing.length === 0) return t('patterns.none');
    if (missing.length === items.length) return t('patterns.all');
    if (missing.length > MOST_NAMED) return t('patterns.several', { count: missing.length });
    return missing.map((place) => items[place]?.variable.label ?? '').join('; ');
  };
  const told = patterns.slice(0, MOST_PATTERNS);
  const rest = patterns.slice(MOST_PATTERNS);
  const rows = told.map(({ missing, cases: { length } }) =>
    row(
      { id: `missing-${missing.join('-') || 'none'}`, label: labelOf(missing), role: 'category' },
      missing.length,
      length,
    ),
  );
  const others = rest.reduce((sum, pattern) => sum + pattern.cases.length, 0);
  return {
    kind: 'table',
    id: `missing-patterns-${form.code}-${scale.id}`,
    title: t('patterns.title', { scale: title }),
    base: { unit, cases, n: cases },
    rowHead: t('patterns.head'),
    columns: [
      { id: 'items', label: t('patterns.items'), kind: 'count', decimals: 0 },
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.percent'), kind: 'percent', decimals: 1 },
    ],
    rows: [
      ...rows,
      ...(rest.length > 0
        ? [
            row(
              {
                id: 'others',
                label: t('patterns.others', { count: rest.length }),
                role: 'category',
              },
              null,
              others,
            ),
          ]
        : []),
      row({ id: 'total', label: t('patterns.total'), role: 'total' }, null, cases),
    ],
    notes: [],
    receipt: scaleReceipt(t('receipt.patterns'), { form, scale }, t),
  };
}
