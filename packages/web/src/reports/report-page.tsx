import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  REPORT_CSS,
  type Report,
  renderReportDocument,
  renderReportHtml,
  reportJson,
} from '@tirek/domain/reports';
import { useEffect, useMemo } from 'react';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon } from '../ui/icons.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { saveFile } from '../ui/save-file.ts';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useStyleSheet } from '../ui/use-style-sheet.ts';
import styles from './report-page.module.css';

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
  useStyleSheet(REPORT_CSS);
  useEffect(() => {
    document.title = `${report.title} · Tirek`;
  }, [report.title]);
  const html = useMemo(() => renderReportHtml(report), [report]);
  const name = fileName(report);
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
          <span>
            <Disclosure
              className={styles.save}
              opens="down"
              entries={[
                {
                  key: 'html',
                  icon: 'file',
                  label: text('html'),
                  onChoose: () =>
                    saveFile(
                      `${name}.html`,
                      'text/html;charset=utf-8',
                      renderReportDocument(report),
                    ),
                },
                {
                  key: 'json',
                  icon: 'file',
                  label: text('json'),
                  onChoose: () => saveFile(`${name}.json`, 'application/json', reportJson(report)),
                },
              ]}
            >
              <Icon name="download" size={18} />
              {text('save')}
              <Icon name="chevronDown" size={18} />
            </Disclosure>
          </span>
        </div>
      </div>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every text it is given */}
      <div className={styles.paper} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}

/** `tirek-2026-11-30-ru`: what it is, of when, in which language; nothing that tells a finder more. */
const fileName = ({ wave, language }: Report) =>
  ['tirek', wave.closesOn ?? wave.id.slice(0, 8), language].join('-');
