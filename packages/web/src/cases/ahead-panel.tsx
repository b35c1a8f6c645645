import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '@tirek/domain/cases';
import { useState } from 'react';
import { familyName, memberName } from '../people/index.ts';
import { useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAheadWords } from './ahead-words.ts';
import styles from './cases.module.css';

/** More than a phone shows at a glance would bury what is due. */
const AT_FIRST = 8;

/** Birthdays that turn something, turns at school and people who are expected back from prison, soonest first. */
export function AheadPanel({ cases }: { cases: readonly CaseSummary[] }) {
  const text = useText('cases');
  const { told, why, when } = useAheadWords();
  const [isWhole, setWhole] = useState(false);
  const events = cases
    .flatMap(({ family, ahead }) => ahead.map((event) => ({ ...event, family })))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (events.length === 0) return null;
  return (
    <Panel title={text('ahead')} note={text('ahead.note')}>
      <ul className={styles.tasks}>
        {(isWhole ? events : events.slice(0, AT_FIRST)).map((event) => {
          const { kind, personId, from, family } = event;
          const name = memberName(family, personId) ?? text('gone');
          return (
            <li key={`${kind} ${personId} ${from} ${family.id}`} className={styles.task}>
              <div className={styles.taskWords}>
                <p className={styles.taskName}>{told(event, name)}</p>
                {why(event) && <p className={styles.small}>{why(event)}</p>}
                <p className={styles.taskFamily}>
                  <Link to="/families/$familyId/case" params={{ familyId: family.id }}>
                    {text('task.family', { name: familyName(family) || text('gone') })}
                  </Link>
                </p>
              </div>
              <span className={styles.quiet}>{when(event)}</span>
            </li>
          );
        })}
      </ul>
      {!isWhole && events.length > AT_FIRST && (
        <div>
          <Button variant="default" onClick={() => setWhole(true)}>
            {text('ahead.showAll', { count: events.length })}
          </Button>
        </div>
      )}
    </Panel>
  );
}
