import type { ChannelHealth } from '@tirek/domain/messages';
import type { ReactNode } from 'react';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './messages.module.css';
import { NoMessagesNotice } from './no-messages-notice.tsx';

/** How each channel does: what got out, what waits, why things failed. Counts only. */
export function HealthPage() {
  const text = useText('messages');
  const read = useRead('getMessageHealth', {});
  return (
    <Page
      title={text('health.title')}
      intro={text('health.intro')}
      isNarrow
      actions={
        <ButtonLink variant="default" to="/reach">
          {text('reach.title')}
        </ButtonLink>
      }
    >
      <NoMessagesNotice />
      {read.data && read.data.unreached > 0 && (
        <div className={styles.standing}>
          <Notice kind="warning" isStanding>
            <p>{text('unreached', { count: read.data.unreached })}</p>
          </Notice>
        </div>
      )}
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data?.channels.map((channel) => (
        <ChannelPanel key={channel.channel} health={channel} />
      ))}
    </Page>
  );
}

function ChannelPanel({ health }: { health: ChannelHealth }) {
  const text = useText('messages');
  const format = useFormat();
  const { channel, isSetUp, lastAcceptedAt, lastFailedAt, failures } = health;
  const isFailing =
    lastFailedAt !== null && (lastAcceptedAt === null || lastFailedAt > lastAcceptedAt);
  const at = (instant: string | null) =>
    instant === null ? text('never') : format.instant(instant, 'short');
  const facts: Array<readonly [string, ReactNode]> = [
    [text('health.lastAccepted'), at(lastAcceptedAt)],
    [text('health.lastFailed'), at(lastFailedAt)],
    [text('health.accepted'), format.number(health.accepted)],
    [text('health.delivered'), format.number(health.delivered)],
    [text('health.failed'), format.number(health.failed)],
    [text('health.waiting'), format.number(health.waiting)],
  ];
  for (const { failure, times } of failures)
    facts.push([text(`failure.${failure}`), format.number(times)]);
  const [tone, state] = !isSetUp
    ? (['over', 'off'] as const)
    : isFailing
      ? (['bad', 'failing'] as const)
      : (['going', 'on'] as const);
  return (
    <Panel
      title={text(`channel.${channel}`)}
      actions={<StatusMark tone={tone} label={text(`health.${state}`)} />}
    >
      {isSetUp || lastAcceptedAt || lastFailedAt ? (
        <Facts facts={facts} />
      ) : (
        <p>{text('health.offWords')}</p>
      )}
    </Panel>
  );
}
