import type { AuditEntry } from '@tirek/domain/privacy';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { actionText } from './action-text.ts';
import styles from './audit.module.css';
import { factText } from './fact-text.ts';

const TONES = { read: 'over', write: 'going', refused: 'bad', system: 'waiting' } as const;
/** Enough of an opaque id to tell two apart on a page; the whole one is in its title. */
const ID_SHOWN = 8;

export function AuditEntries({ entries }: { entries: readonly AuditEntry[] }) {
  const text = useText('audit');
  const access = useText('access');
  const format = useFormat();
  return (
    <DataTable
      caption={text('entries.title')}
      rows={entries}
      keyOf={({ number }) => String(number)}
      columns={[
        {
          key: 'at',
          header: text('entry.at'),
          cell: ({ at, number }) => (
            <span className={styles.when}>
              {format.instant(at, 'short')}
              <span className={styles.number}>{text('entry.number', { number })}</span>
            </span>
          ),
        },
        {
          key: 'who',
          header: text('entry.who'),
          isRowHeader: true,
          cell: ({ account, actorKind }) => account?.name ?? text(`actor.${actorKind}`),
        },
        {
          key: 'what',
          header: text('entry.what'),
          isPlain: true,
          cell: ({ action, facts }) => (
            <>
              <span className={styles.action}>{actionText(text, action)}</span>
              <span className={styles.facts}>
                {Object.entries(facts).map(([name, value]) => (
                  <span key={name}>{factText(name, value, { audit: text, access, format })}</span>
                ))}
              </span>
            </>
          ),
        },
        {
          key: 'effect',
          header: text('entry.effect'),
          cell: ({ effect }) => (
            <StatusMark tone={TONES[effect]} label={text(`effect.${effect}`)} />
          ),
        },
        {
          key: 'about',
          header: text('entry.about'),
          cell: ({ about }) =>
            about.length === 0 ? null : (
              <span className={styles.ids} title={about.join('\n')}>
                {about
                  .slice(0, 2)
                  .map((id) => id.slice(0, ID_SHOWN))
                  .join(', ')}
                {about.length > 2 && ` ${text('entry.more', { count: about.length - 2 })}`}
              </span>
            ),
        },
      ]}
    />
  );
}
