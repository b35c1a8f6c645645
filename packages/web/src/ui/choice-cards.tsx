import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './choice-cards.module.css';

interface ChoiceCardsProps<Value extends string> {
  /** Read out; the panel around it says the same to the eye. */
  readonly legend: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: ReadonlyArray<{
    readonly value: Value;
    readonly title: string;
    readonly words: ReactNode;
    readonly isClosed?: boolean;
  }>;
}

/** One of a few things that need explaining: each choice says what it means. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <VisuallyHidden component="legend">{props.legend}</VisuallyHidden>
      {props.choices.map(({ value, title, words, isClosed }) => (
        <label key={value} className={styles.card}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            disabled={isClosed ?? false}
            aria-describedby={`${name}-${value}`}
            onChange={() => props.onChange(value)}
          />
          <span>
            <span className={styles.title}>{title}</span>
            <span id={`${name}-${value}`} className={styles.words}>
              {words}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
