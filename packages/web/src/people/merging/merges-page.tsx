import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { MergeList } from './merge-list.tsx';

/** Who was registered twice: what waits for a decision and what stands. */
export function MergesPage() {
  const text = useText('merging');
  const people = useText('people');
  const { data, isPending, isError, error, refetch } = useRead('listMerges', {});
  const of = (state: 'waits' | 'stands') =>
    (data?.merges ?? []).filter((merge) => merge.state === state);
  return (
    <Page
      title={text('list.title')}
      intro={text('list.intro')}
      back={{ to: '/families', label: people('families.title') }}
      isNarrow
    >
      {isPending && <LoadingState />}
      {isError && <ErrorState error={error} onRetry={refetch} />}
      {data?.merges.length === 0 && (
        <Panel>
          <EmptyState icon="people" title={text('list.none')}>
            {text('list.noneWords')}
          </EmptyState>
        </Panel>
      )}
      {of('waits').length > 0 && (
        <Panel title={text('list.waits')}>
          <MergeList merges={of('waits')} />
        </Panel>
      )}
      {of('stands').length > 0 && (
        <Panel title={text('list.stands')}>
          <MergeList merges={of('stands')} />
        </Panel>
      )}
    </Page>
  );
}
