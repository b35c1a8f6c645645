import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Passkey } from '@tirek/domain/access';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useAct } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { hasPasskeys } from './passkey-ceremony.ts';
import { PasskeySetUp } from './passkey-set-up.tsx';

/** Passkeys: which there are, a new one, one taken away. */
export function PasskeysPanel() {
  const text = useText('access');
  const ui = useText('ui');
  const format = useFormat();
  const tell = useToast();
  const queries = useQueryClient();
  const factors = useRead('listSecondFactors', {});
  const [isMaking, setMaking] = useState(false);
  const [removed, setRemoved] = useState<Passkey | null>(null);
  const remove = useAct('removePasskey', {
    renews: ['listSecondFactors'],
    onDone: () => {
      setRemoved(null);
      tell(text('passkey.removed'));
    },
  });
  const made = async () => {
    setMaking(false);
    tell(text('passkey.made'));
    await queries.invalidateQueries({ queryKey: ['listSecondFactors'] });
  };
  const passkeys = factors.data?.passkeys ?? [];
  return (
    <Panel title={text('passkey.title')} note={text('passkey.note')}>
      {factors.isPending && <LoadingState lines={2} />}
      {factors.isError && <ErrorState error={factors.error} onRetry={factors.refetch} />}
      {factors.data && passkeys.length === 0 && <p>{text('passkey.none')}</p>}
      {passkeys.length > 0 && (
        <DataTable
          caption={text('passkey.title')}
          rows={passkeys}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'label',
              header: text('passkey.label'),
              isRowHeader: true,
              cell: ({ label }) => label,
            },
            {
              key: 'added',
              header: text('passkey.added'),
              cell: ({ addedOn }) => format.date(addedOn, 'medium'),
            },
            {
              key: 'used',
              header: text('passkey.used'),
              cell: ({ lastUsedOn }) =>
                lastUsedOn ? format.date(lastUsedOn, 'medium') : text('never'),
            },
            {
              key: 'remove',
              header: ui('actions'),
              isPlain: true,
              hasQuietHeader: true,
              cell: (passkey) => (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-md"
                  aria-label={text('passkey.removeNamed', { label: passkey.label })}
                  onClick={() => setRemoved(passkey)}
                >
                  {text('passkey.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {factors.data && !isMaking && hasPasskeys() && (
        <Button variant="default" mt="sm" onClick={() => setMaking(true)}>
          {text('passkey.add')}
        </Button>
      )}
      {!hasPasskeys() && (
        <Notice kind="info" isStanding>
          {text('passkey.unsupported')}
        </Notice>
      )}
      {isMaking && (
        <>
          <PasskeySetUp onDone={() => void made()} />
          <Button variant="subtle" mt="sm" onClick={() => setMaking(false)}>
            {ui('cancel')}
          </Button>
        </>
      )}
      <Dialog
        isOpen={removed !== null}
        title={text('passkey.remove.title', { label: removed?.label ?? '' })}
        confirm={text('passkey.remove')}
        isDangerous
        isBusy={remove.isPending}
        error={remove.error}
        onClose={() => {
          setRemoved(null);
          remove.reset();
        }}
        onConfirm={() => removed && remove.mutate({ passkeyId: removed.id })}
      >
        <p>{text('passkey.remove.words')}</p>
      </Dialog>
    </Panel>
  );
}
