import type { MonthKept } from '@tirek/domain/people/school';
import { monthNames } from '@tirek/domain/text';
import { useLanguage, useText } from '../../text/language.tsx';
import { Facts } from '../../ui/facts.tsx';
import styles from './school.module.css';

/** Attendance, month by month. */
export function MonthsList({ months }: { months: readonly MonthKept[] }) {
  const text = useText('school');
  const { language } = useLanguage();
  const names = monthNames(language);
  if (months.length === 0) return <p className={styles.quiet}>{text('months.none')}</p>;
  return (
    <Facts
      facts={months.map(({ value: { month, days, away, excused } }) => [
        `${names[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
        text('months.line', { days, away, excused }),
      ])}
    />
  );
}
