import { NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { later, OVERRIDE_HOURS, type Override, type Referral } from '@tirek/domain/referrals';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';

const USUAL_HOURS = 24;

/** Somebody is in danger and cannot be asked: why, who answers for it, for how long. */
export function OverrideDialog({
  referral: { personId, serviceId },
  isBusy,
  error,
  onClose,
  onSend,
}: {
  referral: Referral;
  isBusy: boolean;
  error: unknown;
  onClose: () => void;
  onSend: (override: Override) => void;
}) {
  const text = useText('referrals');
  const { now } = useClient();
  const { data } = useRead('listReferralReceivers', { personId, serviceId });
  const [supervisorId, setSupervisor] = useState('');
  const [hours, setHours] = useState<number | ''>(USUAL_HOURS);
  const [why, setWhy] = useState('');
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('override')}
      confirm={text('send')}
      canConfirm={supervisorId !== '' && hours !== '' && why.trim().length >= 10}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onConfirm={() =>
        // A minute less than was asked, since the clocks of two machines differ.
        onSend({ supervisorId, why, until: later(now(), Number(hours) - 1 / 60) })
      }
    >
      <p>{text('override.note')}</p>
      <NativeSelect
        label={text('override.supervisor')}
        data={[
          { value: '', label: text('choose') },
          ...(data?.supervisors ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={supervisorId}
        onChange={(event) => setSupervisor(event.currentTarget.value)}
      />
      <NumberInput
        label={text('override.hours')}
        min={1}
        max={OVERRIDE_HOURS}
        allowDecimal={false}
        value={hours}
        onChange={(value) => setHours(value === '' ? '' : Number(value))}
      />
      <Textarea
        label={text('override.why')}
        autosize
        minRows={2}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </Dialog>
  );
}
