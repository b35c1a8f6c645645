import { getRouteApi } from '@tanstack/react-router';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { OneQuote } from './one-quote.tsx';

const route = getRouteApi('/reports/$waveId/themes/quotes');

/** What was proposed to be quoted: to be looked at by another person first, then those decided on. */
export function QuotesPage() {
  const { waveId } = route.useParams();
  const text = useText('themes');
  const read = useRead('listThemeQuotes', { waveId });
  const quotes = read.data?.quotes ?? [];
  const isWaiting = ({ decision, withdrawal }: (typeof quotes)[number]) =>
    decision === null && withdrawal === null;
  const waiting = quotes.filter(isWaiting);
  const decided = quotes.filter((quote) => !isWaiting(quote));
  return (
    <Page
      title={text('quotes.title')}
      intro={text('quotes.intro')}
      back={{ to: `/reports/${waveId}/themes`, label: text('list.title') }}
    >
      {quotes.length === 0 && (
        <Panel>
          {read.isPending && <LoadingState />}
          {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
          {read.data && (
            <EmptyState icon="list" title={text('quotes.none')}>
              {text('quotes.noneWords')}
            </EmptyState>
          )}
        </Panel>
      )}
      {waiting.length > 0 && (
        <Panel title={text('quotes.waiting')}>
          {waiting.map((quote) => (
            <OneQuote key={quote.id} quote={quote} />
          ))}
        </Panel>
      )}
      {decided.length > 0 && (
        <Panel title={text('quotes.decided')}>
          {decided.map((quote) => (
            <OneQuote key={quote.id} quote={quote} />
          ))}
        </Panel>
      )}
    </Page>
  );
}
