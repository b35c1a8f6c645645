import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OpenPaper, Paper, PaperState } from '@tirek/domain/people/papers';
import type { ReactNode } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './papers.module.css';
import { usePaperWords } from './use-paper-words.ts';

const TONES: Readonly<Record<PaperState, 'going' | 'waiting' | 'over' | 'bad'>> = {
  missing: 'bad',
  preparing: 'waiting',
  applied: 'waiting',
  refused: 'bad',
  held: 'going',
  expired: 'bad',
  'not-needed': 'over',
  withdrawn: 'over',
};

interface PaperLineProps {
  readonly paper: Paper;
  readonly state: PaperState;
  /** Null where nothing is open about it. */
  readonly open: OpenPaper | null;
  readonly nameOf: (personId: string) => string;
  /** Whose it is, where that is not the page's own person. */
  readonly whose?: ReactNode;
  readonly onChange: (() => void) | null;
}

/** One paper: where it stands, why it does not move, who acts, and what waits behind it. */
export function PaperLine({ paper, state, open, nameOf, whose, onChange }: PaperLineProps) {
  const text = useText('papers');
  const format = useFormat();
  const { t, kind, reason } = usePaperWords();
  const day = (date: string) => format.date(date, 'medium');
  const { actor, step, dueOn, expiresOn, since, aboutPersonId } = paper;
  const acts = [
    text('since', { date: day(since) }),
    ...(actor ? [text('acts', { who: t(`actor.${actor}`) })] : []),
    ...(step ? [text('next', { step: t(`step.${step}`) })] : []),
    ...(dueOn ? [text('due', { date: day(dueOn) })] : []),
    ...(expiresOn ? [text('goodUntil', { date: day(expiresOn) })] : []),
  ];
  return (
    <div>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {kind(paper.kind)}
          {aboutPersonId && <span className={styles.quiet}>: {nameOf(aboutPersonId)}</span>}
        </h3>
        <StatusMark tone={TONES[state]} label={t(`state.${state}`)} />
      </div>
      {whose && <p className={styles.whose}>{whose}</p>}
      {open && <Stuck open={open} nameOf={nameOf} reason={reason} />}
      <p className={styles.small}>{acts.join(' · ')}</p>
      {open && open.behind.length > 0 && (
        <div className={styles.behind}>
          <p className={styles.small}>{text('behind')}</p>
          <ul>
            {open.behind.map((each) => (
              <li key={`${each.kind} ${each.personId}`}>
                {text('behind.one', { paper: kind(each.kind), name: nameOf(each.personId) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {onChange && (
        <Button variant="default" size="compact-sm" className={styles.change} onClick={onChange}>
          {text('change')}
        </Button>
      )}
    </div>
  );
}

function Stuck({
  open,
  nameOf,
  reason,
}: {
  open: OpenPaper;
  nameOf: (personId: string) => string;
  reason: ReturnType<typeof usePaperWords>['reason'];
}) {
  const text = useText('papers');
  const { kind, needs } = usePaperWords();
  if (open.reasons.length === 0) return null;
  return (
    <div className={styles.stuck}>
      <p>{text('stuck', { reasons: open.reasons.map(reason).join(', ') })}</p>
      {open.blockers.map((blocker) => (
        <p key={blocker.subjectId} className={styles.small}>
          {text('blocker', { paper: kind(blocker.kind), name: nameOf(blocker.personId) })}{' '}
          {needs(blocker, open.paper)}
        </p>
      ))}
    </div>
  );
}

/** Somebody's name as the way to her page. */
export const PersonLink = ({ personId, name }: { personId: string; name: string }) => (
  <Link to="/people/$personId" params={{ personId }}>
    {name}
  </Link>
);
