import { neededWords, type PersonConsents } from '@tirek/domain/consents';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './consents.module.css';

/** Whose word is needed at somebody's age, and from when on it is another's. */
export function WhoAgrees({ rule }: { rule: NonNullable<PersonConsents['rule']> }) {
  const text = useText('consents');
  const format = useFormat();
  const { isCertain, changesOn } = rule;
  return (
    <Panel title={text('who.title')}>
      <ul className={styles.plain}>
        {neededWords(rule.rule, { isUnsafe: false }).map(({ party, as }) => (
          <li key={party}>
            {party === 'guardian' ? text('who.guardian.consent') : text(`who.person.${as}`)}
          </li>
        ))}
      </ul>
      {rule.rule.guardian === 'consents-unless-unsafe' && (
        <p className={styles.note}>{text('who.unsafe')}</p>
      )}
      {!isCertain && <p className={styles.note}>{text('who.uncertain')}</p>}
      {changesOn && (
        <p className={styles.note}>
          {text('who.changes', { date: format.date(changesOn, 'long') })}
        </p>
      )}
    </Panel>
  );
}
