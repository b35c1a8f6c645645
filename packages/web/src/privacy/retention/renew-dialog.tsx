import { Select } from '@mantine/core';
import {
  RENEWAL_REASONS,
  type Renewal,
  type RenewalVerdict,
} from '@tirek/domain/privacy/retention';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';

type Reason = (typeof RENEWAL_REASONS)[RenewalVerdict][number];

/** A supervisor's word on the purpose of one file, with its reason. */
export function RenewDialog({
  renewal,
  verdict,
  onClose,
}: {
  readonly renewal: Renewal;
  readonly verdict: RenewalVerdict;
  readonly onClose: () => void;
}) {
  const text = useText('retention');
  const tell = useToast();
  const [reason, setReason] = useState<Reason | null>(null);
  const renew = useWrite('renewPurpose', {
    renews: ['listRenewals', 'getFilesAhead', 'listDuties'],
    onDone: () => {
      tell(text('said'));
      onClose();
    },
  });
  const { familyId } = renewal;
  return (
    <Dialog
      isOpen
      title={text(`${verdict}.title`)}
      confirm={text(verdict)}
      canConfirm={reason !== null}
      isBusy={renew.isPending}
      error={renew.error}
      onClose={onClose}
      onConfirm={() => reason && renew.mutate({ familyId, verdict, reason })}
    >
      {verdict === 'ends' && <p>{text('ends.words')}</p>}
      <Select
        label={text('reason')}
        data={RENEWAL_REASONS[verdict].map((value) => ({ value, label: text(`reason.${value}`) }))}
        value={reason}
        onChange={(value) => setReason(value as Reason | null)}
        placeholder={text('choose')}
      />
    </Dialog>
  );
}
