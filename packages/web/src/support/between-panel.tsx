import { type GivenBetween, givenBetween, lastAttendedOn } from '@tirek/domain/support';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './support.module.css';
import { useSupportWords } from './use-support-words.ts';
import { whatGiven } from './what-given.ts';

const DAY_MS = 86_400_000;
const BEGINNING = '0001-01-01';

/** What was given until somebody was asked, since she was asked before; and how long ago she last came. */
export function BetweenPanel({
  personId,
  before,
  takenOn,
}: {
  personId: string;
  /** When she answered before; null: this is her first time. */
  before: string | null;
  takenOn: string;
}) {
  const text = useText('support');
  const format = useFormat();
  const may = useMay();
  const { data } = useRead('listSupport', { personId }, { isWanted: may('support.read') });
  if (!may('support.read') || !data) return null;
  const given = givenBetween(data, { after: before ?? BEGINNING, until: takenOn });
  const last = lastAttendedOn(data);
  const days = last && Math.round((Date.parse(data.today) - Date.parse(last)) / DAY_MS);
  return (
    <Panel
      title={
        before
          ? text('between', { from: format.date(before), to: format.date(takenOn) })
          : text('before')
      }
    >
      {given.length === 0 && <p className={styles.quiet}>{text('between.none')}</p>}
      <ul className={styles.rows}>
        {given.map((each) => (
          <GivenLine key={`${each.kind} ${each.method}`} given={each} />
        ))}
      </ul>
      {last && days !== null && (
        <p className={styles.quiet}>
          {text('sinceLast', { date: format.date(last), count: days })}
        </p>
      )}
      <p className={styles.quiet}>{text('between.note')}</p>
    </Panel>
  );
}

function GivenLine({ given }: { given: GivenBetween }) {
  const text = useText('support');
  const t = useSupportWords();
  const { attended, expected } = given;
  return (
    <li>
      <p className={styles.name}>{whatGiven(given, t)}</p>
      <p className={styles.quiet}>{text('attended', { attended, expected })}</p>
    </li>
  );
}
