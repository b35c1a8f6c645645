import { percentOf } from '@tirek/statistics';
import { methodReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import { CODEBOOK_VERSION } from '../themes/codebook.ts';
import { SPEAKERS, type Speaker } from '../themes/note.ts';
import { themeTexts } from '../themes/texts.ts';
import type { CountedExcerpt } from '../themes/theme-facts.ts';
import type { Speech } from '../variables.ts';

/** Groups of whose words something is coded. That they were asked is no secret; how many points each made may be one. */
export function presentSpeakers(excerpts: readonly CountedExcerpt[]): Speaker[] {
  return SPEAKERS.filter((speaker) => excerpts.some((one) => one.speaker === speaker));
}

/** Whose words were coded. */
export function buildThemeSources(
  excerpts: readonly CountedExcerpt[],
  { language }: Pick<Speech, 'language'>,
): TableDraft {
  const text = themeTexts(language);
  const n = excerpts.length;
  const row = (id: string, role: Row['role'], own: readonly CountedExcerpt[]): Row => ({
    id,
    label: id === 'total' ? text('row.all') : text(`speaker.${id as Speaker}`),
    role,
    n,
    cells: [own.length, percentOf(own.length, n)],
  });
  return {
    kind: 'table',
    id: 'themes-sources',
    title: text('sources.title'),
    base: { unit: text('unit.excerpts'), cases: n, n },
    rowHead: text('column.speaker'),
    columns: [
      { id: 'count', label: text('column.excerpts'), kind: 'count', decimals: 0 },
      { id: 'percent', label: text('column.percent'), kind: 'percent', decimals: 1, bar: true },
    ],
    rows: [
      ...presentSpeakers(excerpts).map((speaker) =>
        row(
          speaker,
          'category',
          excerpts.filter((one) => one.speaker === speaker),
        ),
      ),
      row('total', 'total', excerpts),
    ],
    notes: [text('sources.note')],
    receipt: methodReceipt(text('receipt.sources'), {
      forms: [],
      method: text('receipt.codebook', { version: CODEBOOK_VERSION }),
    }),
  };
}
