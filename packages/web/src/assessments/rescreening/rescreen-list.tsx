import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ListedRescreen, rescreenStanding } from '@tirek/domain/assessments/rescreening';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './rescreening.module.css';
import { SkipDialog } from './skip-dialog.tsx';
import { useRescreenWords } from './use-rescreen-words.ts';

const TONES = { overdue: 'bad', due: 'going', soon: 'waiting', later: 'waiting' } as const;

/** People to be asked again, each with when, why and with what; and the two things that can be done about it. */
export function RescreenList({
  people,
  today,
}: {
  people: readonly ListedRescreen[];
  today: string;
}) {
  const [skipped, setSkipped] = useState<ListedRescreen | null>(null);
  return (
    <>
      <ul className={styles.list}>
        {people.map((each) => (
          <Row
            key={each.due.personId}
            listed={each}
            today={today}
            onSkip={() => setSkipped(each)}
          />
        ))}
      </ul>
      {skipped && <SkipDialog due={skipped.due} today={today} onClose={() => setSkipped(null)} />}
    </>
  );
}

function Row({
  listed: { name, due, isOwn, isClosed, holder },
  today,
  onSkip,
}: {
  listed: ListedRescreen;
  today: string;
  onSkip: () => void;
}) {
  const text = useText('rescreening');
  const may = useMay();
  const { when, why, forms } = useRescreenWords();
  const standing = rescreenStanding(due, today);
  const called = name ?? text('nameless');
  const { personId } = due;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.name}>
          <Link to="/people/$personId" params={{ personId }}>
            {called}
          </Link>
          <StatusMark
            tone={TONES[standing]}
            label={text(`list.${standing === 'later' ? 'all' : standing}`)}
          />
        </p>
        <p className={styles.when}>{when(due)}</p>
        <p className={styles.quiet}>{why(due)}</p>
        <p className={styles.quiet}>{forms(due)}</p>
        {due.asksConsent && <p className={styles.quiet}>{text('asksConsent')}</p>}
        {isClosed && <p className={styles.quiet}>{text('closed')}</p>}
        {!isOwn && <p className={styles.quiet}>{holder}</p>}
      </div>
      {isOwn && may('assessment.record') && (
        <div className={styles.actions}>
          <ButtonLink
            size="sm"
            to="/people/$personId/assessments/new"
            params={{ personId }}
            aria-label={text('askOf', { name: called })}
          >
            {text('ask')}
          </ButtonLink>
          <Button
            size="sm"
            variant="default"
            aria-label={text('skipOf', { name: called })}
            onClick={onSkip}
          >
            {text('skip')}
          </Button>
        </div>
      )}
    </li>
  );
}
