import { Button, Stack, TextInput } from '@mantine/core';
import type { SecondFactorMethod } from '@tirek/domain/access';
import { type FormEvent, useState } from 'react';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { CodeInput } from './code-input.tsx';
import { hasPasskeys } from './passkey-ceremony.ts';
import { type Refusal, RefusalNotice } from './refusal.tsx';
import styles from './second-factor-step.module.css';
import { useSession } from './session.tsx';
import { usePasskeySignIn } from './use-passkey-sign-in.ts';

/** The second step of a sign-in, by whichever way the account has; one at a time, the others one press away. */
export function SecondFactorStep({ methods }: { methods: readonly SecondFactorMethod[] }) {
  const text = useText('access');
  const { store } = useSession();
  const usable = methods.filter((method) => method !== 'passkey' || hasPasskeys());
  const [chosen, choose] = useState<SecondFactorMethod | null>(null);
  const method = chosen ?? ORDER.find((known) => usable.includes(known)) ?? 'recovery-code';
  return (
    <Stack gap="lg">
      <OneMethod key={method} method={method} />
      <div className={styles.others}>
        {usable
          .filter((other) => other !== method)
          .map((other) => (
            <button
              key={other}
              type="button"
              className={styles.other}
              onClick={() => choose(other)}
            >
              {text(`second.use.${other}`)}
            </button>
          ))}
        <button type="button" className={styles.other} onClick={() => void store.signOut()}>
          {text('second.back')}
        </button>
      </div>
    </Stack>
  );
}

const ORDER: readonly SecondFactorMethod[] = ['passkey', 'totp', 'recovery-code'];

function OneMethod({ method }: { method: SecondFactorMethod }) {
  const text = useText('access');
  const errorText = useErrorText();
  const { api, store } = useSession();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [error, setError] = useState<unknown>(null);
  const passkey = usePasskeySignIn({ onRefused: setRefusal, onError: setError });

  const send = async (typed: string) => {
    setBusy(true);
    setRefusal(null);
    setError(null);
    try {
      const answer = await api.call(
        method === 'totp' ? 'signInWithTotp' : 'signInWithRecoveryCode',
        { code: typed },
      );
      if (answer.kind === 'signed-in') return await store.arrived();
      setRefusal(answer);
      setCode('');
    } catch (failure) {
      setError(failure);
      // A half session lives ten minutes; when it is over, the password is asked again.
      await store.refresh().catch(() => undefined);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') void send(code);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <p className={styles.words}>{text(`second.words.${method}`)}</p>
        {refusal && <RefusalNotice refusal={refusal} of={method} />}
        {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
        {method === 'totp' && (
          <CodeInput label={text('second.code')} value={code} onChange={setCode} onFull={send} />
        )}
        {method === 'recovery-code' && (
          <TextInput
            label={text('second.recoveryCode')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="off"
            inputMode="numeric"
            placeholder="0000 0000 0000 0000"
            size="md"
            autoFocus
          />
        )}
        {method === 'passkey' ? (
          <Button
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
            {text('second.go.passkey')}
          </Button>
        ) : (
          <Button type="submit" size="md" fullWidth loading={isBusy} disabled={code.trim() === ''}>
            {text('second.go')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
