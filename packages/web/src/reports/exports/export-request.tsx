import { Button } from '@mantine/core';
import type { WaveExport } from '@tirek/domain/reports';
import { LANGUAGE_NAMES } from '@tirek/domain/text';
import type { ReactNode } from 'react';
import { useHolder, useMay } from '../../access/index.ts';
import { useClient } from '../../api/client.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { CostOfHiding } from './cost-of-hiding.tsx';
import { ExportDecision } from './export-decision.tsx';
import { type ExportState, exportState } from './export-state.ts';
import styles from './exports-page.module.css';
import { useFetching } from './use-fetching.ts';

const TONES = {
  waiting: 'waiting',
  ready: 'going',
  approved: 'going',
  expired: 'over',
  refused: 'bad',
} as const satisfies Record<ExportState, string>;

/** One request: who asked for what and why, what was decided, and what the reader can do now. */
export function ExportRequest({ request }: { request: WaveExport }) {
  const text = useText('exports');
  const { language } = useLanguage();
  const { now } = useClient();
  const { account } = useHolder();
  const may = useMay();
  const isOwn = request.requestedBy === account.id;
  const state = exportState(request, { isOwn, now: now() });
  return (
    <li className={styles.request}>
      <div className={styles.head}>
        <h3 className={styles.name}>{request.waveTitle[language]}</h3>
        <StatusMark tone={TONES[state]} label={text(`state.${state}`)} />
      </div>
      <RequestFacts request={request} isOwn={isOwn} />
      {request.cost && <CostOfHiding cost={request.cost} />}
      {state === 'waiting' && !isOwn && may('export.approve') && (
        <ExportDecision request={request} />
      )}
      {state === 'waiting' && isOwn && (
        <p className={styles.words}>
          {text(may('export.approve') ? 'words.own' : 'words.waiting')}
        </p>
      )}
      {state === 'expired' && isOwn && <p className={styles.words}>{text('words.expired')}</p>}
      {state === 'approved' && <p className={styles.words}>{text('words.others')}</p>}
      {state === 'ready' && <Fetch request={request} />}
    </li>
  );
}

function RequestFacts({ request, isOwn }: { request: WaveExport; isOwn: boolean }) {
  const text = useText('exports');
  const format = useFormat();
  const { account } = useHolder();
  const { decision } = request;
  const decider = decision?.decidedBy === account.id ? text('you') : decision?.decidedByName;
  const facts: Array<readonly [string, ReactNode]> = [
    [text('fact.by'), isOwn ? text('you') : request.requestedByName],
    [text('fact.at'), format.instant(request.requestedAt, 'medium')],
    [text('fact.reason'), request.reason],
    [text('fact.language'), LANGUAGE_NAMES[request.language]],
    [text('fact.alike'), text(`alike.${request.k}`)],
  ];
  if (decision) {
    facts.push(
      [text('fact.decidedBy'), decider],
      [text('fact.decidedAt'), format.instant(decision.decidedAt, 'medium')],
    );
    if (decision.reason) facts.push([text('fact.refusedWhy'), decision.reason]);
    if (decision.fetchUntil) {
      facts.push([text('fact.until'), format.instant(decision.fetchUntil, 'medium')]);
    }
  }
  return <Facts facts={facts} />;
}

function Fetch({ request }: { request: WaveExport }) {
  const text = useText('exports');
  const errorText = useErrorText();
  const fetching = useFetching(request);
  return (
    <>
      <div className={styles.buttons}>
        <Button
          leftSection={<Icon name="download" size={18} />}
          loading={fetching.isPending}
          onClick={() => fetching.mutate()}
        >
          {text('fetch.go')}
        </Button>
      </div>
      {fetching.isPending && (
        <p className={styles.words} role="status">
          {text('fetch.running')}
        </p>
      )}
      {fetching.error && <Notice kind="refusal">{errorText(fetching.error)}</Notice>}
      {fetching.isSuccess && <Notice kind="success">{text('fetch.done')}</Notice>}
    </>
  );
}
