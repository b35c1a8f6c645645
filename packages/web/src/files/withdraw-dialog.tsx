import { NativeSelect } from '@mantine/core';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '@tirek/domain/files';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';

const REASONS = WITHDRAWAL_REASONS as readonly WithdrawalReason[];

/** Takes an attachment back, for a reason; the content is gone then, the line stays. */
export function WithdrawDialog({
  attachmentId,
  onClose,
}: {
  attachmentId: string;
  onClose: () => void;
}) {
  const text = useText('files');
  const tell = useToast();
  const [reason, setReason] = useState<WithdrawalReason | ''>('');
  const write = useWrite('withdrawAttachment', {
    renews: ['listAttachments'],
    onDone: () => {
      tell(text('withdraw.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('withdraw.title')}
      confirm={text('withdraw')}
      canConfirm={reason !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => reason !== '' && write.mutate({ attachmentId, reason })}
    >
      <p>{text('withdraw.words')}</p>
      <NativeSelect
        label={text('withdraw.reason')}
        data={[
          { value: '', label: text('choose') },
          ...REASONS.map((each) => ({ value: each, label: text(`reason.${each}`) })),
        ]}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as WithdrawalReason | '')}
      />
    </Dialog>
  );
}
