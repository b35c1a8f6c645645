import { NumberInput, Textarea } from '@mantine/core';
import type { AnswerValue, Screen } from '@tirek/domain/instruments';
import { isAbsent } from '@tirek/domain/instruments';
import { useId } from 'react';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import styles from './assessments.module.css';

interface QuestionFieldProps {
  readonly screen: Screen;
  readonly value: AnswerValue | undefined;
  /** Asked by one's own eyes: large, and alone on the screen. */
  readonly isLarge?: boolean;
  readonly onAnswer: (value: AnswerValue | undefined) => void;
}

/** One question with what may be answered. */
export function QuestionField({ screen, value, isLarge = false, onAnswer }: QuestionFieldProps) {
  const text = useText('assessments');
  const name = useId();
  const { question } = screen;
  const { type, options, missing } = question;
  if (type === 'display') return <p className={styles.words}>{question.text}</p>;
  const choices =
    type === 'boolean'
      ? [
          { id: 'true', text: text('ask.yes') },
          { id: 'false', text: text('ask.no') },
        ]
      : options;
  const ticked = Array.isArray(value) ? (value as string[]) : [];
  const isChosen = (id: string) =>
    type === 'boolean' ? String(value) === id : ticked.includes(id) || value === id;
  const choose = (id: string) => {
    if (type === 'boolean') onAnswer(id === 'true');
    else if (type === 'multi-choice') onAnswer(toggled(screen, ticked, id));
    else onAnswer(id);
  };
  return (
    <fieldset className={isLarge ? styles.alone : styles.question}>
      <legend className={styles.asked}>
        {question.heading && <span className={styles.heading}>{question.heading}</span>}
        {question.text}
      </legend>
      {question.help && <p className={styles.quiet}>{question.help}</p>}
      <div className={styles.options}>
        {choices.map((option) => (
          <label key={option.id} className={styles.option}>
            <input
              type={type === 'multi-choice' ? 'checkbox' : 'radio'}
              name={name}
              checked={isChosen(option.id)}
              onChange={() => choose(option.id)}
            />
            <span>{option.text}</span>
          </label>
        ))}
        {missing.map((reason) => (
          <label key={reason} className={`${styles.option} ${styles.reason}`}>
            <input
              type="radio"
              name={type === 'multi-choice' ? `${name}-reason` : name}
              checked={isAbsent(value) && value.absent === reason}
              onChange={() => onAnswer({ absent: reason })}
            />
            <span>{text(`${isLarge ? 'hand' : 'ask'}.${reason}`)}</span>
          </label>
        ))}
      </div>
      {(type === 'integer' || type === 'decimal') && (
        <NumberInput
          aria-label={question.text}
          value={typeof value === 'number' ? value : ''}
          allowDecimal={type === 'decimal'}
          onChange={(given) => onAnswer(typeof given === 'number' ? given : undefined)}
        />
      )}
      {type === 'text' && (
        <Textarea
          aria-label={question.text}
          value={typeof value === 'string' ? value : ''}
          maxLength={question.maxLength ?? 2000}
          onChange={(event) => onAnswer(event.currentTarget.value || undefined)}
        />
      )}
      {type === 'date' && (
        <DatePicker
          label={question.text}
          value={typeof value === 'string' ? value : ''}
          onChange={(date) => onAnswer(date || undefined)}
        />
      )}
    </fieldset>
  );
}

/** Ticks in the order of the options; what stands alone takes the others away, and is taken away by them. */
function toggled(
  { question }: Screen,
  ticked: readonly string[],
  id: string,
): string[] | undefined {
  const isAlone = (each: string) => question.options.find((one) => one.id === each)?.exclusive;
  const kept = ticked.includes(id)
    ? ticked.filter((each) => each !== id)
    : isAlone(id)
      ? [id]
      : [...ticked.filter((each) => !isAlone(each)), id];
  const ordered = question.options.map((one) => one.id).filter((each) => kept.includes(each));
  return ordered.length > 0 ? ordered : undefined;
}
