import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '@tirek/domain/cases';
import { fullName } from '@tirek/domain/people';
import { familyName } from '../people/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './cases.module.css';

/** Children who turn twelve and people who are expected back from prison, soonest first. */
export function AheadPanel({ cases }: { cases: readonly CaseSummary[] }) {
  const text = useText('cases');
  const format = useFormat();
  const events = cases
    .flatMap(({ family, ahead }) => ahead.map((event) => ({ ...event, family })))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (events.length === 0) return null;
  const day = (date: string) => format.date(date, 'medium');
  return (
    <Panel title={text('ahead')} note={text('ahead.note')}>
      <ul className={styles.tasks}>
        {events.map(({ kind, personId, from, to, family }) => {
          const name = family.members.find((member) => member.personId === personId)?.name;
          return (
            <li key={`${kind} ${personId} ${family.id}`} className={styles.task}>
              <div className={styles.taskWords}>
                <p className={styles.taskName}>
                  {text(`ahead.${kind}`, { name: (name && fullName(name)) || text('gone') })}
                </p>
                <p className={styles.taskFamily}>
                  <Link to="/families/$familyId/case" params={{ familyId: family.id }}>
                    {text('task.family', { name: familyName(family) || text('gone') })}
                  </Link>
                </p>
              </div>
              <span className={styles.quiet}>
                {from === to ? day(from) : text('ahead.between', { from: day(from), to: day(to) })}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
