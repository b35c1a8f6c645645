import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Opener, PasskeyQuestion } from '../offline/locks.ts';
import { PassphraseForm } from '../offline/passphrase-form.tsx';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { OrLine } from '../ui/or-line.tsx';
import { hasPasskeys } from './passkey-ceremony.ts';
import { openWithPasskey } from './passkey-opener.ts';

interface OpenAlongFormProps {
  readonly confirm: string;
  readonly hasPassphrase: boolean;
  readonly passkeys: readonly PasskeyQuestion[];
  /** True when it was opened. */
  readonly onOpener: (opener: Opener) => Promise<boolean>;
}

/** Asks for whatever opens what was taken along: a passkey, the passphrase, or one of the two. */
export function OpenAlongForm({ confirm, hasPassphrase, passkeys, onOpener }: OpenAlongFormProps) {
  const text = useText('offline');
  const [isBusy, setBusy] = useState(false);
  const [hint, setHint] = useState<'given-up' | 'unable' | 'wrong' | null>(null);
  const ask = async () => {
    setBusy(true);
    setHint(null);
    try {
      const asked = await openWithPasskey(passkeys);
      if (asked.kind !== 'answered') setHint(asked.kind);
      else if (!(await onOpener(asked.opener))) setHint('wrong');
    } finally {
      setBusy(false);
    }
  };
  const canAsk = passkeys.length > 0 && hasPasskeys();
  return (
    <Stack gap="md">
      {hint && (
        <Notice kind={hint === 'given-up' ? 'info' : 'refusal'}>
          {text(`way.passkey.${hint}`)}
        </Notice>
      )}
      {canAsk && (
        <Button
          size="md"
          fullWidth
          leftSection={<Icon name="key" />}
          loading={isBusy}
          onClick={() => void ask()}
        >
          {text('way.passkey.open')}
        </Button>
      )}
      {canAsk && hasPassphrase && <OrLine />}
      {(hasPassphrase || !canAsk) && (
        <PassphraseForm
          confirm={confirm}
          onPassphrase={(passphrase) => onOpener({ kind: 'passphrase', passphrase })}
        />
      )}
    </Stack>
  );
}
