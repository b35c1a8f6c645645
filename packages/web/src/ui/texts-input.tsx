import { Textarea, TextInput } from '@mantine/core';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useId } from 'react';
import styles from './texts-input.module.css';

export type TextsOfAll = Readonly<Record<Language, string>>;

export const NO_TEXTS: TextsOfAll = { kk: '', ru: '', en: '' };

interface TextsInputProps {
  readonly legend: string;
  readonly help?: string;
  readonly value: TextsOfAll;
  readonly onChange: (texts: TextsOfAll) => void;
  readonly isLong?: boolean;
  readonly maxLength?: number;
}

/** One text in all three languages, each field marked with its language for eyes, ears and spelling checkers. */
export function TextsInput({ legend, help, value, onChange, isLong, maxLength }: TextsInputProps) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <fieldset className={styles.group} aria-describedby={help ? helpId : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {help && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
      <div className={styles.rows}>
        {LANGUAGES.map((language) => {
          const field = {
            id: `${id}-${language}`,
            lang: language,
            value: value[language],
            maxLength: maxLength ?? 1000,
            onChange: (event: { currentTarget: { value: string } }) =>
              onChange({ ...value, [language]: event.currentTarget.value }),
          };
          return (
            <div key={language} className={styles.row}>
              <label htmlFor={field.id} lang={language} className={styles.language}>
                {LANGUAGE_NAMES[language]}
              </label>
              {isLong ? <Textarea {...field} autosize minRows={2} /> : <TextInput {...field} />}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
