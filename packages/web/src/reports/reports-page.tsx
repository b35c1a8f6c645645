import { Link } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { useDateSpan } from '../surveys/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';

/** The waves that have a report: those that are closed. */
export function ReportsPage() {
  const text = useText('reports');
  const themes = useText('themes');
  const { language } = useLanguage();
  const format = useFormat();
  const dateSpan = useDateSpan();
  const campaigns = useRead('listCampaigns', {});
  const closed = (campaigns.data?.campaigns ?? []).flatMap(({ title, waves }) =>
    waves.filter(({ phase }) => phase === 'closed').map((wave) => ({ ...wave, title })),
  );
  return (
    <Page
      title={text('list.title')}
      intro={text('list.intro')}
      actions={
        <ButtonLink to="/reports/check" variant="default">
          {text('check.title')}
        </ButtonLink>
      }
    >
      <Panel>
        {campaigns.isPending && <LoadingState />}
        {campaigns.isError && <ErrorState error={campaigns.error} onRetry={campaigns.refetch} />}
        {campaigns.data && closed.length === 0 && (
          <EmptyState icon="report" title={text('list.none')}>
            {text('list.noneWords')}
          </EmptyState>
        )}
        {closed.length > 0 && (
          <DataTable
            caption={text('list.title')}
            rows={closed}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'survey',
                header: text('list.survey'),
                isRowHeader: true,
                cell: ({ id, title, number }) => (
                  <Link to="/reports/$waveId" params={{ waveId: id }}>
                    {text('list.name', { title: title[language], number })}
                  </Link>
                ),
              },
              { key: 'dates', header: text('list.dates'), cell: dateSpan },
              {
                key: 'themes',
                header: themes('list.title'),
                cell: ({ id, title, number }) => (
                  <Link
                    to="/reports/$waveId/themes"
                    params={{ waveId: id }}
                    aria-label={`${themes('list.themes')}: ${text('list.name', { title: title[language], number })}`}
                  >
                    {themes('list.themes')}
                  </Link>
                ),
              },
              {
                key: 'answers',
                header: text('list.answers'),
                isNumber: true,
                cell: ({ answers }) => format.number(answers),
              },
            ]}
          />
        )}
      </Panel>
    </Page>
  );
}
