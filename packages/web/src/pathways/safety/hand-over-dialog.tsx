import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Shown } from './event-page.tsx';
import { useEntryWrite } from './use-entry-write.ts';

/** To whom an event is given: a colleague who is there now. It stays with who has it until she says that she takes it. */
export function HandOverDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const text = useText('safety');
  const { account } = useHolder();
  const receivers = shown.receivers.filter(({ accountId }) => accountId !== account.id);
  const [to, setTo] = useState(receivers[0]?.accountId ?? '');
  const { write, record } = useEntryWrite(shown.event.id, onClose);
  return (
    <Dialog
      isOpen
      title={text('handOver')}
      confirm={text('handOver')}
      canConfirm={to !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => record({ kind: 'handed-over', value: { to }, words: null })}
    >
      <NativeSelect
        label={text('handOver.to')}
        description={text('handOver.note')}
        data={receivers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
    </Dialog>
  );
}
