import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { foldSupport, standingAid } from '@tirek/domain/support';
import { useMay } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './support.module.css';
import { useSupportWords } from './use-support-words.ts';
import { whatGiven } from './what-given.ts';

const SHOWN = 8;

/** What happened last of the help to a family, newest first, beside the story of its case. */
export function RecentSupportPanel({
  familyId,
  names,
}: {
  familyId: string;
  /** By person, in the order of the family. */
  names: ReadonlyMap<string, string>;
}) {
  const text = useText('support');
  const format = useFormat();
  const t = useSupportWords();
  const may = useMay();
  const { api } = useClient();
  const read = useQueries({
    queries: [...names.keys()].map((personId) => ({
      queryKey: ['listSupport', { personId }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.call('listSupport', { personId }, { signal }),
      enabled: may('support.read'),
    })),
  });
  if (!may('support.read')) return null;
  const told = read
    .flatMap(({ data }) => (data ? [data] : []))
    .flatMap((records) => [
      ...foldSupport(records).flatMap(({ course, sessions }) =>
        sessions.map(({ id, heldOn, personId, attendance }) => ({
          ...{ id, personId, on: heldOn },
          what: `${whatGiven(course, t)} · ${t(`attendance.${attendance}`)}`,
        })),
      ),
      ...standingAid(records).map(({ id, handedOn, personId, kind, amount, currency }) => ({
        ...{ id, personId, on: handedOn },
        what: `${text('aid')}: ${t(`aid.${kind}`)}, ${format.number(amount)} ${currency}`,
      })),
    ])
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return (
    <Panel
      title={text('recent')}
      actions={
        <Link to="/families/$familyId/support" params={{ familyId }}>
          {text('whole')}
        </Link>
      }
    >
      {told.length === 0 && <p className={styles.quiet}>{text('none')}</p>}
      <ol className={styles.rows}>
        {told.slice(0, SHOWN).map(({ id, on, personId, what }) => (
          <li key={id}>
            <p className={styles.quiet}>
              {format.date(on)} · {names.get(personId)}
            </p>
            <p className={styles.name}>{what}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
