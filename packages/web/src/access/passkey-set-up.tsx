import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { deviceName } from './device-name.ts';
import { makePasskey } from './passkey-ceremony.ts';
import { type Refusal, RefusalNotice } from './refusal.tsx';

/** A passkey on this device or a key at hand. `onDone` is given recovery codes, if any. */
export function PasskeySetUp({ onDone }: { onDone: (recoveryCodes: readonly string[]) => void }) {
  const text = useText('access');
  const errorText = useErrorText();
  const { api } = useClient();
  const [label, setLabel] = useState(() => deviceName(navigator.userAgent));
  const [isBusy, setBusy] = useState(false);
  const [hint, setHint] = useState<'given-up' | 'already-registered' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [error, setError] = useState<unknown>(null);

  const register = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setHint(null);
    setRefusal(null);
    setError(null);
    try {
      const { options } = await api.call('startPasskey', {});
      const ceremony = await makePasskey(options);
      if (ceremony.kind !== 'answered') return setHint(ceremony.kind);
      const answer = await api.call('confirmPasskey', {
        registration: ceremony.answer,
        label: label.trim(),
      });
      if (answer.kind === 'set-up') onDone(answer.recoveryCodes);
      else setRefusal(answer);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={register}>
      <Stack gap="md">
        <p>{text('passkey.words')}</p>
        {hint && <Notice kind="info">{text(`passkey.${hint}`)}</Notice>}
        {refusal && <RefusalNotice refusal={refusal} of="passkey" />}
        {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
        <TextInput
          label={text('passkey.label')}
          description={text('passkey.labelHelp')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          maxLength={60}
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={isBusy} disabled={label.trim() === ''}>
          {text('passkey.make')}
        </Button>
      </Stack>
    </form>
  );
}
