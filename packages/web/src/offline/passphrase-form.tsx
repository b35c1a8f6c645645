import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';

interface PassphraseFormProps {
  readonly confirm: string;
  /** True when the passphrase was right. */
  readonly onPassphrase: (passphrase: string) => Promise<boolean>;
}

/** Asks for the passphrase of what was taken along. */
export function PassphraseForm({ confirm, onPassphrase }: PassphraseFormProps) {
  const text = useText('offline');
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setWrong(false);
    const isRight = await onPassphrase(passphrase).finally(() => setBusy(false));
    if (isRight) setPassphrase('');
    else setWrong(true);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {isWrong && <Notice kind="refusal">{text('passphrase.wrong')}</Notice>}
        <PasswordInput
          label={text('passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': text('passphrase.show') }}
          required
          withAsterisk={false}
          size="md"
        />
        <Button type="submit" size="md" loading={isBusy} fullWidth>
          {confirm}
        </Button>
      </Stack>
    </form>
  );
}
