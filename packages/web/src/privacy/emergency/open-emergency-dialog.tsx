import { Radio, Stack, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EMERGENCY_REASONS } from '@tirek/domain/privacy/emergency';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Reason = (typeof EMERGENCY_REASONS)[number];
/** Fewer letters tell nobody anything; the contract asks for as many. */
const FEWEST_LETTERS = 15;

/** Says what opening means before it asks why. */
export function OpenEmergencyDialog({
  name,
  personId,
  searchId,
  onClose,
}: {
  readonly name: string;
  readonly personId: string;
  readonly searchId: string;
  readonly onClose: () => void;
}) {
  const text = useText('emergency');
  const navigate = useNavigate();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const open = useWrite('openEmergency', {
    renews: ['listOwnEmergencies', 'getPerson'],
    onDone: () => void navigate({ to: '/people/$personId', params: { personId } }),
  });
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('open.title', { name })}
      confirm={text('open.go')}
      canConfirm={reason !== null && words.trim().length >= FEWEST_LETTERS}
      isBusy={open.isPending}
      error={open.error}
      onClose={onClose}
      onConfirm={() => reason && open.mutate({ personId, searchId, reason, words: words.trim() })}
    >
      <p>{text('open.words')}</p>
      <Radio.Group
        label={text('open.why')}
        value={reason}
        onChange={(value) => setReason(value as Reason)}
      >
        <Stack gap="xs" mt="xs">
          {EMERGENCY_REASONS.map((value) => (
            <Radio key={value} value={value} label={text(`reason.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={text('open.what')}
        description={text('open.what.help')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={600}
        autosize
        minRows={3}
      />
    </Dialog>
  );
}
