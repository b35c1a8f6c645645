import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  REPORT_FORMATS,
  type Report,
  type ReportFormat,
  reportFileName,
} from '@tirek/domain/reports';
import { useEffect } from 'react';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { DownloadMenu, useDownload } from './report-download.tsx';
import styles from './report-page.module.css';
import { ReportPaper } from './report-paper.tsx';

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
  const download = useDownload<ReportFormat>({
    fetch: (format) =>
      api.download('getWaveReportFile', {
        waveId: report.wave.id,
        language: report.language,
        format,
      }),
    nameOf: (format) => reportFileName(report, format),
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
          <Button
            variant="default"
            leftSection={<Icon name="printer" size={18} />}
            onClick={() => window.print()}
          >
            {text('print')}
          </Button>
          <DownloadMenu {...download} formats={REPORT_FORMATS} />
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
