import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './erasure.module.css';
import { ErasureRequestItem } from './erasure-request-item.tsx';
import { HoldsPanel } from './holds-panel.tsx';

/** What was asked to be erased, what stands against it, and the decision. */
export function ErasuresPage() {
  const text = useText('erasure');
  const read = useRead('listErasureRequests', {});
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      <Panel title={text('requests')}>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data?.requests.length === 0 && (
          <EmptyState icon="shield" title={text('requests.none')} />
        )}
        <ul className={styles.list}>
          {(read.data?.requests ?? []).map((request) => (
            <ErasureRequestItem key={request.id} request={request} />
          ))}
        </ul>
      </Panel>
      <HoldsPanel />
    </Page>
  );
}
