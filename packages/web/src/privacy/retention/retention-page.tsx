import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { PutAwayPanel } from './put-away-panel.tsx';
import { RenewalsPanel } from './renewals-panel.tsx';

/** Which files are needed still, which will be put away, and which are. */
export function RetentionPage() {
  const text = useText('retention');
  const may = useMay();
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      {may('purpose.renew') && <RenewalsPanel />}
      <AheadPanel />
      {may('file.reopen') && <PutAwayPanel />}
    </Page>
  );
}

function AheadPanel() {
  const text = useText('retention');
  const format = useFormat();
  const read = useRead('getFilesAhead', {});
  const numbers = read.data;
  const names = ['families', 'people', 'stopped', 'putAway', 'overdue'] as const;
  return (
    <Panel title={text('ahead')} note={text('ahead.note')}>
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {numbers && (
        <Facts
          facts={names.flatMap((name) => {
            const number = numbers[name];
            return number === null ? [] : [[text(`ahead.${name}`), format.number(number)] as const];
          })}
        />
      )}
    </Panel>
  );
}
