import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useAlong } from '../../offline/use-along.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './along.module.css';

/** Her devices that take families along, and what to do about one that is lost. */
export function DevicesPanel() {
  const text = useText('offline');
  const format = useFormat();
  const tell = useToast();
  const { standing } = useAlong();
  const devices = useRead('listDevices', {});
  const [lost, setLost] = useState<string | null>(null);
  const end = useWrite('endDevice', {
    renews: ['listDevices'],
    onDone: () => {
      setLost(null);
      tell(text('devices.done'));
    },
  });
  const all = devices.data?.devices ?? [];
  if (all.length === 0) return null;
  const own = standing.kind === 'open' ? standing.head.device.id : null;
  return (
    <Panel title={text('devices.title')} note={text('devices.note')}>
      <ul className={styles.rows}>
        {all.map(({ id, name, madeAt, lastTakenAt }) => (
          <li key={id} className={styles.row}>
            <div>
              <p>
                {name || text('devices.unnamed')}
                {id === own && ` (${text('devices.this')})`}
              </p>
              <p className={styles.quiet}>
                {text('devices.taken', { at: format.instant(lastTakenAt ?? madeAt) })}
              </p>
            </div>
            <Button
              variant="default"
              size="sm"
              aria-label={text('devices.lostWhich', { name: name || text('devices.unnamed') })}
              onClick={() => setLost(id)}
            >
              {text('devices.lost')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        isOpen={lost !== null}
        isDangerous
        title={text('devices.lost')}
        confirm={text('devices.end')}
        isBusy={end.isPending}
        error={end.error}
        onClose={() => setLost(null)}
        onConfirm={() => lost && end.mutate({ deviceId: lost })}
      >
        <p>{text('devices.words')}</p>
      </Dialog>
    </Panel>
  );
}
