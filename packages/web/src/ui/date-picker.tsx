import '@mantine/dates/styles.layer.css';
import { DatePickerInput } from '@mantine/dates';
import { monthNames, weekdayNames } from '@tirek/domain/text';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import styles from './date-picker.module.css';
import { Icon } from './icons.tsx';

interface DatePickerProps {
  readonly label: string;
  readonly description?: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly min?: string;
  readonly max?: string;
  readonly error?: string | null;
}

const MONDAY = 1;
/** getDay() counts from Sunday; our names from Monday. */
const weekdayPlace = (date: string) =>
  (new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7;
const monthPlace = (date: string) => Number(date.slice(5, 7)) - 1;

/** A day of the calendar. Its words are ours: neither the browser nor the picker's own library has them right in Kazakh. */
export function DatePicker({ value, onChange, min, max, ...field }: DatePickerProps) {
  const text = useText('ui');
  const { language } = useLanguage();
  const format = useFormat();
  const months = monthNames(language);
  const weekdays = weekdayNames(language, 'short');
  const year = (date: string) => date.slice(0, 4);
  return (
    <DatePickerInput
      {...field}
      value={value === '' ? null : value}
      onChange={(date) => onChange(date ?? '')}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
      classNames={{ day: styles.day ?? '' }}
      firstDayOfWeek={MONDAY}
      valueFormatter={({ date }) => (typeof date === 'string' ? format.date(date) : '')}
      placeholder={text('date.choose')}
      leftSection={<Icon name="calendar" size={18} />}
      leftSectionPointerEvents="none"
      weekdayFormat={(date) => weekdays[weekdayPlace(date)] ?? ''}
      monthLabelFormat={(date) => format.date(date.slice(0, 7), 'month')}
      monthsListFormat={(date) => months[monthPlace(date)] ?? ''}
      yearLabelFormat={year}
      yearsListFormat={year}
      decadeLabelFormat={(start, end) => `${year(start)}\u2013${year(end)}`}
      getDayAriaLabel={(date) => format.date(date.slice(0, 10), 'full')}
      getMonthControlProps={(date) => ({
        'aria-label': format.date(date.slice(0, 7), 'month'),
      })}
      ariaLabels={{
        nextMonth: text('date.nextMonth'),
        previousMonth: text('date.previousMonth'),
        nextYear: text('date.nextYear'),
        previousYear: text('date.previousYear'),
        nextDecade: text('date.nextDecade'),
        previousDecade: text('date.previousDecade'),
        monthLevelControl: text('date.months'),
        yearLevelControl: text('date.years'),
      }}
    />
  );
}
