import { useRead } from '../../api/use-read.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';

/** Unkindness at the schools of the reader's regions: whole fives, and nobody's name. */
export function IncidentCountsPanel() {
  const text = useText('school');
  const format = useFormat();
  const { nameOf } = useRegionNames();
  const counts = useRead('countIncidents', {});
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
          keyOf={({ region }) => region}
          columns={[
            {
              key: 'region',
              header: text('counts.region'),
              isRowHeader: true,
              cell: ({ region }) => nameOf(region),
            },
            ...(['heard', 'inTime', 'waiting'] as const).map((key) => ({
              key,
              header: text(`counts.${key}`),
              isNumber: true,
              cell: (row: { heard: number; inTime: number; waiting: number }) => atLeast(row[key]),
            })),
          ]}
        />
      )}
    </Panel>
  );
}
