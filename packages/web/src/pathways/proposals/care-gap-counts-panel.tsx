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
          keyOf={({ region }) => region ?? ''}
          columns={[
            {
              key: 'region',
              header: people('region'),
              isRowHeader: true,
              cell: ({ region }) => (region ? nameOf(region) : people('counts.everywhere')),
            },
            ...COUNTED.map((name) => ({
              key: name,
              header: text(`counts.${name}`),
              isNumber: true,
              cell: (row: (typeof counts)[number]) =>
                row[name] === 0
                  ? people('counts.few')
                  : people('counts.atLeast', { count: format.number(row[name]) }),
            })),
          ]}
        />
      )}
    </Panel>
  );
}
