import { Button, PasswordInput, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useLanguage, useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { deviceName } from './device-name.ts';
import { Entrance } from './entrance.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import { useSession } from './session.tsx';

/** From the invitation link to one's own password; the second step of signing in is set up right after. */
export function InvitationPage() {
  const text = useText('access');
  const { api } = useSession();
  // The token stands behind `#`, which browsers keep to themselves.
  const [token] = useState(() => location.hash.slice(1));
  const opened = useQuery({
    queryKey: ['openInvitation'],
    queryFn: () =>
      TOKEN.test(token) ? api.call('openInvitation', { token }) : ({ kind: 'refused' } as const),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (opened.isPending) {
    return (
      <Entrance title={text('invitation.title')}>
        <LoadingState />
      </Entrance>
    );
  }
  if (opened.isError) {
    return (
      <Entrance title={text('invitation.title')}>
        <ErrorState error={opened.error} onRetry={opened.refetch} />
      </Entrance>
    );
  }
  if (opened.data.kind === 'refused') {
    return (
      <Entrance title={text('invitation.over')}>
        <Stack gap="md">
          <p>{text('invitation.overWords')}</p>
          <Button component="a" href="/app/" variant="default">
            {text('invitation.toSignIn')}
          </Button>
        </Stack>
      </Entrance>
    );
  }
  return <Welcome token={token} invited={opened.data} />;
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

interface Invited {
  readonly signInName: string;
  readonly displayName: string;
  readonly programmeName: Readonly<Record<string, string>>;
}

function Welcome({ token, invited }: { token: string; invited: Invited }) {
  const text = useText('access');
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { api, store } = useSession();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [weakness, setWeakness] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const differs = again !== '' && again !== password;

  const accept = async (event: FormEvent) => {
    event.preventDefault();
    if (differs || again === '') return;
    setBusy(true);
    setWeakness(null);
    setError(null);
    try {
      const device = deviceName(navigator.userAgent);
      const answer = await api.call('acceptInvitation', { token, password, language, device });
      if (answer.kind === 'weak') return setWeakness(answer.weakness);
      if (answer.kind === 'refused') return setOver(true);
      await store.arrived();
      await navigate({ to: '/', replace: true });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Entrance
      title={text('invitation.welcome', { name: invited.displayName })}
      intro={text('invitation.words', {
        programme: invited.programmeName[language] ?? invited.programmeName.en ?? '',
      })}
    >
      <form onSubmit={accept}>
        <Stack gap="md">
          <Facts facts={[[text('signIn.name'), <b key="name">{invited.signInName}</b>]]} />
          <input type="hidden" autoComplete="username" value={invited.signInName} readOnly />
          {isOver && <Notice kind="refusal">{text('invitation.overWords')}</Notice>}
          {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
          <NewPasswordInput
            label={text('password.new')}
            value={password}
            onChange={setPassword}
            weakness={weakness}
          />
          <PasswordInput
            label={text('password.again')}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': text('password.show') }}
            error={differs ? text('password.differs') : null}
            size="md"
          />
          <Button
            type="submit"
            size="md"
            loading={isBusy}
            disabled={password === '' || again !== password}
          >
            {text('invitation.go')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
