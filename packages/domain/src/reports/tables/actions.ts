import { type ListedNeed, proposalOf } from '../needs/listed-needs.ts';
import type { Told } from '../needs/told-rows.ts';
import { countReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import { numberAt } from '../sentences/sentence.ts';

/** What the leading numbers ask for: each need with its place in the taxonomy, what could be done and who could hold it. */
export function buildActions(needs: readonly ListedNeed[], told: Told): TableDraft {
  const { speech, forms } = told;
  const { t } = speech;
  return {
    kind: 'table',
    id: 'actions',
    title: t('actions.title'),
    base: { unit: t('actions.unit'), cases: needs.length, n: needs.length },
    rowHead: t('actions.need'),
    columns: [
      { id: 'domain', label: t('actions.domain'), kind: 'words', decimals: 0 },
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.percent'), kind: 'percent', decimals: 1 },
      { id: 'action', label: t('actions.action'), kind: 'words', decimals: 0 },
      { id: 'holder', label: t('actions.holder'), kind: 'words', decimals: 0 },
      { id: 'body', label: t('actions.body'), kind: 'words', decimals: 0 },
      { id: 'by', label: t('actions.by'), kind: 'words', decimals: 0 },
    ],
    rows: needs.map((need): Row => {
      const { domain, need: label, action, holder, body } = proposalOf(need, told);
      const { table, row } = need.told;
      return {
        id: need.id,
        label,
        role: 'category',
        n: row.n,
        cells: [
          domain,
          numberAt(table, row.id, 'count'),
          numberAt(table, row.id, need.percent),
          action,
          holder,
          body,
          // Whoever takes it on sets the day.
          null,
        ],
      };
    }),
    notes: [t('actions.figures'), t('actions.note'), t('actions.by.note')],
    receipt: countReceipt(t('receipt.actions'), { forms, t }),
  };
}
