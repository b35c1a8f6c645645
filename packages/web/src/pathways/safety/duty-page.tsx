import { Button } from '@mantine/core';
import type { OutputOf } from '@tirek/domain/contract';
import {
  type RegionalContact,
  SAFETY_URGENCIES,
  type safetyContract,
} from '@tirek/domain/pathways/safety';
import { useState } from 'react';
import { useHolder, useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { NoMessagesNotice } from '../../messages/index.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { RegionalContactDialog } from './regional-contact-dialog.tsx';
import styles from './safety.module.css';
import { SpanDialog } from './span-dialog.tsx';
import { useSafetyWords } from './use-safety-words.ts';
import { useSpan } from './use-span.ts';

export type Duty = OutputOf<(typeof safetyContract)['getDuty']>;

/** Who is on call and who is away, whom to call, and what nobody has answered; nothing of any person. */
export function DutyPage() {
  const text = useText('safety');
  const read = useRead('getDuty', {});
  return (
    <Page title={text('duty.title')} intro={text('duty.intro')} isNarrow>
      <NoMessagesNotice />
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && <Sheet duty={read.data} />}
    </Page>
  );
}

function Sheet({ duty }: { duty: Duty }) {
  return (
    <>
      {duty.unanswered.length > 0 && <UnansweredPanel duty={duty} />}
      <ShiftsPanel duty={duty} />
      <AbsencesPanel duty={duty} />
      <ContactsPanel duty={duty} />
      <PaperPanel duty={duty} />
      <ClockPanel duty={duty} />
    </>
  );
}

function UnansweredPanel({ duty }: { duty: Duty }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const format = useFormat();
  return (
    <Panel title={text('duty.unanswered')} note={text('duty.unanswered.note')}>
      <ul className={styles.events}>
        {duty.unanswered.map(({ eventId, urgency, dueAt, asked }) => (
          <li key={eventId}>
            <p className={dueAt < duty.now ? styles.late : styles.quiet}>
              {t(`urgency.${urgency}`)},{' '}
              {text(dueAt < duty.now ? 'due.late' : 'due.left', {
                at: format.instant(dueAt, 'short'),
              })}
            </p>
            <p className={styles.quiet}>{text('duty.asked', { names: asked.join(', ') })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ShiftsPanel({ duty }: { duty: Duty }) {
  const text = useText('safety');
  const { nameOf } = useRegionNames();
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      title={text('duty.shifts')}
      actions={
        duty.mayManage && (
          <Button size="sm" onClick={() => setAdding(true)}>
            {text('duty.addShift')}
          </Button>
        )
      }
    >
      {duty.shifts.length === 0 && <p className={styles.quiet}>{text('duty.noShifts')}</p>}
      <ul className={styles.events}>
        {duty.shifts.map((shift) => (
          <SpanLine
            key={shift.id}
            span={shift}
            more={shift.region === null ? text('duty.everywhere') : nameOf(shift.region)}
            withdrawal={duty.mayManage ? 'withdrawDutyShift' : null}
          />
        ))}
      </ul>
      {isAdding && <SpanDialog kind="shift" duty={duty} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function AbsencesPanel({ duty }: { duty: Duty }) {
  const text = useText('safety');
  const may = useMay();
  const { account } = useHolder();
  const [isAdding, setAdding] = useState(false);
  const own = new Set([account.id, ...duty.colleagues.map(({ accountId }) => accountId)]);
  return (
    <Panel
      title={text('duty.absences')}
      actions={
        may('safety.act') && (
          <Button variant="default" size="sm" onClick={() => setAdding(true)}>
            {text('duty.addAbsence')}
          </Button>
        )
      }
    >
      {duty.absences.length === 0 && <p className={styles.quiet}>{text('duty.noAbsences')}</p>}
      <ul className={styles.events}>
        {duty.absences.map((absence) => (
          <SpanLine
            key={absence.id}
            span={absence}
            more=""
            withdrawal={may('safety.act') && own.has(absence.accountId) ? 'withdrawAbsence' : null}
          />
        ))}
      </ul>
      {isAdding && <SpanDialog kind="absence" duty={duty} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function SpanLine({
  span: { id, name, from, until },
  more,
  withdrawal,
}: {
  span: Duty['absences'][number];
  more: string;
  withdrawal: 'withdrawDutyShift' | 'withdrawAbsence' | null;
}) {
  const text = useText('safety');
  const format = useFormat();
  const tell = useToast();
  const done = {
    renews: ['getDuty', 'listSafetyCalls', 'listSafetyEvents', 'getSafetyEvent'] as const,
    onDone: () => tell(text('saved')),
  };
  const shift = useWrite('withdrawDutyShift', done);
  const absence = useWrite('withdrawAbsence', done);
  const errorText = useErrorText();
  const error = shift.error ?? absence.error;
  const withdraw = () =>
    withdrawal === 'withdrawDutyShift'
      ? shift.mutate({ shiftId: id })
      : absence.mutate({ absenceId: id });
  return (
    <li className={styles.row}>
      <div className={styles.step}>
        {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
        <p className={styles.name}>{name}</p>
        <p className={styles.quiet}>
          {text('duty.span', {
            from: format.instant(from, 'short'),
            until: format.instant(until, 'short'),
          })}
          {more && ` · ${more}`}
        </p>
      </div>
      {withdrawal && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={text('duty.withdraw', { name })}
          loading={shift.isPending || absence.isPending}
          onClick={withdraw}
        >
          {text('duty.withdrawIt')}
        </Button>
      )}
    </li>
  );
}

function ContactsPanel({ duty }: { duty: Duty }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const { language } = useLanguage();
  const format = useFormat();
  const { nameOf } = useRegionNames();
  const placeOf = ({ value: { region } }: RegionalContact) =>
    region === null ? text('duty.everywhere') : nameOf(region);
  const contacts = format.sorted(duty.contacts, placeOf);
  const [changed, setChanged] = useState<{ readonly known: RegionalContact | null } | null>(null);
  return (
    <Panel
      title={text('duty.contacts')}
      actions={
        duty.mayManage && (
          <Button variant="default" size="sm" onClick={() => setChanged({ known: null })}>
            {text('duty.addContact')}
          </Button>
        )
      }
    >
      {duty.contacts.length === 0 && <p className={styles.quiet}>{text('duty.noContacts')}</p>}
      <ul className={styles.calls}>
        {contacts.map((contact) => (
          <li key={contact.id} className={styles.row}>
            <div className={styles.step}>
              <p className={styles.name}>{contact.value.name[language]}</p>
              <p className={styles.quiet}>
                {placeOf(contact)} · {t(`contact.${contact.value.kind}`)} · {contact.value.phone} ·{' '}
                {contact.value.hours[language]}
              </p>
            </div>
            {duty.mayManage && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={text('duty.change', { name: contact.value.name[language] })}
                onClick={() => setChanged({ known: contact })}
              >
                {text('duty.changeIt')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {changed && <RegionalContactDialog known={changed.known} onClose={() => setChanged(null)} />}
    </Panel>
  );
}

function ClockPanel({ duty: { clock } }: { duty: Duty }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const spanOf = useSpan();
  return (
    <Panel title={text('clock.title')} note={text('clock.note')}>
      {SAFETY_URGENCIES.map((urgency) => {
        const { supervisor, onCall, coordinator } = clock[urgency];
        return (
          <p key={urgency}>
            {text('clock.line', {
              what: t(`urgency.${urgency}`),
              supervisor: spanOf(supervisor),
              onCall: spanOf(onCall),
              coordinator: spanOf(coordinator),
            })}
          </p>
        );
      })}
    </Panel>
  );
}
