import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';

/** Enough of an opaque id to find it in the log. */
const ID_SHOWN = 8;
const IDS_SHOWN = 3;

/** Looks of the last thirty days worth a question. None of them proves anything. */
export function OddViewsPanel() {
  const text = useText('views');
  const format = useFormat();
  const { api } = useClient();
  const read = useQuery({
    queryKey: ['listOddViews', {}],
    queryFn: ({ signal }) => api.call('listOddViews', {}, { signal }),
    // Each asking is an entry of the log.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Panel title={text('odd')} note={text('odd.note')}>
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data?.patterns.length === 0 && <p>{text('odd.none')}</p>}
      {read.data && read.data.patterns.length > 0 && (
        <DataTable
          caption={text('odd')}
          rows={read.data.patterns}
          keyOf={({ kind, account }) => `${kind} ${account.id}`}
          columns={[
            {
              key: 'who',
              header: text('odd.who'),
              isRowHeader: true,
              cell: ({ account }) => account.name,
            },
            {
              key: 'what',
              header: text('odd.what'),
              isPlain: true,
              cell: ({ kind }) => text(`odd.${kind}`),
            },
            {
              key: 'people',
              header: text('odd.people'),
              isPlain: true,
              cell: ({ people }) => {
                const shown = people.slice(0, IDS_SHOWN).map((id) => id.slice(0, ID_SHOWN));
                const more = people.length - shown.length;
                return more > 0
                  ? text('odd.more', { ids: shown.join(', '), more })
                  : shown.join(', ');
              },
            },
            {
              key: 'last',
              header: text('odd.last'),
              cell: ({ lastAt }) => format.instant(lastAt, 'short'),
            },
          ]}
        />
      )}
    </Panel>
  );
}
