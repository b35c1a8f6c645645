import { Button, Group } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { IncidentStanding, MonthKept } from '@tirek/domain/people/school';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { TeacherAnswersPanel } from '../../assessments/index.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { AnswerDialog, IncidentDialog, LookDialog } from './incident-dialogs.tsx';
import { IncidentLine } from './incident-line.tsx';
import { MonthDialog } from './month-dialog.tsx';
import { MonthsList } from './months-list.tsx';
import styles from './school.module.css';

type Doing =
  | { readonly what: 'month' | 'incident' }
  | { readonly what: 'answer' | 'look'; readonly incident: IncidentStanding };

/** The school's own record of one pupil on the reader's list. */
export function PupilPage() {
  const text = useText('school');
  const { pupilId } = useParams({ from: '/pupils/$pupilId' });
  const list = useRead('listPupils', {});
  const record = useRead('listSchoolRecord', {});
  const pupil = list.data?.pupils.find(({ id }) => id === pupilId);
  const failed = [list, record].find(({ isError }) => isError);
  return (
    <Page
      title={pupil ? `${pupil.name.family} ${pupil.name.given}` : text('title')}
      intro={text('intro')}
      back={{ to: '/pupils', label: text('back') }}
      isNarrow
    >
      {failed && <ErrorState error={failed.error} onRetry={failed.refetch} />}
      {!failed && !(list.data && record.data) && <LoadingState lines={6} />}
      {list.data && !pupil && <p>{text('gone')}</p>}
      {pupil && record.data && (
        <Written
          pupilId={pupilId}
          today={record.data.today}
          kept={record.data.pupils.find((each) => each.pupilId === pupilId)}
        />
      )}
    </Page>
  );
}

function Written({
  pupilId,
  today,
  kept,
}: {
  pupilId: string;
  today: string;
  kept:
    | { readonly months: readonly MonthKept[]; readonly incidents: readonly IncidentStanding[] }
    | undefined;
}) {
  const text = useText('school');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { months = [], incidents = [] } = kept ?? {};
  const close = () => setDoing(null);
  const common = { pupilId, today, onClose: close };
  return (
    <>
      <Panel
        title={text('incidents')}
        note={text('incidents.note')}
        actions={
          <Button variant="default" size="sm" onClick={() => setDoing({ what: 'incident' })}>
            {text('incidents.add')}
          </Button>
        }
      >
        {incidents.length === 0 && <p className={styles.quiet}>{text('incidents.none')}</p>}
        <ul className={styles.list}>
          {incidents.map((incident) => (
            <li key={incident.incidentId}>
              <IncidentLine incident={incident} today={today}>
                <Group gap="xs">
                  {incident.wanted === 'answer' && (
                    <Button
                      size="compact-sm"
                      onClick={() => setDoing({ what: 'answer', incident })}
                    >
                      {text('incidents.answer')}
                    </Button>
                  )}
                  {incident.answer && !incident.isClosed && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => setDoing({ what: 'look', incident })}
                    >
                      {text('incidents.look')}
                    </Button>
                  )}
                </Group>
              </IncidentLine>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel
        title={text('months')}
        actions={
          <Button variant="default" size="sm" onClick={() => setDoing({ what: 'month' })}>
            {text('months.add')}
          </Button>
        }
      >
        <MonthsList months={months} />
      </Panel>
      <TeacherAnswersPanel pupilId={pupilId} />
      {doing?.what === 'month' && <MonthDialog {...common} months={months} />}
      {doing?.what === 'incident' && <IncidentDialog {...common} />}
      {doing?.what === 'answer' && <AnswerDialog {...common} incident={doing.incident} />}
      {doing?.what === 'look' && <LookDialog {...common} incident={doing.incident} />}
    </>
  );
}
