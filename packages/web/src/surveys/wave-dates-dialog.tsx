import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';

export interface WaveDates {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reason: string;
}

interface WaveDatesDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly first?: { readonly opensOn: string; readonly closesOn: string };
  /** A change of known days is kept with its reason. */
  readonly asksReason?: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onConfirm: (dates: WaveDates) => void;
}

/** First and last day on which people can answer, both included. */
export function WaveDatesDialog({ first, asksReason, onConfirm, ...dialog }: WaveDatesDialogProps) {
  const text = useText('surveys');
  const ui = useText('ui');
  const [opensOn, setOpensOn] = useState(first?.opensOn ?? '');
  const [closesOn, setClosesOn] = useState(first?.closesOn ?? '');
  const [reason, setReason] = useState('');
  const isReversed = opensOn !== '' && closesOn !== '' && closesOn < opensOn;
  return (
    <Dialog
      {...dialog}
      canConfirm={opensOn !== '' && closesOn !== '' && !isReversed}
      onConfirm={() => onConfirm({ opensOn, closesOn, reason: reason.trim() })}
    >
      <DatePicker label={text('wave.opensOn')} value={opensOn} onChange={setOpensOn} />
      <DatePicker
        label={text('wave.closesOn')}
        description={text('wave.closesOnHelp')}
        value={closesOn}
        onChange={setClosesOn}
        min={opensOn}
        error={isReversed ? text('wave.reversed') : null}
      />
      {asksReason && (
        <Textarea
          label={ui('reason.label')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
      )}
    </Dialog>
  );
}
