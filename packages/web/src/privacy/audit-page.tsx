import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { AuditEntries } from './audit-entries.tsx';
import { AuditFilters, type AuditQuestion } from './audit-filters.tsx';
import { AuditStatePanel } from './audit-state-panel.tsx';
import { OddViewsPanel } from './views/odd-views-panel.tsx';

/** Who looked at what and changed what. Looking here is an entry of its own. */
export function AuditPage() {
  const text = useText('audit');
  const { api } = useClient();
  const [question, setQuestion] = useState<AuditQuestion>({});
  const log = useInfiniteQuery({
    queryKey: ['listAuditEntries', question],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'listAuditEntries',
        { ...question, ...(pageParam === null ? {} : { before: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Each asking is an entry of the log: coming back to the tab is no reason for one.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Page title={text('title')} intro={text('intro')}>
      <AuditStatePanel />
      <OddViewsPanel />
      <Panel title={text('entries.title')} note={text('entries.note')}>
        <AuditFilters question={question} onChange={setQuestion} />
        {log.isPending && <LoadingState lines={6} />}
        {log.isError && entries.length === 0 && (
          <ErrorState error={log.error} onRetry={log.refetch} />
        )}
        {log.data && entries.length === 0 && (
          <EmptyState icon="shield" title={text('entries.none')} />
        )}
        {entries.length > 0 && <AuditEntries entries={entries} />}
        {log.hasNextPage && (
          <Button
            variant="default"
            mt="md"
            loading={log.isFetchingNextPage}
            onClick={() => void log.fetchNextPage()}
          >
            {text('entries.older')}
          </Button>
        )}
      </Panel>
    </Page>
  );
}
