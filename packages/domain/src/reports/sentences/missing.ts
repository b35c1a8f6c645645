import type { MissingItems } from '../missing-items.ts';
import type { Paragraph, TableDraft } from '../report.ts';
import { chanceRowId } from '../tables/missing-by-chance.ts';
import type { Speech } from '../variables.ts';
import { numberAt, paragraph, pValue, readerOf, say } from './sentence.ts';

const ALPHA = 0.05;

/** What Little's test lets one say of each scale, and no more: a large p is no proof of chance. */
export function missingSentences(
  table: TableDraft,
  scales: readonly MissingItems[],
  speech: Speech,
): Paragraph[] {
  const read = readerOf(table, speech);
  return scales.flatMap(({ gathered }) => {
    const id = chanceRowId(gathered);
    const p = numberAt(table, id, 'p');
    if (p === null) return [];
    const found = p < ALPHA ? 'against' : 'unclear';
    const words = say((params) => speech.t(`say.missing.${found}`, params), {
      scale: gathered.title,
      chiSquare: read.cell(id, 'chiSquare'),
      df: read.cell(id, 'df'),
      p: pValue(read.cell(id, 'p')),
      n: read.cell(id, 'n'),
    });
    return [paragraph(`say-missing-${id}`, words)];
  });
}
