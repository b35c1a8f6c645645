import type { Answers, AnswerValue } from '@tirek/domain/instruments/engine';
import { formatNumber } from '@tirek/domain/text';
import { useState } from 'preact/hooks';
import { answersIn, type Draft, placeId } from '../answering/draft.ts';
import type { Place } from '../answering/places.ts';
import { hasAnswers, MOST_ROWS, rowProgress, rowsAnswer, rowsShown } from '../answering/rows.ts';
import { useSurvey } from './survey-context.ts';

/** How many there are to tell about, and each of them with what is answered so far. */
export function RosterField({
  place,
  draft,
  value,
  onValue,
}: {
  place: Place;
  draft: Draft;
  value: AnswerValue | undefined;
  onValue: (value: AnswerValue) => void;
}) {
  const { survey, say, language } = useSurvey();
  const { screen, form } = place;
  const rows = rowsShown(value, screen);
  const [removing, setRemoving] = useState<number | null>(null);
  const most = screen.question.maxRows ?? MOST_ROWS;
  const set = (next: readonly Answers[]) => {
    setRemoving(null);
    onValue(rowsAnswer(next, screen.question));
  };
  const remove = (index: number) => {
    if (removing !== index && hasAnswers(rows[index])) setRemoving(index);
    else set(rows.filter((_, other) => other !== index));
  };
  const answers = answersIn(draft, form);
  const rowScreens = form.questions(answers).filter(({ row }) => row?.roster === screen.path);
  const headings = rows.map(
    (_, index) =>
      rowScreens.find(({ row }) => row?.index === index)?.row?.heading ?? `${index + 1}`,
  );
  return (
    <>
      <div class="stepper" role="group" aria-label={say('row.how-many')}>
        <button
          type="button"
          aria-label={say('row.fewer')}
          disabled={rows.length === 0}
          onClick={() => remove(rows.length - 1)}
        >
          −
        </button>
        <output aria-live="polite">{formatNumber(rows.length, language)}</output>
        <button
          type="button"
          aria-label={say('row.more')}
          disabled={rows.length >= most}
          onClick={() => set([...rows, {}])}
        >
          +
        </button>
      </div>
      {rows.some(hasAnswers) && (
        <ol class="rows">
          {rows.map((_, index) => {
            const name = headings[index] ?? '';
            const first = rowScreens.find(({ row }) => row?.index === index);
            return (
              <li key={index}>
                <div>
                  <strong>{name}</strong>
                  <span class="label">
                    {say('row.answered', {
                      ...rowProgress(form, answers, { roster: screen.path, index }),
                    })}
                  </span>
                </div>
                {first && (
                  <button
                    type="button"
                    class="plain"
                    aria-label={`${say('action.change')}: ${name}`}
                    onClick={() => survey.goTo(placeId(form.code, first.path))}
                  >
                    {say('action.change')}
                  </button>
                )}
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${say('row.remove')}: ${name}`}
                  onClick={() => remove(index)}
                >
                  {say('row.remove')}
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {removing !== null && (
        <div class="sure" role="alert">
          <p>{say('row.remove-sure', { name: headings[removing] ?? '' })}</p>
          <div class="pair">
            <button type="button" class="plain" onClick={() => setRemoving(null)}>
              {say('action.cancel')}
            </button>
            <button type="button" class="danger" onClick={() => remove(removing)}>
              {say('row.remove-yes')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
