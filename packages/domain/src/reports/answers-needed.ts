import type { Scale } from '../instruments/index.ts';
import type { ReportTexts } from './report-texts.ts';

/** How many answers a score asks for, in words. */
export function answersNeeded(
  { minimumAnswered: count, items }: Pick<Scale, 'minimumAnswered' | 'items'>,
  t: ReportTexts,
): string {
  const of = items.length;
  return count === of ? t('scores.answeredAll', { of }) : t('scores.answered', { count, of });
}
