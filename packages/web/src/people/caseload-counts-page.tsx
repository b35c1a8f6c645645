import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { RescreenCountsPanel } from '../assessments/index.ts';
import { CareGapCountsPanel } from '../pathways/proposals/index.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { PaperCountsPanel } from './papers/paper-counts-panel.tsx';
import { IncidentCountsPanel } from './school/incident-counts-panel.tsx';

/** How many families and people the centres of a region hold; nobody's name. */
export function CaseloadCountsPage() {
  const text = useText('people');
  const may = useMay();
  const format = useFormat();
  const { nameOf } = useRegionNames();
  const counts = useRead('countCaseloads', {});
  const atLeast = (count: number) =>
    count === 0 ? text('counts.few') : text('counts.atLeast', { count: format.number(count) });
  return (
    <Page title={text('counts.title')} intro={text('counts.intro')} isNarrow>
      <Panel>
        {counts.isPending && <LoadingState />}
        {counts.isError && <ErrorState error={counts.error} onRetry={counts.refetch} />}
        {counts.data?.regions.length === 0 && (
          <EmptyState icon="home" title={text('counts.none')} />
        )}
        {counts.data && counts.data.regions.length > 0 && (
          <DataTable
            caption={text('counts.title')}
            rows={counts.data.regions}
            keyOf={({ region }) => region ?? ''}
            columns={[
              {
                key: 'region',
                header: text('region'),
                isRowHeader: true,
                cell: ({ region }) => (region ? nameOf(region) : text('counts.everywhere')),
              },
              {
                key: 'families',
                header: text('counts.families'),
                isNumber: true,
                cell: ({ families }) => atLeast(families),
              },
              {
                key: 'people',
                header: text('counts.people'),
                isNumber: true,
                cell: ({ people }) => atLeast(people),
              },
            ]}
          />
        )}
      </Panel>
      {may('paper.count') && <PaperCountsPanel />}
      {may('caseload.count') && <CareGapCountsPanel />}
      {may('caseload.count') && <IncidentCountsPanel />}
      <RescreenCountsPanel />
    </Page>
  );
}
