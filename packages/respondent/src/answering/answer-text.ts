import { type AnswerValue, isAbsent, type Question } from '@tirek/domain/instruments/engine';
import { formatNumber, type Language } from '@tirek/domain/text';
import type { Say } from '../survey-data.ts';
import { writtenDate } from './findings.ts';

/** An answer as the review shows it. */
export function answerText(
  value: AnswerValue | undefined,
  { question, say, language }: { question: Question; say: Say; language: Language },
): string {
  if (value === undefined) return say('absent.not-reached');
  if (isAbsent(value)) {
    return say(value.absent === 'not-shown' ? 'absent.not-reached' : `absent.${value.absent}`);
  }
  if (typeof value === 'boolean') return say(value ? 'answer.yes' : 'answer.no');
  if (typeof value === 'number') return formatNumber(value, language);
  if (question.type === 'roster') return formatNumber(value.length, language);
  if (question.type === 'date') return writtenDate(value as string, language);
  if (question.options.length === 0) return value as string;
  const chosen = ([] as unknown[]).concat(value);
  return question.options
    .filter(({ id }) => chosen.includes(id))
    .map(({ text }) => text)
    .join('; ');
}
