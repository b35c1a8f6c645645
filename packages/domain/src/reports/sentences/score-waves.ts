import type { Paragraph, TableDraft } from '../report.ts';
import type { ScoreWaves } from '../score-waves.ts';
import { waveRow } from '../tables/score-waves.ts';
import type { Speech } from '../variables.ts';
import { numberAt, paragraph, pValue, readerOf, say } from './sentence.ts';

const ALPHA = 0.05;

/** One sentence a scale on all its waves at once: where it began, where it stands, and whether that is beyond chance. */
export function waveSentences(
  { means, tests }: { means: TableDraft; tests: TableDraft },
  series: readonly ScoreWaves[],
  speech: Speech,
): Paragraph[] {
  const readMeans = readerOf(means, speech);
  const readTests = readerOf(tests, speech);
  return series.flatMap((one) => {
    const { id, title } = one.variable;
    const p = numberAt(tests, id, 'p');
    if (p === null) return [];
    const found = p < ALPHA ? 'moved' : 'unclear';
    const words = say((params) => speech.t(`say.waves.${found}`, params), {
      scale: title,
      waves: readTests.cell(id, 'waves'),
      first: readMeans.cell(waveRow(one, 0), 'mean'),
      last: readMeans.cell(waveRow(one, one.waves.length - 1), 'mean'),
      friedman: readTests.cell(id, 'friedman'),
      p: pValue(readTests.cell(id, 'p')),
      n: readTests.cell(id, 'n'),
    });
    return [paragraph(`say-waves-${id}`, words)];
  });
}
