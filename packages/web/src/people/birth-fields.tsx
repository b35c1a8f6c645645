import { Checkbox, Select, TextInput } from '@mantine/core';
import { Birth } from '@tirek/domain/people';
import { monthNames } from '@tirek/domain/text';
import { useLanguage, useText } from '../text/language.tsx';
import styles from './people.module.css';

/** A birth as it is typed: whatever is not known stays empty. */
export interface TypedBirth {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly isGuess: boolean;
}

export const NO_BIRTH: TypedBirth = { day: '', month: '', year: '', isGuess: false };

/** What was typed as a birth; null where nothing is known, `wrong` where it is no date. */
export function birthOf({ day, month, year, isGuess }: TypedBirth): Birth | null | 'wrong' {
  if (year === '') return day === '' && month === '' ? null : 'wrong';
  const twoDigits = (text: string) => text.padStart(2, '0');
  const birth = isGuess
    ? { precision: 'about', date: year }
    : month === ''
      ? { precision: 'year', date: year }
      : day === ''
        ? { precision: 'month', date: `${year}-${twoDigits(month)}` }
        : { precision: 'day', date: `${year}-${twoDigits(month)}-${twoDigits(day)}` };
  const isMonthMissing = !isGuess && month === '' && day !== '';
  const read = Birth.safeParse(birth);
  return read.success && !isMonthMissing ? read.data : 'wrong';
}

export function typedBirth(birth: Birth | null): TypedBirth {
  if (!birth) return NO_BIRTH;
  const [year = '', month = '', day = ''] = birth.date.split('-');
  const plain = (text: string) => text.replace(/^0/, '');
  return {
    day: plain(day),
    month: plain(month),
    year,
    isGuess: birth.precision === 'about',
  };
}

/** Day, month and year, each of which may be unknown: half of the births are known by a year alone. */
export function BirthFields({
  value,
  onChange,
}: {
  value: TypedBirth;
  onChange: (value: TypedBirth) => void;
}) {
  const text = useText('people');
  const { language } = useLanguage();
  const isWrong = value.year.length >= 4 && birthOf(value) === 'wrong';
  const digits = (typed: string) => typed.replace(/\D/g, '');
  return (
    <fieldset className={styles.fields}>
      <legend>{text('birth')}</legend>
      <div className={styles.birth}>
        <TextInput
          label={text('birth.day')}
          value={value.day}
          onChange={(event) => onChange({ ...value, day: digits(event.currentTarget.value) })}
          inputMode="numeric"
          maxLength={2}
          disabled={value.isGuess}
        />
        <Select
          label={text('birth.month')}
          data={[
            { value: '', label: text('birth.monthUnknown') },
            ...monthNames(language).map((label, at) => ({ value: String(at + 1), label })),
          ]}
          value={value.month}
          onChange={(month) => onChange({ ...value, month: month ?? '' })}
          allowDeselect={false}
          disabled={value.isGuess}
        />
        <TextInput
          label={text('birth.year')}
          value={value.year}
          onChange={(event) => onChange({ ...value, year: digits(event.currentTarget.value) })}
          inputMode="numeric"
          maxLength={4}
          error={isWrong ? text('birth.wrong') : null}
        />
      </div>
      <Checkbox
        label={text('birth.guess')}
        checked={value.isGuess}
        onChange={(event) => onChange({ ...value, isGuess: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
