import type { Question } from '@tirek/domain/instruments/engine';
import { monthNames } from '@tirek/domain/text';
import { type DateParts, yearsBetween } from '../answering/date-parts.ts';
import { useSurvey } from './survey-context.ts';

/** Day, month and year to choose from, with our own names of the months: browsers have no Kazakh ones. */
export function DateFields({
  question,
  parts,
  onParts,
}: {
  question: Question;
  parts: DateParts;
  onParts: (parts: DateParts) => void;
}) {
  const { say, language, survey } = useSurvey();
  const days = Array.from({ length: 31 }, (_, at) => ({ id: `${at + 1}`, text: `${at + 1}` }));
  const months = monthNames(language).map((text, at) => ({ id: `${at + 1}`, text }));
  const years = yearsBetween(question.min, question.max, survey.thisYear).map((year) => ({
    id: `${year}`,
    text: `${year}`,
  }));
  const fields = [
    { part: 'day', choices: days },
    { part: 'month', choices: months },
    { part: 'year', choices: years },
  ] as const;
  return (
    <>
      {question.precision !== 'day' && <p class="hint">{say('date.hint')}</p>}
      <div class="date">
        {fields.map(({ part, choices }) => (
          <label key={part} class={part}>
            <span class="label">{say(`date.${part}`)}</span>
            <select
              value={parts[part]}
              onChange={({ currentTarget }) => onParts({ ...parts, [part]: currentTarget.value })}
            >
              <option value="">–</option>
              {choices.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </>
  );
}
