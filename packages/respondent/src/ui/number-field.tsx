import type { Question } from '@tirek/domain/instruments/engine';
import { formatNumber } from '@tirek/domain/text';
import { useState } from 'preact/hooks';
import { numberOf, onlyNumber } from '../answering/typed-number.ts';
import { useSurvey } from './survey-context.ts';

/** A number typed on the phone's number keys; anything else does not get in. */
export function NumberField({
  question,
  value,
  onNumber,
}: {
  question: Question;
  value: number | null;
  onNumber: (value: number | null) => void;
}) {
  const { say, language } = useSurvey();
  const sign = formatNumber(0.5, language).charAt(1);
  const written = value === null ? '' : `${value}`.replace('.', sign);
  const [typed, setTyped] = useState(written);
  // "2," is the number 2 to the draft and must stay "2," under her finger.
  const shown = numberOf(typed) === value ? typed : written;
  const { min, max } = question;
  const decimals = question.type === 'integer' ? 0 : (question.decimals ?? 2);
  const isBounded = typeof min === 'number' && typeof max === 'number';
  return (
    <label class="field number">
      <span class="label">
        {isBounded
          ? say('answer.between', {
              min: formatNumber(min, language),
              max: formatNumber(max, language),
            })
          : say('answer.number')}
      </span>
      <input
        type="text"
        inputMode={decimals ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={shown}
        onInput={({ currentTarget }) => {
          const text = onlyNumber(currentTarget.value, {
            decimals,
            sign,
            mayBeNegative: typeof min === 'number' && min < 0,
          });
          currentTarget.value = text;
          setTyped(text);
          onNumber(numberOf(text));
        }}
      />
    </label>
  );
}
