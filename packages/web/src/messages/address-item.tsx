import { Button, TextInput } from '@mantine/core';
import type { OwnAddress, OwnSending } from '@tirek/domain/messages';
import { useState } from 'react';
import { useAct, useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toasts.tsx';
import styles from './messages.module.css';

/** One address of one's own, with its code to type while it is not confirmed, and how the newest test fared. */
export function AddressItem({ address, test }: { address: OwnAddress; test: OwnSending | null }) {
  const text = useText('messages');
  const errorText = useErrorText();
  const format = useFormat();
  const { id, channel, label, provedAt } = address;
  const removing = useWrite('removeAddress', { renews: ['getOwnReach'] });
  return (
    <li className={styles.address}>
      <div className={styles.head}>
        <h3 className={styles.name}>{label}</h3>
        <StatusMark
          tone={provedAt ? 'over' : 'waiting'}
          label={text(provedAt ? 'address.proved' : 'address.unproved')}
        />
        <Button
          variant="subtle"
          color="red"
          size="compact-md"
          loading={removing.isPending}
          aria-label={text('address.removeNamed', { address: label })}
          onClick={() => removing.mutate({ addressId: id })}
        >
          {text('address.remove')}
        </Button>
      </div>
      <p className={styles.quiet}>{text(`channel.${channel}`)}</p>
      {test && provedAt && (
        <p className={styles.quiet}>
          {text('test.was', { at: format.instant(test.at, 'short') })}{' '}
          {text(`sending.${test.state}`)}
          {test.failure && ` ${text(`failure.${test.failure}`)}`}
        </p>
      )}
      {removing.isError && <Notice kind="refusal">{errorText(removing.error)}</Notice>}
      {!provedAt && <CodeForm addressId={id} />}
    </li>
  );
}

function CodeForm({ addressId }: { addressId: string }) {
  const text = useText('messages');
  const errorText = useErrorText();
  const tell = useToast();
  const [code, setCode] = useState('');
  const proving = useAct('proveAddress', { renews: ['getOwnReach'] });
  const again = useWrite('sendCode', {
    onDone: () => {
      proving.reset();
      setCode('');
      tell(text('code.sent'));
    },
  });
  const kind = proving.data?.kind;
  const answer = kind === 'refused' || kind === 'over' ? text(`code.${kind}`) : null;
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          proving.mutate({ addressId, code });
        }}
      >
        <TextInput
          className={styles.field}
          label={text('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={12}
          value={code}
          error={proving.isError ? errorText(proving.error) : answer}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={proving.isPending}>
          {text('code.confirm')}
        </Button>
        <Button
          variant="default"
          loading={again.isPending}
          onClick={() => again.mutate({ addressId })}
        >
          {text('code.again')}
        </Button>
      </form>
      {again.isError && <Notice kind="refusal">{errorText(again.error)}</Notice>}
    </>
  );
}
