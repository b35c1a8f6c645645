import type { ReadableEntry } from '@tirek/domain/consents';
import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './consents.module.css';
import { useTopicName } from './use-topic-name.ts';

/** Every word as it was said, the newest first. */
export function HistoryPanel({ entries }: { entries: readonly ReadableEntry[] }) {
  const text = useText('consents');
  return (
    <Panel title={text('history.title')}>
      {entries.length === 0 && <p className={styles.more}>{text('history.none')}</p>}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <Said key={entry.id} entry={entry} />
        ))}
      </ul>
    </Panel>
  );
}

function Said({ entry }: { entry: ReadableEntry }) {
  const text = useText('consents');
  const format = useFormat();
  const topicName = useTopicName();
  const { decision, party, mode, language, givenOn, particulars, textVersion } = entry;
  const guardian = particulars?.guardian;
  const how = [
    guardian
      ? text('history.guardian', {
          name: guardian.name,
          relation: text(`relation.${guardian.relation}`),
        })
      : text(`party.${party}`),
    text(`mode.${mode}`),
    ...(particulars?.witness ? [text('history.witness', { name: particulars.witness })] : []),
    LANGUAGE_NAMES[language],
    textVersion,
  ];
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.name}>
          {topicName(entry)}: {text(`decision.${decision}`)}
        </p>
        <p className={styles.more}>{how.join(' · ')}</p>
        {particulars?.unsafeReason && (
          <p className={styles.more}>{text('history.unsafe', { why: particulars.unsafeReason })}</p>
        )}
        {particulars?.withheld.map(({ what, why }) => (
          <p key={what} className={styles.more}>
            {text('history.withheld', { what, why })}
          </p>
        ))}
      </div>
      <span className={styles.more}>{format.date(givenOn, 'long')}</span>
    </li>
  );
}
