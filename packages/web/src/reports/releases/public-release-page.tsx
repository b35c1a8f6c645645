import { getRouteApi } from '@tanstack/react-router';
import { type PublicRelease, type Report, releaseFileName } from '@tirek/domain/reports';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { DownloadMenu, RELEASE_FILES, useDownload } from '../report-download.tsx';
import { ReportPaper } from '../report-paper.tsx';
import { PublicFrame } from './public-frame.tsx';

const route = getRouteApi('/published/$releaseId');

/** A release for everybody, to read and to take along, or the word that it was withdrawn. */
export function PublicReleasePage() {
  const { releaseId } = route.useParams();
  const { language } = useLanguage();
  const list = useRead('listPublicReleases', {});
  const release = list.data?.releases.find(({ id }) => id === releaseId);
  // A withdrawn report is not shown any more: nobody need ask for it.
  const read = useRead(
    'getPublicRelease',
    { releaseId, language },
    { isWanted: list.data !== undefined && !release?.withdrawal },
  );
  const failed = list.isError ? list : read.isError ? read : null;
  return (
    <PublicFrame>
      {read.data ? <OneRelease {...read.data} /> : <Empty release={release} failed={failed} />}
    </PublicFrame>
  );
}

function Empty({
  release,
  failed,
}: {
  release: PublicRelease | undefined;
  failed: { error: unknown; refetch: () => unknown } | null;
}) {
  const text = useText('releases');
  const { language } = useLanguage();
  return (
    <Page
      title={release?.title[language] ?? text('public.one')}
      back={{ to: '/published', label: text('public.title') }}
      isNarrow
    >
      <Panel>
        {release?.withdrawal ? (
          <Notice kind="warning" title={text('withdrawn.title')} isStanding>
            {text('withdrawn.words', { reason: release.withdrawal.reason })}
          </Notice>
        ) : failed ? (
          <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
        ) : (
          <LoadingState lines={6} />
        )}
      </Panel>
    </Page>
  );
}

function OneRelease({ release, report }: { release: PublicRelease; report: Report }) {
  const text = useText('releases');
  const reportText = useText('reports');
  const format = useFormat();
  const errorText = useErrorText();
  const { language } = useLanguage();
  const { api } = useClient();
  const { id, number, title, releasedAt } = release;
  const download = useDownload({
    fetch: (file) =>
      api.download('getPublicReleaseFile', { releaseId: id, language, format: file }),
    nameOf: (file) => releaseFileName(report, file),
  });
  return (
    <Page
      title={title[language]}
      intro={text('public.facts', { number, date: format.date(format.dateOf(releasedAt), 'long') })}
      back={{ to: '/published', label: text('public.title') }}
      actions={
        <>
          <ButtonLink to="/published/$releaseId/brief" params={{ releaseId: id }} variant="default">
            {reportText('brief.open')}
          </ButtonLink>
          <DownloadMenu {...download} formats={RELEASE_FILES} />
        </>
      }
      isWide
    >
      {download.error ? <Notice kind="refusal">{errorText(download.error)}</Notice> : null}
      <ReportPaper report={report} level={2} />
    </Page>
  );
}
