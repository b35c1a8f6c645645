import { PasswordInput, Stack } from '@mantine/core';
import { type PasswordWeakness, passwordWeakness } from '@tirek/domain/access';
import { useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useText } from '../../text/language.tsx';

/** A passphrase typed twice; `good` is the passphrase once it may be used. */
export function useNewPassphrase() {
  const { account } = useHolder();
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const weakness: PasswordWeakness | null = typed === '' ? null : passwordWeakness(typed, account);
  const isSame = typed === again;
  const good = typed !== '' && weakness === null && isSame ? typed : null;
  return { typed, setTyped, again, setAgain, weakness, isSame, good };
}

export function NewPassphraseFields({ of }: { of: ReturnType<typeof useNewPassphrase> }) {
  const text = useText('offline');
  const access = useText('access');
  return (
    <Stack gap="md">
      <PasswordInput
        label={text('passphrase')}
        description={text('begin.help')}
        value={of.typed}
        onChange={(event) => of.setTyped(event.currentTarget.value)}
        error={of.weakness && access(`password.weak.${of.weakness}`)}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': text('passphrase.show') }}
        size="md"
      />
      <PasswordInput
        label={text('begin.again')}
        value={of.again}
        onChange={(event) => of.setAgain(event.currentTarget.value)}
        error={of.again !== '' && !of.isSame ? text('begin.differ') : null}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': text('passphrase.show') }}
        size="md"
      />
    </Stack>
  );
}
