import { useRead } from '../../api/use-read.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';

/** How many people of the reader's regions are to be asked again: whole fives, and nobody's name. */
export function RescreenCountsPanel() {
  const text = useText('rescreening');
  const format = useFormat();
  const { nameOf } = useRegionNames();
  const counts = useRead('countRescreens', {});
  const atLeast = (count: number) =>
    count === 0 ? text('counts.few') : text('counts.atLeast', { count: format.number(count) });
  return (
    <Panel title={text('counts')} note={text('counts.note')}>
      {counts.isPending && <LoadingState />}
      {counts.isError && <ErrorState error={counts.error} onRetry={counts.refetch} />}
      {counts.data?.regions.length === 0 && <p>{text('counts.none')}</p>}
      {counts.data && counts.data.regions.length > 0 && (
        <DataTable
          caption={text('counts')}
          rows={counts.data.regions}
          keyOf={({ region }) => region ?? ''}
          columns={[
            {
              key: 'region',
              header: text('counts.region'),
              isRowHeader: true,
              cell: ({ region }) => (region ? nameOf(region) : text('counts.nowhere')),
            },
            {
              key: 'due',
              header: text('counts.due'),
              isNumber: true,
              cell: ({ due }) => atLeast(due),
            },
            {
              key: 'overdue',
              header: text('counts.overdue'),
              isNumber: true,
              cell: ({ overdue }) => atLeast(overdue),
            },
          ]}
        />
      )}
    </Panel>
  );
}
