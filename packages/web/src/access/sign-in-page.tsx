import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SessionState } from '@tirek/domain/access';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { OrLine } from '../ui/or-line.tsx';
import { LoadingState } from '../ui/states.tsx';
import { deviceName } from './device-name.ts';
import styles from './entrance.module.css';
import { Entrance } from './entrance.tsx';
import { hasPasskeys } from './passkey-ceremony.ts';
import { type Refusal, RefusalNotice, type RefusedThing } from './refusal.tsx';
import { SecondFactorStep } from './second-factor-step.tsx';
import { useSession } from './session.tsx';
import { usePasskeySignIn } from './use-passkey-sign-in.ts';

/** Done once in an account's life: nobody else waits for its QR codes. */
const SetUpStep = lazy(async () => ({ default: (await import('./set-up-step.tsx')).SetUpStep }));

interface SignInPageProps {
  readonly standing: Extract<SessionState, { kind: 'visitor' | 'second-factor' | 'set-up' }>;
  /** Who was signed in here before and whose pages wait underneath. */
  readonly returning: string | null;
}

/** Coming in, step by step, wherever one was going. */
export function SignInPage({ standing, returning }: SignInPageProps) {
  const text = useText('access');
  if (standing.kind === 'set-up') {
    return (
      <Entrance title={text('setUp.title')} intro={text('setUp.intro')} isWide>
        <Suspense fallback={<LoadingState />}>
          <SetUpStep />
        </Suspense>
      </Entrance>
    );
  }
  if (standing.kind === 'second-factor') {
    return (
      <Entrance title={text('second.title')}>
        <SecondFactorStep methods={standing.methods} />
      </Entrance>
    );
  }
  return (
    <Entrance
      title={text(returning === null ? 'signIn.title' : 'signIn.again')}
      intro={returning === null ? undefined : text('signIn.kept', { name: returning })}
    >
      <PasswordStep />
      {returning === null && (
        <p className={styles.aside}>
          <Link to="/published">{text('signIn.published')}</Link>
        </p>
      )}
    </Entrance>
  );
}

function PasswordStep() {
  const text = useText('access');
  const errorText = useErrorText();
  const { api, store } = useSession();
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ of: RefusedThing; refusal: Refusal } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const passkey = usePasskeySignIn({
    onRefused: (refused) => setRefusal({ of: 'passkey', refusal: refused }),
    onError: setError,
  });

  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    setError(null);
    try {
      const device = deviceName(navigator.userAgent);
      const answer = await api.call('signInWithPassword', { signInName, password, device });
      if (answer.kind === 'refused' || answer.kind === 'locked-out') {
        setRefusal({ of: 'password', refusal: answer });
      } else await store.arrived();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={signIn}>
      <Stack gap="md">
        {refusal && <RefusalNotice {...refusal} />}
        {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
        <TextInput
          label={text('signIn.name')}
          value={signInName}
          onChange={(event) => setSignInName(event.currentTarget.value)}
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          size="md"
        />
        <PasswordInput
          label={text('signIn.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': text('password.show') }}
          required
          withAsterisk={false}
          size="md"
        />
        <Button type="submit" size="md" loading={isBusy} fullWidth>
          {text('signIn.go')}
        </Button>
        {hasPasskeys() && (
          <>
            <OrLine />
            <Button
              variant="default"
              size="md"
              fullWidth
              leftSection={<Icon name="key" />}
              loading={passkey.isBusy}
              onClick={() => {
                setRefusal(null);
                setError(null);
                void passkey.signIn();
              }}
            >
              {text('signIn.passkey')}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
