import { Button } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { AddAddress } from './add-address.tsx';
import { AddressItem } from './address-item.tsx';
import styles from './messages.module.css';
import { NoMessagesNotice } from './no-messages-notice.tsx';

/** Where one is reached oneself: added, confirmed by a code, tried, taken away. */
export function ReachPage() {
  const text = useText('messages');
  const errorText = useErrorText();
  const tell = useToast();
  const own = useRead('getOwnReach', {});
  const trying = useWrite('sendTest', {
    renews: ['getOwnReach'],
    onDone: () => tell(text('test.sent')),
  });
  const { addresses = [], test = [] } = own.data ?? {};
  return (
    <Page title={text('reach.title')} intro={text('reach.intro')} isNarrow>
      <NoMessagesNotice />
      <Panel
        title={text('addresses')}
        actions={
          addresses.some(({ provedAt }) => provedAt !== null) && (
            <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate({})}>
              {text('test')}
            </Button>
          )
        }
      >
        {own.isPending && <LoadingState />}
        {own.isError && <ErrorState error={own.error} onRetry={own.refetch} />}
        {trying.isError && <Notice kind="refusal">{errorText(trying.error)}</Notice>}
        {own.data && addresses.length === 0 && (
          <EmptyState icon="send" title={text('addresses.none')}>
            {text('addresses.noneWords')}
          </EmptyState>
        )}
        <ul className={styles.list}>
          {addresses.map((address) => (
            <AddressItem
              key={address.id}
              address={address}
              test={test.find(({ addressId }) => addressId === address.id) ?? null}
            />
          ))}
        </ul>
      </Panel>
      {own.data && <AddAddress channels={own.data.channels} pushKey={own.data.pushKey} />}
    </Page>
  );
}
