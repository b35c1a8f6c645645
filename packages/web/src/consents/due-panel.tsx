import { type PersonConsents, topicKey } from '@tirek/domain/consents';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './consents.module.css';
import { useTopicName } from './use-topic-name.ts';

/** What is to be asked again within a year, the earliest first. */
export function DuePanel({ due }: { due: PersonConsents['due'] }) {
  const text = useText('consents');
  const format = useFormat();
  const topicName = useTopicName();
  return (
    <Panel title={text('due.title')}>
      {due.length === 0 && <p className={styles.more}>{text('due.none')}</p>}
      <ul className={styles.list}>
        {due.map((one) => (
          <li key={`${topicKey(one)} ${one.on}`} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.name}>
                {format.date(one.on, 'long')}: {topicName(one)}
              </p>
              <p className={styles.more}>{text(`due.${one.why}`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
