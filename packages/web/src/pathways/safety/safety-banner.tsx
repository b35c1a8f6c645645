import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SafetyCall } from '@tirek/domain/pathways/safety';
import { useEffect, useRef } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import type { EndpointName } from '../../api.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './safety.module.css';
import { useMoment } from './use-moment.ts';

const ASK_EVERY = 15_000;

/** What shows events, and is out of date when something else waits than before. */
const SHOWN: readonly EndpointName[] = [
  ...(['listSafetyEvents', 'getSafetyEvent', 'listSafetyEventsOf', 'getDuty'] as const),
];

/** On every page of whoever has to answer, until somebody has; nothing of whom it is about. */
export function SafetyBanner() {
  const may = useMay();
  return may('safety.act') || may('duty.manage') || may('account.manage') ? <Calls /> : null;
}

/** The one place that asks again and again: the server tells nobody by itself. Pages of events are renewed when it finds a change. */
function Calls() {
  const text = useText('safety');
  const may = useMay();
  const read = useRead('listSafetyCalls', {}, { every: ASK_EVERY });
  const calls = (read.data?.calls ?? []).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  useRenewing(read.data?.calls);
  return (
    <div role="status">
      {calls.map((call) => (
        <div key={call.eventId} className={styles.banner}>
          <Icon name="warning" />
          {call.wanted !== 'appoint' ? (
            <CallLink call={call} heard={read.data?.now ?? ''} />
          ) : may('duty.read') ? (
            <Link to="/on-call">{text('banner.appoint')}</Link>
          ) : (
            <span>{text('banner.ring')}</span>
          )}
        </div>
      ))}
    </div>
  );
}

function CallLink({
  call: { eventId, urgency, dueAt, wanted },
  heard,
}: {
  call: SafetyCall;
  heard: string;
}) {
  const text = useText('safety');
  const format = useFormat();
  const isLate = Date.parse(dueAt) < Date.parse(useMoment(heard));
  return (
    <Link to="/safety/$eventId" params={{ eventId }}>
      {wanted === 'confirm'
        ? text('banner.confirm')
        : text(isLate ? 'banner.late' : `banner.take.${urgency}`, {
            at: format.instant(dueAt, 'short'),
          })}
    </Link>
  );
}

function useRenewing(calls: readonly SafetyCall[] | undefined): void {
  const queries = useQueryClient();
  const known = useRef<string | null>(null);
  const waiting = calls && JSON.stringify(calls);
  useEffect(() => {
    if (waiting === undefined) return;
    const isChanged = known.current !== null && known.current !== waiting;
    known.current = waiting;
    if (!isChanged) return;
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => (SHOWN as readonly unknown[]).includes(queryKey[0]),
    });
  }, [waiting, queries]);
}
