import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { ExportRequest } from './export-request.tsx';
import styles from './exports-page.module.css';
import { RequestForm } from './request-form.tsx';

/** The exact answers as files: asking for them, deciding, fetching. */
export function ExportsPage() {
  const text = useText('exports');
  const may = useMay();
  const read = useRead('listExports', {});
  const requests = read.data?.exports ?? [];
  // What waits for somebody comes first; the server's order, newest first, holds among the others.
  const waiting = requests.filter(({ decision }) => decision === null);
  const decided = requests.filter(({ decision }) => decision !== null);
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      {may('export.request') && <RequestForm />}
      <Panel title={text('list.title')}>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data && requests.length === 0 && (
          <EmptyState icon="file" title={text('list.none')}>
            {text('list.noneWords')}
          </EmptyState>
        )}
        <ul className={styles.list}>
          {[...waiting, ...decided].map((request) => (
            <ExportRequest key={request.id} request={request} />
          ))}
        </ul>
      </Panel>
    </Page>
  );
}
