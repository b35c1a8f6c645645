import type { Paragraph, TableDraft } from '../report.ts';
import type { ScaleItems } from '../scale-items.ts';
import type { Speech } from '../variables.ts';
import { numberAt, paragraph, readerOf, say } from './sentence.ts';

/**
 * Where alpha changes its word: .70 for comparing groups, .90 for decisions about single people (J. C.
 * Nunnally and I. H. Bernstein, Psychometric Theory, 1994, section 7).
 */
const GRADES = [
  { from: 0.9, grade: 'high' },
  { from: 0.7, grade: 'enough' },
  { from: Number.NEGATIVE_INFINITY, grade: 'low' },
] as const;

/** How well the statements of a scale go together, said with the numbers of its table. */
export function reliabilitySentence(
  table: TableDraft,
  { scale, title }: ScaleItems,
  speech: Speech,
): Paragraph | null {
  const alpha = numberAt(table, scale.id, 'alpha');
  if (alpha === null) return null;
  const read = readerOf(table, speech);
  // As it is shown: nobody should read 0.90 and be told that it is below.
  const shown = Math.round(alpha * 100) / 100;
  const grade = GRADES.find(({ from }) => shown >= from)?.grade ?? 'low';
  const words = say((params) => speech.t(`say.reliability.${grade}`, params), {
    scale: title,
    alpha: read.cell(scale.id, 'alpha'),
    interval: read.cell(scale.id, 'alphaInterval'),
    n: read.cell(scale.id, 'n'),
  });
  return paragraph(`say-${table.id}`, words);
}

/** What it costs that the rows of one respondent are alike. */
export function clusteringSentence(
  table: TableDraft,
  { scale, title }: ScaleItems,
  speech: Speech,
): Paragraph {
  const read = readerOf(table, speech);
  const words = say((params) => speech.t('say.clustering', params), {
    scale: title,
    n: read.cell(scale.id, 'n'),
    respondents: read.cell(scale.id, 'respondents'),
    icc: read.cell(scale.id, 'icc'),
    effective: read.cell(scale.id, 'effectiveN'),
  });
  return paragraph(`say-${table.id}`, words);
}
