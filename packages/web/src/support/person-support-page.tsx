import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { calledName, fullName } from '@tirek/domain/people';
import {
  type CareReceipt,
  type CourseShown,
  type MaterialAid,
  type SupportSession,
  standingAid,
} from '@tirek/domain/support';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { AidDialog } from './aid-dialog.tsx';
import { CourseFacts } from './course-facts.tsx';
import { EndDialog } from './end-dialog.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import styles from './support.module.css';
import { RecordButtons } from './support-panel.tsx';
import { type SupportShown, useSupport } from './use-support.ts';
import { useSupportWords } from './use-support-words.ts';

/** All the help that somebody got, meeting by meeting, and what was handed over. */
export function PersonSupportPage() {
  const text = useText('support');
  const { personId } = useParams({ from: '/people/$personId/support' });
  const person = useRead('getPerson', { personId });
  const { read, courses, receipt } = useSupport(personId);
  const { data } = read;
  const identity = person.data?.identities[0]?.identity;
  return (
    <Page
      title={text('title')}
      intro={identity ? fullName(calledName(identity)) : ''}
      back={{ to: `/people/${personId}`, label: text('back') }}
      isNarrow
      actions={data && <RecordButtons personId={personId} support={data} />}
    >
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {data && courses.length === 0 && (
        <Panel>
          <p className={styles.quiet}>{text('none')}</p>
        </Panel>
      )}
      {data &&
        receipt &&
        courses.map((shown) => (
          <CoursePanel key={shown.course.id} {...{ shown, receipt }} support={data} />
        ))}
      {data && <AidPanel personId={personId} support={data} />}
    </Page>
  );
}

function CoursePanel({
  shown,
  support,
  receipt,
}: {
  shown: CourseShown;
  support: SupportShown;
  receipt: CareReceipt;
}) {
  const text = useText('support');
  const may = useMay();
  const [isEnding, setEnding] = useState(false);
  const [corrected, setCorrected] = useState<SupportSession | null>(null);
  const { course, sessions, end } = shown;
  const { today, canRecord } = support;
  return (
    <Panel>
      <CourseFacts {...{ shown, support, receipt }} />
      <ul className={styles.rows}>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionLine session={session} support={support} />
            {canRecord && session.recordedBy !== '' && (
              <Button variant="subtle" size="compact-xs" onClick={() => setCorrected(session)}>
                {text('sheet.correct')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may('support.record') && end === null && (
        <div className={styles.buttons}>
          <Button variant="default" size="compact-sm" onClick={() => setEnding(true)}>
            {text('end.title')}
          </Button>
        </div>
      )}
      {isEnding && <EndDialog {...{ course, today }} onClose={() => setEnding(false)} />}
      {corrected && (
        <SheetDialog
          {...{ corrected, today }}
          personId={course.personId}
          records={support}
          onClose={() => setCorrected(null)}
        />
      )}
    </Panel>
  );
}

function SessionLine({ session, support }: { session: SupportSession; support: SupportShown }) {
  const text = useText('support');
  const format = useFormat();
  const t = useSupportWords();
  const { heldOn, minutes, attendance, note, recordedBy } = session;
  const by = support.colleagues[recordedBy];
  return (
    <>
      <p className={styles.name}>
        {format.date(heldOn)} · {t(`attendance.${attendance}`)}
        {attendance === 'attended' && ` · ${text('minutesOf', { count: minutes })}`}
      </p>
      {note && <p className={styles.words}>{note}</p>}
      <p className={styles.quiet}>{by ? text('by', { name: by }) : text('waits')}</p>
    </>
  );
}

function AidPanel({ personId, support }: { personId: string; support: SupportShown }) {
  const text = useText('support');
  const format = useFormat();
  const t = useSupportWords();
  const may = useMay();
  const [corrected, setCorrected] = useState<MaterialAid | null>(null);
  const aid = standingAid(support);
  if (aid.length === 0) return null;
  return (
    <Panel title={text('aid')}>
      <ul className={styles.rows}>
        {aid.map((each) => (
          <li key={each.id}>
            <p className={styles.name}>
              {t(`aid.${each.kind}`)} · {format.number(each.amount)} {each.currency}
            </p>
            <p className={styles.quiet}>
              {format.date(each.handedOn)}
              {each.isForFamily && ` · ${text('forFamily')}`}
            </p>
            {may('support.record') && each.recordedBy !== '' && (
              <Button variant="subtle" size="compact-xs" onClick={() => setCorrected(each)}>
                {text('sheet.correct')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {corrected && (
        <AidDialog
          {...{ personId, corrected }}
          today={support.today}
          onClose={() => setCorrected(null)}
        />
      )}
    </Panel>
  );
}
