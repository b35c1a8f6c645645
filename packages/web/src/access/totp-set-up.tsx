import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { CodeInput } from './code-input.tsx';
import { type Refusal, RefusalNotice } from './refusal.tsx';
import styles from './totp-set-up.module.css';

/** An authenticator app: scan or type its key, then prove with a code that it works. `onDone` is given recovery codes, if any. */
export function TotpSetUp({ onDone }: { onDone: (recoveryCodes: readonly string[]) => void }) {
  const text = useText('access');
  const errorText = useErrorText();
  const { api } = useClient();
  const started = useQuery({
    queryKey: ['startTotp'],
    queryFn: () => api.call('startTotp', {}),
    // A new key each time would make the one just scanned worthless.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [error, setError] = useState<unknown>(null);

  const confirm = async (typed: string) => {
    setBusy(true);
    setRefusal(null);
    setError(null);
    try {
      const answer = await api.call('confirmTotp', { code: typed });
      if (answer.kind === 'set-up') return onDone(answer.recoveryCodes);
      setRefusal(answer);
      setCode('');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6) void confirm(code);
  };

  if (started.isPending) return <LoadingState lines={6} />;
  if (started.isError) return <ErrorState error={started.error} onRetry={started.refetch} />;
  return (
    <form onSubmit={submit}>
      <ol className={styles.steps}>
        <li>
          <p className={styles.step}>{text('totp.app')}</p>
        </li>
        <li>
          <p className={styles.step}>{text('totp.scan')}</p>
          <div className={styles.scan}>
            <span className={styles.code}>
              <QrCode value={started.data.uri} label={text('totp.qr')} size={156} />
            </span>
            <div className={styles.key}>
              <p>{text('totp.key')}</p>
              <code translate="no">{inFours(started.data.secret)}</code>
              <CopyButton value={started.data.secret} />
            </div>
          </div>
        </li>
        <li>
          <Stack gap="sm">
            <CodeInput label={text('totp.code')} value={code} onChange={setCode} onFull={confirm} />
            {refusal && <RefusalNotice refusal={refusal} of="totp" />}
            {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
            <Button type="submit" loading={isBusy} disabled={code.length < 6}>
              {text('totp.confirm')}
            </Button>
          </Stack>
        </li>
      </ol>
    </form>
  );
}

const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');
