import { Link } from '@tanstack/react-router';
import type { ReportRelease } from '@tirek/domain/reports';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { ReleaseMark } from './release-mark.tsx';

/** The releases that the reader may read; what waits for a decision stands by itself. */
export function ReleasesPage() {
  const text = useText('releases');
  const may = useMay();
  const read = useRead('listReleases', {});
  const releases = read.data?.releases ?? [];
  const waiting = releases.filter(({ decision }) => decision === null);
  const decided = releases.filter(({ decision }) => decision !== null);
  return (
    <Page
      title={text('list.title')}
      intro={text('list.intro')}
      actions={
        <>
          <ButtonLink to="/published" variant="default">
            {text('public.title')}
          </ButtonLink>
          {may('release.prepare') && (
            <ButtonLink to="/releases/new" leftSection={<Icon name="plus" size={18} />}>
              {text('plan.title')}
            </ButtonLink>
          )}
        </>
      }
    >
      {waiting.length > 0 && (
        <Panel
          title={text('list.waiting')}
          note={text(may('release.approve') ? 'list.waitingForYou' : 'list.waitingNote')}
        >
          <ReleaseTable caption={text('list.waiting')} releases={waiting} />
        </Panel>
      )}
      <Panel title={text('list.decided')}>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data && decided.length === 0 && (
          <EmptyState icon="report" title={text('list.none')}>
            {text('list.noneWords')}
          </EmptyState>
        )}
        {decided.length > 0 && <ReleaseTable caption={text('list.title')} releases={decided} />}
      </Panel>
    </Page>
  );
}

function ReleaseTable({
  caption,
  releases,
}: {
  caption: string;
  releases: readonly ReportRelease[];
}) {
  const text = useText('releases');
  const { language } = useLanguage();
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      rows={releases}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: text('field.release'),
          isRowHeader: true,
          cell: ({ id, decision, waveTitle }) => (
            <Link to="/releases/$releaseId" params={{ releaseId: id }}>
              {decision?.number
                ? text('list.name', { number: decision.number, title: waveTitle[language] })
                : waveTitle[language]}
            </Link>
          ),
        },
        {
          key: 'state',
          header: text('field.state'),
          isPlain: true,
          cell: (release) => <ReleaseMark release={release} />,
        },
        {
          key: 'audience',
          header: text('field.audience'),
          cell: ({ audience }) => text(`audience.${audience}`),
        },
        {
          key: 'date',
          header: text('field.date'),
          cell: ({ decision, preparedAt }) =>
            format.date(format.dateOf(decision?.decidedAt ?? preparedAt), 'medium'),
        },
        {
          key: 'preparedBy',
          header: text('field.preparedBy'),
          cell: ({ preparedByName }) => preparedByName,
        },
        ...(releases.some(({ decision }) => decision)
          ? [
              {
                key: 'decidedBy',
                header: text('field.decidedBy'),
                cell: ({ decision }: ReportRelease) => decision?.decidedByName,
              },
            ]
          : []),
      ]}
    />
  );
}
