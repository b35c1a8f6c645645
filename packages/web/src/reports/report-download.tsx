import { useMutation } from '@tanstack/react-query';
import { REPORT_FORMATS, type ReleaseFormat } from '@tirek/domain/reports';
import { useText } from '../text/language.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon } from '../ui/icons.tsx';
import { saveFile } from '../ui/save-file.ts';
import styles from './report-download.module.css';

/** What a release can be taken along as: the files of a report, or everything in one archive. */
export const RELEASE_FILES: readonly ReleaseFormat[] = ['bundle', ...REPORT_FORMATS];

/** The two pages for a ministry, as files of a report's page. */
export const BRIEF_FILES = ['brief.pdf', 'brief.docx'] as const;
export type BriefFile = (typeof BRIEF_FILES)[number];

/** How a file is being made, for the page to tell. */
export interface Download<Format> {
  readonly start: (format: Format) => void;
  readonly isRunning: boolean;
  readonly error: unknown;
}

/** Files that the server makes, so that the log knows who took them along. */
export function useDownload<Format extends ReleaseFormat | BriefFile = ReleaseFormat>({
  fetch,
  nameOf,
}: {
  readonly fetch: (format: Format) => Promise<Blob>;
  readonly nameOf: (format: Format) => string;
}): Download<Format> {
  const { mutate, isPending, error } = useMutation({
    mutationFn: fetch,
    onSuccess: (file, format) => saveFile(nameOf(format), file),
  });
  return { start: mutate, isRunning: isPending, error };
}

export function DownloadMenu<Format extends ReleaseFormat | BriefFile>({
  formats,
  start,
  isRunning,
}: Download<Format> & { readonly formats: readonly Format[] }) {
  const text = useText('reports');
  return (
    <Disclosure
      className={styles.save}
      opens="down"
      entries={formats.map((format) => ({
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
