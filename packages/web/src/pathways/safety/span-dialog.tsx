import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import type { Duty } from './duty-page.tsx';

/** A moment of the reader's wall clock as the field wants it. */
const fieldOf = (time: number): string => {
  const moved = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  return moved.toISOString().slice(0, 16);
};
const HOUR = 3_600_000;

/** From when until when somebody is on call, or away. */
export function SpanDialog({
  kind,
  duty,
  onClose,
}: {
  kind: 'shift' | 'absence';
  duty: Duty;
  onClose: () => void;
}) {
  const text = useText('safety');
  const tell = useToast();
  const { now } = useClient();
  const { account } = useHolder();
  const { regions } = useRegionNames();
  const own = duty.colleagues.find(({ accountId }) => accountId === account.id);
  const [accountId, setAccountId] = useState(
    (kind === 'absence' ? own : undefined)?.accountId ?? duty.colleagues[0]?.accountId ?? '',
  );
  const homeOf = (id: string) =>
    duty.colleagues.find((each) => each.accountId === id)?.region ?? null;
  const [region, setRegion] = useState(homeOf(accountId) ?? '');
  const [from, setFrom] = useState(() => fieldOf(Date.parse(now())));
  const [until, setUntil] = useState(() => fieldOf(Date.parse(now()) + 12 * HOUR));
  const done = {
    renews: ['getDuty', 'listSafetyCalls', 'listSafetyEvents', 'getSafetyEvent'] as const,
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  };
  const shift = useWrite('planDutyShift', done);
  const absence = useWrite('planAbsence', done);
  const write = kind === 'shift' ? shift : absence;
  const save = () => {
    const span = {
      ...{ accountId, from: new Date(from).toISOString(), until: new Date(until).toISOString() },
    };
    if (kind === 'shift') shift.mutate({ ...span, region: region || null });
    else absence.mutate(span);
  };
  return (
    <Dialog
      isOpen
      title={text(kind === 'shift' ? 'duty.addShift' : 'duty.addAbsence')}
      confirm={text('save')}
      canConfirm={accountId !== '' && from !== '' && until > from}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={save}
    >
      <NativeSelect
        label={text('duty.who')}
        data={duty.colleagues.map((each) => ({ value: each.accountId, label: each.name }))}
        value={accountId}
        onChange={(event) => {
          setAccountId(event.currentTarget.value);
          setRegion(homeOf(event.currentTarget.value) ?? '');
        }}
      />
      {kind === 'shift' && (
        <NativeSelect
          label={text('duty.region')}
          data={[
            { value: '', label: text('duty.everywhere') },
            ...regions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={region}
          onChange={(event) => setRegion(event.currentTarget.value)}
        />
      )}
      <TextInput
        type="datetime-local"
        label={text('duty.from')}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={text('duty.until')}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </Dialog>
  );
}
