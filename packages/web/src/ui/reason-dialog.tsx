import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/language.tsx';
import { Dialog } from './dialog.tsx';

interface ReasonDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly explanation: ReactNode;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly error?: unknown;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

const LONGEST_REASON = 500;

/** Asks for a reason in words, which is kept with what is done. What was typed stays when the dialog is closed by mistake. */
export function ReasonDialog({ explanation, onConfirm, ...dialog }: ReasonDialogProps) {
  const text = useText('ui');
  const [reason, setReason] = useState('');
  const canConfirm = reason.trim().length >= 3;
  return (
    <Dialog {...dialog} canConfirm={canConfirm} onConfirm={() => onConfirm(reason.trim())}>
      <div>{explanation}</div>
      <Textarea
        label={text('reason.label')}
        description={text('reason.help')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={LONGEST_REASON}
        autosize
        minRows={3}
        required
        withAsterisk={false}
        data-autofocus
      />
    </Dialog>
  );
}
