import { useRead } from '../../api/use-read.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';

const COUNTED = ['waiting', 'overdue', 'unevaluated', 'unassigned'] as const;

/** Where care stops short in a region; nobody's name. */
export function CareGapCountsPanel() {
  const text = useText('steps');
  const people = useText('people');
  const format = useFormat();
  const { nameOf } = useRegionNames();
  const answer = useRead('countCareGaps', {});
  const counts = (answer.data?.counts ?? []).flatMap(({ region, ...numbers }) =>
    COUNTED.map((gap) => ({ region, gap, people: numbers[gap] })),
  );
  return (
    <Panel title={text('counts.title')} note={text('counts.note')}>
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && counts.length === 0 && <p>{text('counts.none')}</p>}
      {counts.length > 0 && (
        <DataTable
          caption={text('counts.title')}
          rows={counts}
          keyOf={({ region, gap }) => `${region} ${gap}`}
          columns={[
            {
              key: 'gap',
              header: text('counts.gap'),
              isRowHeader: true,
              cell: ({ gap }) => text(`counts.${gap}`),
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
