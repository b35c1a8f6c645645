import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { HelpReceipt } from './help-receipt.tsx';
import { HelpTable } from './help-table.tsx';

/** What the families of the reader, or of her team, got in the last twelve months: exactly, since she knows them all. */
export function OwnHelpPage() {
  const text = useText('support');
  const format = useFormat();
  const { data, ...read } = useRead('countOwnHelp', {});
  return (
    <Page title={text('help.own')} intro={text('help.ownIntro')}>
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {data && (
        <>
          <Panel title={text('help.groups')}>
            <HelpTable
              told={(measure, group) =>
                format.number(
                  data.counts.find((each) => each.measure === measure)?.groups[group] ?? 0,
                )
              }
            />
          </Panel>
          <HelpReceipt from={data.from} to={data.to} rule={data.rule} isOwn />
        </>
      )}
    </Page>
  );
}
