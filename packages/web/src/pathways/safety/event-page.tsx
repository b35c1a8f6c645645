import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { OutputOf } from '@tirek/domain/contract';
import {
  dialled,
  EMERGENCY_NUMBERS,
  foldSafety,
  type SafetyStanding,
  type safetyContract,
} from '@tirek/domain/pathways/safety';
import { useState } from 'react';
import { useHolder, useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { ClosingPanel } from './closing-panel.tsx';
import { ContactPanel } from './contact-panel.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { ProtocolPanel } from './protocol-panel.tsx';
import styles from './safety.module.css';
import { useEntryWrite } from './use-entry-write.ts';
import { useMoment } from './use-moment.ts';
import { useSafetyWords } from './use-safety-words.ts';
import { asHers } from './while-offline.ts';

export type Shown = OutputOf<(typeof safetyContract)['getSafetyEvent']>;
export interface PartProps {
  readonly shown: Shown;
  readonly standing: SafetyStanding;
  readonly mayAct: boolean;
}

/** One event: who has it, what to do, whom to call; large enough for a phone in a doorway. */
export function SafetyEventPage() {
  const text = useText('safety');
  const { eventId } = useParams({ from: '/safety/$eventId' });
  const read = useRead('getSafetyEvent', { eventId });
  const { account } = useHolder();
  if (read.data) return <OneEvent shown={asHers(read.data, account)} />;
  return (
    <Page title={text('event.title')} back={{ to: '/safety', label: text('title') }} isNarrow>
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
    </Page>
  );
}

function OneEvent({ shown }: { shown: Shown }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const may = useMay();
  const { event, person, entries } = shown;
  const standing = foldSafety(event, entries);
  const part: PartProps = {
    ...{ shown, standing },
    mayAct: may('safety.act') && standing.status !== 'closed',
  };
  return (
    <Page
      title={`${t(`kind.${event.kind}`)}: ${person.name}`}
      back={{ to: '/safety', label: text('title') }}
      isNarrow
    >
      <StandingPanel {...part} />
      <ProtocolPanel {...part} />
      <CallPanel shown={shown} />
      <PlanPanel {...part} />
      <ContactPanel {...part} />
      <ClosingPanel {...part} mayAct={may('safety.act')} />
      <HistoryPanel {...part} />
    </Page>
  );
}

function StandingPanel({ shown, standing, mayAct }: PartProps) {
  const text = useText('safety');
  const t = useSafetyWords();
  const format = useFormat();
  const { account } = useHolder();
  const moment = useMoment(shown.now);
  const errorText = useErrorText();
  const { event, person, holder, colleagues } = shown;
  const { write, record } = useEntryWrite(event.id);
  const [isHanding, setHanding] = useState(false);
  const isMine = standing.takenBy === account.id;
  const isOffered = standing.offeredTo === account.id;
  const isLate = Date.parse(event.dueAt) < Date.parse(moment) && standing.missing.length > 0;
  const at = format.instant(event.dueAt);
  const since = format.instant(event.startsAt);
  const holding = text(holder.isTaken ? 'holder.taken' : 'holder.asked', { name: holder.name });
  return (
    <Panel
      actions={
        person.isInReach && (
          <Link to="/people/$personId" params={{ personId: person.id }}>
            {text('person')}
          </Link>
        )
      }
    >
      <Facts
        facts={[
          [
            text('due'),
            `${t(`urgency.${event.urgency}`)}, ${text(isLate ? 'due.late' : 'due.left', { at })}`,
          ],
          [
            text('since'),
            event.countsFrom === 'arrival' ? text('since.arrival', { at: since }) : since,
          ],
          [text('source'), text(event.assessmentId ? 'source.answer' : 'source.seen')],
          [text('holder'), standing.status === 'closed' ? text('state.closed') : holding],
        ]}
      />
      {standing.offeredTo && !isOffered && (
        <p className={styles.quiet}>
          {text('offered', { name: colleagues[standing.offeredTo] ?? '' })}
        </p>
      )}
      {write.isError && <Notice kind="refusal">{errorText(write.error)}</Notice>}
      {mayAct && (
        <div className={styles.actions}>
          {(standing.takenBy === null || isOffered) && (
            <Button
              size="md"
              color="red"
              loading={write.isPending}
              onClick={() => record({ kind: 'acknowledged', value: {}, words: null })}
            >
              {text('take')}
            </Button>
          )}
          {standing.takenBy !== null && !isMine && !isOffered && (
            <Button
              variant="default"
              loading={write.isPending}
              onClick={() =>
                record({ kind: 'handed-over', value: { to: account.id }, words: null })
              }
            >
              {text('takeOver')}
            </Button>
          )}
          <Button variant="default" onClick={() => setHanding(true)}>
            {text('handOver')}
          </Button>
        </div>
      )}
      {isHanding && <HandOverDialog shown={shown} onClose={() => setHanding(false)} />}
    </Panel>
  );
}

function CallPanel({ shown: { person, contacts } }: { shown: Shown }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const { language } = useLanguage();
  const line = (key: string, name: string, phone: string, more = '') => (
    <li key={key} className={styles.row}>
      <span className={styles.step}>
        {name}
        {more && <span className={styles.quiet}> · {more}</span>}
      </span>
      <a className={styles.call} href={dialled(phone)}>
        {phone}
      </a>
    </li>
  );
  return (
    <Panel title={text('call')} note={text('call.note')}>
      <ul className={styles.calls}>
        {person.phones.map((phone) => line(phone, `${text('call.person')}: ${person.name}`, phone))}
        {line('103', t('number.ambulance'), EMERGENCY_NUMBERS.ambulance)}
        {line('112', t('number.all'), EMERGENCY_NUMBERS.all)}
        {contacts.map(({ id, value }) =>
          line(
            id,
            `${t(`contact.${value.kind}`)}: ${value.name[language]}`,
            value.phone,
            value.hours[language],
          ),
        )}
      </ul>
      {contacts.length === 0 && <p className={styles.quiet}>{text('call.none')}</p>}
    </Panel>
  );
}
