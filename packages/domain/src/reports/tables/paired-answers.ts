import { adjustP } from '@tirek/statistics';
import type { WaveResponse } from '../facts.ts';
import { pairAnswers, pairId } from '../paired-answers.ts';
import { methodReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech, Variable } from '../variables.ts';

/** Which answers of a question with several come together; null where too few answered or ticked the same. */
export function buildPairedAnswers(
  responses: readonly WaveResponse[],
  variable: Variable,
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const found = pairAnswers(responses, variable);
  if (!found) return null;
  const { pairs, cases, n } = found;
  const holm = adjustP(
    pairs.map(({ p }) => p),
    'holm',
  );
  return {
    kind: 'table',
    id: `pairs-${variable.form.code}-${variable.linkId}`,
    title: t('pairs.title', { question: variable.label }),
    base: { unit, cases, n },
    rowHead: t('pairs.rowHead'),
    columns: [
      { id: 'count', label: t('pairs.both'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.percent'), kind: 'percent', decimals: 1 },
      { id: 'expected', label: t('pairs.expected'), kind: 'number', decimals: 1 },
      { id: 'lift', label: t('pairs.lift'), kind: 'number', decimals: 2 },
      { id: 'phi', label: 'φ', kind: 'number', decimals: 2 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'pHolm', label: t('column.holm'), kind: 'p-value', decimals: 3 },
    ],
    rows: pairs.map(
      (pair, i): Row => ({
        id: pairId(pair),
        label: t('pairs.pair', { one: pair.one.label, other: pair.other.label }),
        role: 'category',
        n,
        cells: [
          pair.both,
          (100 * pair.both) / n,
          pair.expected,
          pair.lift,
          pair.phi,
          pair.p,
          holm[i] ?? null,
        ],
      }),
    ),
    notes: [t('pairs.note'), t('pairs.few')],
    receipt: methodReceipt(t('receipt.pairs'), {
      forms: [variable.form],
      method: t('receipt.pairsRule'),
    }),
  };
}
