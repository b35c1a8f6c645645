import { getRouteApi } from '@tanstack/react-router';
import {
  countNumbers,
  fingerprintOf,
  type Report,
  type ReportRelease,
  releaseFileName,
} from '@tirek/domain/reports';
import type { ReactNode } from 'react';
import { useHolder, useMay } from '../../access/index.ts';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { DownloadMenu, RELEASE_FILES, useDownload } from '../report-download.tsx';
import { ReportPaper } from '../report-paper.tsx';
import { HiddenNumbers } from './hidden-numbers.tsx';
import { ReleaseDecision } from './release-decision.tsx';
import { ReleaseMark } from './release-mark.tsx';
import styles from './release-page.module.css';
import { releaseState } from './release-state.ts';
import { ReleaseWithdrawal } from './release-withdrawal.tsx';

const route = getRouteApi('/releases/$releaseId');

/** One release: what is known about it, what the reader can decide, and the report as it was frozen. */
export function ReleasePage() {
  const { releaseId } = route.useParams();
  const text = useText('releases');
  const { language } = useLanguage();
  const read = useRead('getRelease', { releaseId, language });
  if (read.data) return <OneRelease {...read.data} />;
  return (
    <Page title={text('one.title')} back={{ to: '/releases', label: text('list.title') }}>
      <Panel>
        {read.isError ? (
          <ErrorState error={read.error} onRetry={read.refetch} />
        ) : (
          <LoadingState lines={6} />
        )}
      </Panel>
    </Page>
  );
}

function OneRelease({ release, report }: { release: ReportRelease; report: Report }) {
  const text = useText('releases');
  const reportText = useText('reports');
  const errorText = useErrorText();
  const { language } = useLanguage();
  const { api } = useClient();
  const { account } = useHolder();
  const may = useMay();
  const download = useDownload({
    fetch: (format) => api.download('getReleaseFile', { releaseId: release.id, language, format }),
    nameOf: (format) => releaseFileName(report, format),
  });
  const state = releaseState(release);
  const isOwn = release.preparedBy === account.id;
  const number = release.decision?.number;
  return (
    <Page
      title={number ? text('one.number', { number }) : text('one.title')}
      intro={release.waveTitle[language]}
      mark={<ReleaseMark release={release} />}
      back={{ to: '/releases', label: text('list.title') }}
      actions={
        <>
          <ButtonLink
            to="/releases/$releaseId/brief"
            params={{ releaseId: release.id }}
            variant="default"
          >
            {reportText('brief.open')}
          </ButtonLink>
          <DownloadMenu {...download} formats={RELEASE_FILES} />
        </>
      }
      isWide
    >
      {download.error ? <Notice kind="refusal">{errorText(download.error)}</Notice> : null}
      {release.withdrawal && (
        <Notice kind="warning" title={text('withdrawn.title')} isStanding>
          {text('withdrawn.words', { reason: release.withdrawal.reason })}
        </Notice>
      )}
      {state === 'waiting' && (
        <Panel title={text('decide.title')} note={text(`decide.words.${release.audience}`)}>
          <HiddenNumbers audience={release.audience} {...countNumbers(report)} />
          {may('release.approve') && !isOwn && <ReleaseDecision release={release} />}
          {isOwn && <p className={styles.words}>{text('decide.own')}</p>}
          {!isOwn && !may('release.approve') && (
            <p className={styles.words}>{text('decide.others')}</p>
          )}
        </Panel>
      )}
      <Panel
        title={text('facts.title')}
        actions={
          state === 'out' && may('release.approve') && <ReleaseWithdrawal release={release} />
        }
      >
        <ReleaseFacts release={release} />
      </Panel>
      <div className={styles.report}>
        <ReportPaper report={report} level={2} />
      </div>
    </Page>
  );
}

function ReleaseFacts({ release }: { release: ReportRelease }) {
  const text = useText('releases');
  const format = useFormat();
  const { decision, withdrawal } = release;
  const facts: Array<readonly [string, ReactNode]> = [
    [text('field.audience'), text(`audience.${release.audience}`)],
    [text('field.reason'), release.reason],
    [text('field.preparedBy'), release.preparedByName],
    [text('field.preparedAt'), format.instant(release.preparedAt, 'medium')],
  ];
  if (decision) {
    facts.push(
      [text('field.decidedBy'), decision.decidedByName],
      [text('field.decidedAt'), format.instant(decision.decidedAt, 'medium')],
    );
    if (decision.reason) facts.push([text('field.refusedWhy'), decision.reason]);
  }
  if (withdrawal) {
    facts.push([text('field.withdrawnAt'), format.instant(withdrawal.at, 'medium')]);
  }
  facts.push(
    [text('field.snapshot'), <code key="snapshot">{fingerprintOf(release.snapshot)}</code>],
    [text('field.version'), release.programVersion],
  );
  return <Facts facts={facts} />;
}
