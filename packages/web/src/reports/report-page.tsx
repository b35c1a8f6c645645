import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  REPORT_FORMATS,
  type Report,
  type ReportFormat,
  reportFileName,
} from '@tirek/domain/reports';
import { briefFileName } from '@tirek/domain/reports/brief';
import { useEffect } from 'react';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { BRIEF_FILES, type BriefFile, DownloadMenu, useDownload } from './report-download.tsx';
import styles from './report-page.module.css';
import { ReportPaper } from './report-paper.tsx';

const BRIEF_FORMAT = { 'brief.pdf': 'pdf', 'brief.docx': 'docx' } as const;

function isBrief(file: ReportFormat | BriefFile): file is BriefFile {
  return file in BRIEF_FORMAT;
}

const route = getRouteApi('/reports/$waveId');

/** The report of a closed wave in the language of the page, to read, print and take along. */
export function ReportPage() {
  const { waveId } = route.useParams();
  const text = useText('reports');
  const { language } = useLanguage();
  const report = useRead('getWaveReport', { waveId, language });
  if (report.data) return <OneReport report={report.data} />;
  return (
    <Page title={text('title')} back={{ to: '/reports', label: text('list.title') }}>
      <Panel>
        {report.isError ? (
          <ErrorState error={report.error} onRetry={report.refetch} />
        ) : (
          <LoadingState lines={6} />
        )}
      </Panel>
    </Page>
  );
}

function OneReport({ report }: { report: Report }) {
  const text = useText('reports');
  useEffect(() => {
    document.title = `${report.title} · Tirek`;
  }, [report.title]);
  const { api } = useClient();
  const of = { waveId: report.wave.id, language: report.language };
  const download = useDownload<ReportFormat | BriefFile>({
    fetch: (file) => {
      if (!isBrief(file)) return api.download('getWaveReportFile', { ...of, format: file });
      return api.download('getWaveBriefFile', { ...of, kind: 'brief', format: BRIEF_FORMAT[file] });
    },
    nameOf: (file) =>
      isBrief(file)
        ? briefFileName(report, { kind: 'brief', format: BRIEF_FORMAT[file] })
        : reportFileName(report, file),
  });
  const errorText = useErrorText();
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Link to="/reports" className={styles.back}>
          <Icon name="arrowLeft" size={18} />
          {text('list.title')}
        </Link>
        <div className={styles.tools}>
          <span className={styles.languages}>
            <LanguageSwitch />
          </span>
          <ButtonLink
            to="/reports/$waveId/brief"
            params={{ waveId: report.wave.id }}
            variant="default"
          >
            {text('brief.open')}
          </ButtonLink>
          <Button
            variant="default"
            leftSection={<Icon name="printer" size={18} />}
            onClick={() => window.print()}
          >
            {text('print')}
          </Button>
          <DownloadMenu {...download} formats={[...REPORT_FORMATS, ...BRIEF_FILES]} />
        </div>
      </div>
      {download.error ? (
        <div className={styles.refusal}>
          <Notice kind="refusal">{errorText(download.error)}</Notice>
        </div>
      ) : null}
      <ReportPaper report={report} />
    </div>
  );
}
