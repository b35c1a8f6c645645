import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '@tirek/domain/cases';
import { familyName, memberName } from '../people/index.ts';
import { useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAheadWords } from './ahead-words.ts';
import styles from './cases.module.css';

/** Birthdays that turn something, turns at school and people who are expected back from prison, soonest first. */
export function AheadPanel({ cases }: { cases: readonly CaseSummary[] }) {
  const text = useText('cases');
  const { told, why, when } = useAheadWords();
  const events = cases
    .flatMap(({ family, ahead }) => ahead.map((event) => ({ ...event, family })))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (events.length === 0) return null;
  return (
    <Panel title={text('ahead')} note={text('ahead.note')}>
      <ul className={styles.tasks}>
        {events.map((event) => {
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
    </Panel>
  );
}
