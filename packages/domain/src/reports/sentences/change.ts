import type { Paragraph, TableDraft } from '../report.ts';
import type { ScoreChange } from '../score-changes.ts';
import type { Speech } from '../variables.ts';
import { numberAt, paragraph, pValue, readerOf, say } from './sentence.ts';

const ALPHA = 0.05;

/** One sentence a scale: better, worse, or nothing beyond chance, among those who answered both times. */
export function changeSentences(
  table: TableDraft,
  changes: readonly ScoreChange[],
  speech: Speech,
): Paragraph[] {
  const read = readerOf(table, speech);
  return changes.flatMap(({ variable: { id, title, scale } }) => {
    const change = numberAt(table, id, 'change');
    const p = numberAt(table, id, 'p');
    if (change === null || p === null) return [];
    const isBetter = change > 0 === (scale.direction === 'higher-is-better');
    const found = p >= ALPHA ? 'unclear' : isBetter ? 'better' : 'worse';
    const words = say((params) => speech.t(`say.change.${found}`, params), {
      scale: title,
      before: read.cell(id, 'before'),
      after: read.cell(id, 'after'),
      change: read.cell(id, 'change'),
      interval: read.cell(id, 'interval'),
      p: pValue(read.cell(id, 'p')),
      n: read.cell(id, 'n'),
    });
    return [paragraph(`say-change-${id}`, words)];
  });
}
