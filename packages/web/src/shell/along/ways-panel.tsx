import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useOwnPasskey } from '../../access/index.ts';
import type { Opener } from '../../offline/locks.ts';
import { useAlong, useWays } from '../../offline/use-along.ts';
import { useText } from '../../text/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { AddWayDialog } from './add-way-dialog.tsx';
import styles from './along.module.css';

/** What opens the store on this device: another passphrase, a passkey beside it, one of the two taken away. */
export function WaysPanel() {
  const text = useText('offline');
  const tell = useToast();
  const queries = useQueryClient();
  const { along } = useAlong();
  const ways = useWays();
  const { canAsk } = useOwnPasskey();
  const [adding, setAdding] = useState<Opener['kind'] | null>(null);
  if (!ways) return null;
  const hasPasskey = ways.passkeys.length > 0;
  const renew = async () => {
    setAdding(null);
    await queries.invalidateQueries({ queryKey: ['ways'] });
    tell(text('way.changed'));
  };
  const drop = (kind: Opener['kind']) => along.dropWay(kind).then(renew);
  const rows = [
    { kind: 'passkey', name: text('way.passkey'), isSet: hasPasskey, isOther: ways.hasPassphrase },
    {
      kind: 'passphrase',
      name: text('passphrase'),
      isSet: ways.hasPassphrase,
      isOther: hasPasskey,
    },
  ] as const;
  return (
    <Panel title={text('way.title')} note={text('way.note')}>
      <ul className={styles.rows}>
        {rows.map(({ kind, name, isSet, isOther }) => (
          <li key={kind} className={styles.row}>
            <div>
              <p>{name}</p>
              <p className={styles.quiet}>{text(isSet ? 'way.set' : 'way.unset')}</p>
            </div>
            <div className={styles.ways}>
              {(kind === 'passphrase' || (!isSet && canAsk)) && (
                <Button variant="default" size="sm" onClick={() => setAdding(kind)}>
                  {text(isSet ? 'way.passphrase.change' : `way.${kind}.add`)}
                </Button>
              )}
              {isSet && isOther && (
                <Button
                  variant="subtle"
                  color="red"
                  size="sm"
                  aria-label={text('way.dropNamed', { name })}
                  onClick={() => void drop(kind)}
                >
                  {text('way.drop')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!ways.hasPassphrase && (
        <Notice kind="warning" isStanding>
          {text('way.passkey.alone')}
        </Notice>
      )}
      {!hasPasskey && !canAsk && <p className={styles.quiet}>{text('way.passkey.could')}</p>}
      {adding && (
        <AddWayDialog
          kind={adding}
          ways={ways}
          onClose={() => setAdding(null)}
          onDone={() => void renew()}
        />
      )}
    </Panel>
  );
}
