import { useRead } from '../../api/use-read.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { usePaperWords } from './use-paper-words.ts';

/** How many people of a region wait for a paper; nobody's name. */
export function PaperCountsPanel() {
  const text = useText('papers');
  const people = useText('people');
  const format = useFormat();
  const { nameOf } = useRegionNames();
  const { kind: kindWord } = usePaperWords();
  const answer = useRead('countPapers', {});
  const counts = answer.data?.counts ?? [];
  return (
    <Panel title={text('counts.title')} note={text('counts.note')}>
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && counts.length === 0 && <p>{text('counts.none')}</p>}
      {counts.length > 0 && (
        <DataTable
          caption={text('counts.title')}
          rows={counts}
          keyOf={({ region, kind }) => `${region} ${kind}`}
          columns={[
            {
              key: 'kind',
              header: text('kind'),
              isRowHeader: true,
              cell: ({ kind }) => kindWord(kind),
            },
            {
              key: 'region',
              header: people('region'),
              cell: ({ region }) => (region ? nameOf(region) : people('counts.everywhere')),
            },
            {
              key: 'people',
              header: people('counts.people'),
              isNumber: true,
              cell: ({ people: count }) =>
                count === 0
                  ? people('counts.few')
                  : people('counts.atLeast', { count: format.number(count) }),
            },
          ]}
        />
      )}
    </Panel>
  );
}
