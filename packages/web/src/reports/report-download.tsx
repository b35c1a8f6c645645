import { useMutation } from '@tanstack/react-query';
import {
  REPORT_FORMATS,
  type Report,
  type ReportFormat,
  reportFileName,
} from '@tirek/domain/reports';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon } from '../ui/icons.tsx';
import { saveFile } from '../ui/save-file.ts';
import styles from './report-page.module.css';

/** How a file is being made, for the page to tell. */
export interface Download {
  readonly start: (format: ReportFormat) => void;
  readonly isRunning: boolean;
  readonly error: unknown;
}

/** The report of a page as a file from the server, so that the log knows who took it along. */
export function useDownload(report: Report): Download {
  const { api } = useClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (format: ReportFormat) =>
      api.download('getWaveReportFile', {
        waveId: report.wave.id,
        language: report.language,
        format,
      }),
    onSuccess: (file, format) => saveFile(reportFileName(report, format), file),
  });
  return { start: mutate, isRunning: isPending, error };
}

export function DownloadMenu({ start, isRunning }: Download) {
  const text = useText('reports');
  return (
    <Disclosure
      className={styles.save}
      opens="down"
      entries={REPORT_FORMATS.map((format) => ({
        key: format,
        icon: 'file',
        label: text(`file.${format}`),
        onChoose: () => {
          if (!isRunning) start(format);
        },
      }))}
    >
      <Icon name="download" size={18} />
      {text(isRunning ? 'file.running' : 'save')}
      <Icon name="chevronDown" size={18} />
    </Disclosure>
  );
}
