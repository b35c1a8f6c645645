import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ChannelsSetUp } from '@tirek/domain/messages';
import { useState } from 'react';
import { deviceName } from '../access/index.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './messages.module.css';
import { canSubscribe, subscribe } from './subscribe.ts';

/** A number or an e-mail address is added; a code goes there at once. */
export function AddAddress({
  channels,
  pushKey,
}: {
  channels: ChannelsSetUp;
  pushKey: string | null;
}) {
  const text = useText('messages');
  if (!channels.sms && !channels.email && !pushKey) return null;
  return (
    <Panel title={text('add')} note={text('add.note')}>
      {channels.sms && <AddressForm channel="sms" />}
      {channels.email && <AddressForm channel="email" />}
      {pushKey && canSubscribe() && <AddBrowser pushKey={pushKey} />}
    </Panel>
  );
}

function AddressForm({ channel }: { channel: 'sms' | 'email' }) {
  const text = useText('messages');
  const errorText = useErrorText();
  const [address, setAddress] = useState('');
  const adding = useWrite('addAddress', {
    renews: ['getOwnReach'],
    onDone: () => setAddress(''),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate({ channel, address });
      }}
    >
      <TextInput
        className={styles.field}
        label={text(`add.${channel}`)}
        type={channel === 'sms' ? 'tel' : 'email'}
        autoComplete={channel === 'sms' ? 'tel' : 'email'}
        required
        maxLength={120}
        value={address}
        error={adding.isError ? errorText(adding.error) : null}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <Button type="submit" loading={adding.isPending}>
        {text('add.send')}
      </Button>
    </form>
  );
}

/** This browser shows messages also when the app is closed. */
function AddBrowser({ pushKey }: { pushKey: string }) {
  const text = useText('messages');
  const errorText = useErrorText();
  const adding = useWrite('addPushDevice', { renews: ['getOwnReach'] });
  const asking = useMutation({
    mutationFn: () => subscribe(pushKey),
    onSuccess: (subscription) => {
      const device = deviceName(navigator.userAgent) || text('channel.push');
      if (subscription) adding.mutate({ ...subscription, device });
    },
  });
  const isRefused = asking.isError || asking.data === null;
  return (
    <>
      <div className={styles.form}>
        <Button
          variant="default"
          loading={asking.isPending || adding.isPending}
          onClick={() => asking.mutate()}
        >
          {text('add.push')}
        </Button>
      </div>
      {isRefused && <Notice kind="refusal">{text('add.pushRefused')}</Notice>}
      {adding.isError && <Notice kind="refusal">{errorText(adding.error)}</Notice>}
    </>
  );
}
