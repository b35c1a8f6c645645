import {
  type Answers,
  type AnswerValue,
  isAnswered,
  type OpenedForm,
  type Question,
  type Screen,
} from '@tirek/domain/instruments/engine';

/** The rows of a roster, none when it has no answer yet. */
export const rowsIn = (value: AnswerValue | undefined): readonly Answers[] =>
  Array.isArray(value) ? (value as Answers[]) : [];

/** The rows a roster screen begins with: hers, or as many empty ones as an earlier answer suggests. */
export function rowsShown(
  value: AnswerValue | undefined,
  { question, suggestedRows }: Screen,
): readonly Answers[] {
  if (value !== undefined) return rowsIn(value);
  const count = Math.max(0, Math.min(suggestedRows ?? 0, question.maxRows ?? MOST_ROWS));
  return Array.from({ length: count }, () => ({}));
}

/** Where a roster sets no limit of its own. */
export const MOST_ROWS = 30;

/**
 * What a roster's answer becomes when it has these rows. None at all is an answer too ("I have no children to
 * tell about") and is said with a reason where one fits, so that it is not taken for a skipped question.
 */
export function rowsAnswer(rows: readonly Answers[], question: Question): AnswerValue {
  if (rows.length === 0 && question.missing.includes('not-applicable'))
    return { absent: 'not-applicable' };
  return [...rows];
}

/** How many screens of a row are answered, of how many shown. */
export function rowProgress(
  form: OpenedForm,
  answers: Answers,
  { roster, index }: { roster: string; index: number },
): { done: number; all: number } {
  const screens = form
    .questions(answers)
    .filter(
      ({ row, question }) =>
        row?.roster === roster && row.index === index && question.type !== 'display',
    );
  const row = rowsIn(answers[roster])[index] ?? {};
  return {
    done: screens.filter(({ question }) => row[question.linkId] !== undefined).length,
    all: screens.length,
  };
}

/** Whether taking this row away would take answers away. */
export const hasAnswers = (row: Answers | undefined) =>
  Object.values(row ?? {}).some((value) => isAnswered(value));
