import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { OrLine } from '../ui/or-line.tsx';
import { askPasskey, hasPasskeys } from './passkey-ceremony.ts';
import { type Refusal, RefusalNotice, type RefusedThing } from './refusal.tsx';
import { useSession } from './session.tsx';

interface UnlockFormProps {
  readonly signInName: string | null;
  readonly methods: ReadonlyArray<'password' | 'passkey'>;
  readonly confirm: string;
  readonly onProven: () => void;
}

/** Proves that the holder is at the keyboard: by her password or one of her passkeys. */
export function UnlockForm({ signInName, methods, confirm, onProven }: UnlockFormProps) {
  const text = useText('access');
  const errorText = useErrorText();
  const { api, store } = useSession();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState<RefusedThing | null>(null);
  const [refusal, setRefusal] = useState<{ of: RefusedThing; refusal: Refusal } | null>(null);
  const [error, setError] = useState<unknown>(null);

  const prove = async (of: 'unlock' | 'passkey', ask: () => Promise<Refusal | 'proven' | null>) => {
    setBusy(of);
    setRefusal(null);
    setError(null);
    try {
      const answer = await ask();
      if (answer === 'proven') onProven();
      else if (answer) {
        setRefusal({ of, refusal: answer });
        // After too many attempts the session has ended; the sign-in page then says so itself.
        if (answer.kind === 'locked-out') await store.refresh();
      }
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(null);
    }
  };
  const byPassword = (event: FormEvent) => {
    event.preventDefault();
    void prove('unlock', async () => {
      const answer = await api.call('unlockWithPassword', { password });
      setPassword('');
      return answer.kind === 'proven' ? 'proven' : answer;
    });
  };
  const byPasskey = () =>
    prove('passkey', async () => {
      const { options } = await api.call('startPasskeyUnlock', {});
      const ceremony = await askPasskey(options);
      if (ceremony.kind !== 'answered') return null;
      const answer = await api.call('unlockWithPasskey', { assertion: ceremony.answer });
      return answer.kind === 'proven' ? 'proven' : answer;
    });

  return (
    <form onSubmit={byPassword}>
      <Stack gap="md">
        {refusal && <RefusalNotice {...refusal} />}
        {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
        {/* Password managers look for the name beside the password. */}
        {signInName && <input type="hidden" autoComplete="username" value={signInName} readOnly />}
        <PasswordInput
          label={text('signIn.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': text('password.show') }}
          size="md"
          data-autofocus
          autoFocus
        />
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={busy === 'unlock'}
          disabled={password === ''}
        >
          {confirm}
        </Button>
        {methods.includes('passkey') && hasPasskeys() && (
          <>
            <OrLine />
            <Button
              variant="default"
              size="md"
              fullWidth
              leftSection={<Icon name="key" />}
              loading={busy === 'passkey'}
              onClick={byPasskey}
            >
              {text('unlock.passkey')}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
