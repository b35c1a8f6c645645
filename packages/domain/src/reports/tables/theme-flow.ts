import { methodReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import { CODEBOOK_VERSION } from '../themes/codebook.ts';
import { themeTexts } from '../themes/texts.ts';
import { isUnsettled, notesOf, pairsOf, type ThemeFacts } from '../themes/theme-facts.ts';
import type { Speech } from '../variables.ts';

/** From notes to excerpts that were coded twice, with what is still to do. */
export function buildThemeFlow(
  facts: ThemeFacts,
  { language }: Pick<Speech, 'language'>,
): TableDraft {
  const text = themeTexts(language);
  const { excerpts, waiting } = facts;
  const n = excerpts.length;
  const row = (id: 'notes' | 'excerpts' | 'twice' | 'open' | 'waiting', count: number): Row => ({
    id,
    label: text(`flow.${id}`),
    role: 'category',
    n,
    cells: [count],
  });
  return {
    kind: 'table',
    id: 'themes-flow',
    title: text('flow.title'),
    base: { unit: text('unit.excerpts'), cases: n, n },
    rowHead: text('flow.head'),
    columns: [{ id: 'count', label: text('column.all'), kind: 'count', decimals: 0 }],
    rows: [
      row('notes', notesOf(excerpts)),
      row('excerpts', n),
      row('twice', pairsOf(facts).length),
      row('open', excerpts.filter(isUnsettled).length),
      row('waiting', waiting),
    ],
    notes: [text('flow.note')],
    receipt: methodReceipt(text('receipt.flow'), {
      forms: [],
      method: text('receipt.codebook', { version: CODEBOOK_VERSION }),
    }),
  };
}
