import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PersonView } from '@tirek/domain/privacy/views';
import { useClient } from '../../api/client.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { actionText } from '../action-text.ts';

/** Who viewed and changed what of one person: to answer her when she asks, also on paper. */
export function ViewsPage() {
  const text = useText('views');
  const { personId } = useParams({ from: '/people/$personId/views' });
  const { api } = useClient();
  const log = useInfiniteQuery({
    queryKey: ['listPersonViews', personId],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'listPersonViews',
        { personId, ...(pageParam === null ? {} : { before: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Each asking is an entry of the log.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const views = log.data?.pages.flatMap((page) => page.views) ?? [];
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      back={{ to: `/people/${personId}`, label: text('back') }}
      actions={
        views.length > 0 && (
          <Button
            variant="default"
            leftSection={<Icon name="printer" size={18} />}
            onClick={() => window.print()}
          >
            {text('print')}
          </Button>
        )
      }
    >
      <Panel>
        {log.isPending && <LoadingState lines={6} />}
        {log.isError && views.length === 0 && (
          <ErrorState error={log.error} onRetry={log.refetch} />
        )}
        {views.length > 0 && <Views views={views} />}
        {log.hasNextPage && (
          <Button
            variant="default"
            mt="md"
            loading={log.isFetchingNextPage}
            onClick={() => void log.fetchNextPage()}
          >
            {text('older')}
          </Button>
        )}
      </Panel>
    </Page>
  );
}

function Views({ views }: { views: readonly PersonView[] }) {
  const text = useText('views');
  const audit = useText('audit');
  const format = useFormat();
  return (
    <DataTable
      caption={text('title')}
      rows={views}
      keyOf={({ number }) => String(number)}
      columns={[
        { key: 'at', header: audit('entry.at'), cell: ({ at }) => format.instant(at, 'medium') },
        {
          key: 'who',
          header: audit('entry.who'),
          isRowHeader: true,
          cell: ({ by }) => by ?? audit('actor.system'),
        },
        {
          key: 'what',
          header: audit('entry.what'),
          isPlain: true,
          cell: ({ action }) => actionText(audit, action),
        },
        {
          key: 'why',
          header: text('why'),
          isPlain: true,
          cell: ({ why }) => (why ? audit(`why.${why}`) : text('why.work')),
        },
      ]}
    />
  );
}
