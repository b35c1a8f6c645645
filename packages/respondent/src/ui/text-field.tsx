import type { Question } from '@tirek/domain/instruments/engine';
import { useSurvey } from './survey-context.ts';

/** Told only when the end is near. */
const NEARLY_FULL = 60;

export function TextField({
  question,
  value,
  onText,
}: {
  question: Question;
  value: string;
  onText: (text: string) => void;
}) {
  const { say } = useSurvey();
  const { maxLength, multiline } = question;
  const left = maxLength === null ? null : maxLength - value.length;
  return (
    <div class="field">
      <label class="label" for="answer">
        {say('answer.text')}
      </label>
      {multiline ? (
        <textarea
          id="answer"
          rows={5}
          maxLength={maxLength ?? undefined}
          value={value}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      ) : (
        <input
          id="answer"
          type="text"
          autoComplete="off"
          maxLength={maxLength ?? undefined}
          value={value}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      )}
      <p class="hint" role="status">
        {left !== null && left <= NEARLY_FULL && say('answer.characters-left', { count: left })}
      </p>
    </div>
  );
}
