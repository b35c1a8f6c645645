import { type QuoteInNote, spotTraces } from '@tirek/domain/reports/themes';
import type { ReactNode } from 'react';
import { useHolder, useMay } from '../../access/index.ts';
import { useWrite } from '../../api/use-write.ts';
import type { EndpointName } from '../../api.ts';
import { useText } from '../../text/language.tsx';
import { Facts } from '../../ui/facts.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { DecisionButtons } from '../decision-buttons.tsx';
import { TakeBack } from '../take-back.tsx';
import styles from './themes.module.css';

const RENEWS: readonly EndpointName[] = ['listThemeQuotes', 'getThemeNote', 'getWaveReport'];

/** A quotation beside the excerpt that it is taken from, with what the reader can do about it. */
export function OneQuote({ quote }: { quote: QuoteInNote }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const { account } = useHolder();
  const may = useMay();
  const { decision, withdrawal } = quote;
  const traces = spotTraces(quote.words).map((trace) => trace.text);
  const facts: Array<readonly [string, ReactNode]> = [
    [text('quotes.consent'), codebook(`consent.${quote.consent}`)],
    [text('quotes.reach'), codebook(`reach.${quote.reach}`)],
    [text('quotes.proposedBy'), quote.proposedByName],
  ];
  if (decision) facts.push([text('quotes.decidedBy'), decision.decidedByName]);
  const isOwn = quote.proposedBy === account.id;
  const isWaiting = !decision && !withdrawal;
  return (
    <article className={styles.excerpt}>
      <p className={styles.said}>«{quote.words}»</p>
      <p className={styles.meta}>
        {codebook(`speaker.${quote.speaker}`)} · {quote.noteTitle} <QuoteMark quote={quote} />
      </p>
      {traces.length > 0 && (
        <p className={styles.traces}>{text('add.traces', { traces: traces.join('; ') })}</p>
      )}
      {quote.words !== quote.text && (
        <p className={styles.meta}>
          {text('quotes.original')}: {quote.text}
        </p>
      )}
      <Facts facts={facts} />
      {decision?.reason && (
        <p className={styles.meta}>{text('quotes.why', { reason: decision.reason })}</p>
      )}
      {withdrawal && (
        <p className={styles.meta}>{text('quotes.why', { reason: withdrawal.reason })}</p>
      )}
      {isWaiting && isOwn && <p className={styles.meta}>{text('quotes.own')}</p>}
      {isWaiting && !isOwn && may('theme.settle') && <Decide quoteId={quote.id} />}
      {!withdrawal && decision?.kind !== 'refused' && may('theme.code') && (
        <Withdraw quoteId={quote.id} />
      )}
    </article>
  );
}

function QuoteMark({ quote: { decision, withdrawal } }: { quote: QuoteInNote }) {
  const text = useText('themes');
  if (withdrawal) return <StatusMark tone="bad" label={text('quotes.withdrawn')} />;
  if (!decision) return <StatusMark tone="waiting" label={text('quotes.waits')} />;
  return decision.kind === 'cleared' ? (
    <StatusMark tone="going" label={text('quotes.cleared')} />
  ) : (
    <StatusMark tone="over" label={text('quotes.refused')} />
  );
}

function Decide({ quoteId }: { quoteId: string }) {
  const text = useText('themes');
  const tell = useToast();
  const decide = useWrite('decideQuote', {
    renews: RENEWS,
    onDone: ({ decision }) =>
      tell(text(decision?.kind === 'refused' ? 'refuse.done' : 'clear.done')),
  });
  return (
    <DecisionButtons
      className={styles.foot}
      approve={{ go: text('clear.go'), title: text('clear.title'), words: text('clear.words') }}
      refuse={{ go: text('refuse.go'), title: text('refuse.title'), words: text('refuse.words') }}
      write={decide}
      onDecide={(decision) =>
        decide.mutateAsync(
          decision.decision === 'approved'
            ? { quoteId, decision: 'cleared' }
            : { quoteId, ...decision },
        )
      }
    />
  );
}

function Withdraw({ quoteId }: { quoteId: string }) {
  const text = useText('themes');
  const tell = useToast();
  const withdraw = useWrite('withdrawQuote', {
    renews: RENEWS,
    onDone: () => tell(text('withdraw.done')),
  });
  return (
    <div className={styles.foot}>
      <TakeBack
        isSmall
        go={text('withdraw.go')}
        title={text('withdraw.title')}
        words={text('withdraw.words')}
        write={withdraw}
        onTakeBack={(reason) => withdraw.mutateAsync({ quoteId, reason })}
      />
    </div>
  );
}
