import { type IncidentStanding, incidentFacts } from '@tirek/domain/people/school';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './school.module.css';
import { useSchoolWords } from './use-school-words.ts';

/** What is wanted next of an incident, and whether it is late. */
export function IncidentMark({ incident, today }: { incident: IncidentStanding; today: string }) {
  const text = useText('school');
  const t = useSchoolWords();
  const format = useFormat();
  const { wanted, dueOn } = incident;
  if (wanted === null || dueOn === null) return <StatusMark tone="over" label={t('closed')} />;
  const label = t(`wanted.${wanted}`, { day: format.date(dueOn, 'medium') });
  const isLate = dueOn < today;
  return (
    <StatusMark
      tone={isLate ? 'bad' : 'waiting'}
      label={isLate ? `${label} (${text('due.overdue')})` : label}
    />
  );
}

/** One incident, whole, with what can be done about it. */
export function IncidentLine({
  incident,
  today,
  children,
}: {
  incident: IncidentStanding;
  today: string;
  children?: ReactNode;
}) {
  const { language } = useLanguage();
  return (
    <>
      <div className={styles.head}>
        <IncidentMark incident={incident} today={today} />
        {children}
      </div>
      <Facts facts={incidentFacts(incident, language)} />
    </>
  );
}
