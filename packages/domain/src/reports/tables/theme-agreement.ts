import { methodReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import {
  type Agreement,
  agreementByTheme,
  type Pair,
  pooledAgreement,
} from '../themes/agreement.ts';
import { CODEBOOK_VERSION } from '../themes/codebook.ts';
import { themeTexts } from '../themes/texts.ts';
import type { Speech } from '../variables.ts';

/** Columns that count what the coders gave; protected reports are told without them. */
export const CODER_COUNTS = ['first', 'second', 'both'];

/** How far two coders agreed, theme by theme and over all decisions; null where nothing was coded twice. */
export function buildThemeAgreement(
  pairs: readonly Pair[],
  { language }: Pick<Speech, 'language'>,
): TableDraft | null {
  if (pairs.length === 0) return null;
  const text = themeTexts(language);
  const row = (id: string, label: string, found: Agreement): Row => {
    const { n, first, second, both, percent, kappa, alpha } = found;
    const undefinedWord = text('notDefined');
    return {
      id,
      label,
      role: 'category',
      n,
      cells: [
        n,
        first,
        second,
        both,
        percent,
        kappa?.value ?? undefinedWord,
        kappa?.interval ?? null,
        alpha ?? undefinedWord,
      ],
    };
  };
  const count = (id: 'first' | 'second' | 'both') => ({
    id,
    label: text(`column.${id}`),
    kind: 'count' as const,
    decimals: 0,
  });
  return {
    kind: 'table',
    id: 'themes-agreement',
    title: text('agreement.title'),
    base: { unit: text('unit.excerpts'), cases: pairs.length, n: pairs.length },
    rowHead: text('column.theme'),
    columns: [
      { id: 'n', label: text('column.decisions'), kind: 'count', decimals: 0 },
      count('first'),
      count('second'),
      count('both'),
      { id: 'percent', label: text('column.agreement'), kind: 'percent', decimals: 1 },
      { id: 'kappa', label: text('column.kappa'), kind: 'number', decimals: 2 },
      { id: 'kappaInterval', label: text('column.kappaInterval'), kind: 'interval', decimals: 2 },
      { id: 'alpha', label: text('column.alpha'), kind: 'number', decimals: 2 },
    ],
    rows: [
      ...agreementByTheme(pairs).map(({ theme, ...found }) =>
        row(theme, text(`theme.${theme}`), found),
      ),
      row('pooled', text('row.pooled'), pooledAgreement(pairs)),
    ],
    notes: [text('agreement.note'), text('agreement.pooled')],
    receipt: methodReceipt(text('receipt.agreement'), {
      forms: [],
      method: text('receipt.agreementRule', { version: CODEBOOK_VERSION }),
    }),
  };
}
