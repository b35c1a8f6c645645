import { TextInput } from '@mantine/core';
import { LONGEST, type Names } from '@tirek/domain/services';
import { LANGUAGES } from '@tirek/domain/text';
import { useText } from '../text/language.tsx';
import styles from './directory.module.css';

/** A name in three languages, one of which is enough. */
export function NameFields({
  value,
  onChange,
}: {
  value: Names;
  onChange: (names: Names) => void;
}) {
  const text = useText('directory');
  return (
    <fieldset className={styles.names}>
      <legend>{text('name')}</legend>
      <p className={styles.quiet}>{text('nameHelp')}</p>
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          label={text(`name.${language}`)}
          value={value[language]}
          maxLength={LONGEST.name}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  );
}
