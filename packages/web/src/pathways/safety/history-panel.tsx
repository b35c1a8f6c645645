import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Panel } from '../../ui/panel.tsx';
import type { PartProps } from './event-page.tsx';
import styles from './safety.module.css';
import { useSafetyWords } from './use-safety-words.ts';

/** Everything that was written about an event, the newest first. */
export function HistoryPanel({ shown, standing: { entries } }: PartProps) {
  const text = useText('safety');
  const t = useSafetyWords();
  const format = useFormat();
  const nameOf = (id: string | null) => shown.colleagues[id ?? ''] ?? '';
  const line = (entry: (typeof entries)[number]): string => {
    const name = nameOf(entry.recordedBy);
    switch (entry.kind) {
      case 'asked':
        return text('entry.asked', { to: nameOf(entry.value.to) });
      case 'handed-over':
        return text('entry.handed-over', { name, to: nameOf(entry.value.to) });
      case 'step':
        return text('entry.step', {
          name,
          what: `${text(`step.${entry.value.state}`)}: ${t(`step.${entry.value.step}`)}`,
        });
      case 'contact':
        return text('entry.contact', {
          name,
          what: `${t(`means.${entry.value.means}`)}, ${t(`outcome.${entry.value.outcome}`)}`,
        });
      default:
        return text(`entry.${entry.kind}`, { name });
    }
  };
  return (
    <Panel title={text('history')}>
      <ul className={styles.history}>
        {entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <span className={styles.quiet}>{format.instant(entry.doneAt, 'short')}</span>{' '}
            {line(entry)}
            {entry.kind !== 'plan' && entry.words?.text && (
              <p className={styles.said}>{entry.words.text}</p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
