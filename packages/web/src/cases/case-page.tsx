import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type CaseSettings, type casesContract, SHEET_KINDS, tasksOf } from '@tirek/domain/cases';
import type { OutputOf } from '@tirek/domain/contract';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { AttachmentsPanel } from '../files/index.ts';
import { familyName } from '../people/index.ts';
import { PutAwayNotice, usePutAway } from '../privacy/retention/index.ts';
import { RecentSupportPanel } from '../support/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { type CaseShown, circumstancesOf, useCaseShown, useCaseWords } from './case-shown.ts';
import styles from './cases.module.css';
import { DecisionPanel } from './decision-panel.tsx';
import { type CaseDialog, Dialogs } from './dialogs.tsx';
import { HoldersPanel } from './hand-over/holders-panel.tsx';
import { NeedsPanel } from './needs-panel.tsx';
import { OpeningPanel } from './opening-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { PreparationPanels } from './preparation-panels.tsx';
import { PrintSheetButton } from './print-sheet-button.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { StoryPanel } from './story-panel.tsx';
import { TaskList } from './task-list.tsx';
import { UnfinishedNotice } from './unfinished-notice.tsx';

const route = getRouteApi('/families/$familyId/case');

const TONES = { none: 'over', open: 'going', closing: 'waiting', closed: 'over' } as const;

/** The support of one family: what is due, what it needs, what was agreed, what happened. */
export function CasePage() {
  const { familyId } = route.useParams();
  const text = useText('cases');
  const answer = useRead('getCase', { familyId });
  const settings = useRead('getCaseSettings', {});
  if (answer.data && settings.data) {
    return <CaseView answer={answer.data} settings={settings.data.settings} />;
  }
  return (
    <Page title={text('title')} back={{ to: '/families', label: text('back') }}>
      {(answer.isPending || settings.isPending) && <LoadingState lines={6} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {settings.isError && <ErrorState error={settings.error} onRetry={settings.refetch} />}
    </Page>
  );
}

function CaseView({
  answer,
  settings,
}: {
  answer: OutputOf<(typeof casesContract)['getCase']>;
  settings: CaseSettings;
}) {
  const text = useText('cases');
  const may = useMay();
  const shown = useCaseShown(answer, settings);
  const [dialog, setDialog] = useState<CaseDialog | null>(null);
  const { family, familyCase, canWrite, isHolder } = shown;
  const { status, planStanding } = familyCase;
  const away = usePutAway()([family.id]);
  const isWaiting = status === 'closing' || (status === 'open' && planStanding === 'submitted');
  const hasBegun = status !== 'none';
  return (
    <Page
      title={text('task.family', { name: familyName(family) || text('gone') })}
      intro={text('intro')}
      back={{ to: '/families', label: text('back') }}
      mark={<StatusMark tone={TONES[status]} label={text(`status.${status}`)} />}
      actions={
        canWrite && (
          <>
            <Button onClick={() => setDialog({ what: 'note', known: null })}>
              {text('note.add')}
            </Button>
            <Button variant="default" onClick={() => setDialog({ what: 'review' })}>
              {text('review.add')}
            </Button>
            <Button variant="default" onClick={() => setDialog({ what: 'question' })}>
              {text('bulk.ask')}
            </Button>
          </>
        )
      }
    >
      {away && <PutAwayNotice file={away} />}
      {canWrite && <UnfinishedNotice shown={shown} onOpen={setDialog} />}
      {isHolder && !away && <MissingConsents shown={shown} />}
      {hasBegun && <Standing shown={shown} onContact={() => setDialog({ what: 'contact' })} />}
      {isHolder && !away && (status === 'none' || status === 'closed') && (
        <OpeningPanel shown={shown} />
      )}
      {isWaiting && may('case.approve') && <DecisionPanel shown={shown} />}
      <QuestionsPanel shown={shown} />
      {status === 'open' && <Tasks shown={shown} />}
      {status === 'open' && <PreparationPanels shown={shown} onOpen={setDialog} />}
      {hasBegun && (
        <>
          <NeedsPanel shown={shown} onOpen={setDialog} />
          <PlanPanel shown={shown} onOpen={setDialog} />
        </>
      )}
      {hasBegun && (
        <AttachmentsPanel
          family={{ familyId: family.id, writable: shown.writable, canWrite, nameOf: shown.nameOf }}
        />
      )}
      {hasBegun && !away && <RecentSupportPanel familyId={family.id} names={shown.names} />}
      <StoryPanel shown={shown} onOpen={setDialog} />
      <HoldersPanel shown={shown} />
      <div className={styles.last}>
        {hasBegun &&
          SHEET_KINDS.map((kind) => (
            <PrintSheetButton key={kind} familyId={family.id} kind={kind} />
          ))}
        {canWrite && (
          <Button variant="default" onClick={() => setDialog({ what: 'closing' })}>
            {text('closing.add')}
          </Button>
        )}
      </div>
      {dialog && <Dialogs shown={shown} dialog={dialog} onClose={() => setDialog(null)} />}
    </Page>
  );
}

/** Who did not agree to a record, with the way to ask. */
function MissingConsents({ shown }: { shown: CaseShown }) {
  const text = useText('cases');
  const missing = [...shown.names].filter(([personId]) => shown.unasked.includes(personId));
  if (missing.length === 0) return null;
  return (
    <div className={styles.notice}>
      <Notice kind="info" isStanding>
        <p>{text('consent.missing', { names: missing.map(([, name]) => name).join(', ') })}</p>
        <ul className={styles.links}>
          {missing.map(([personId, name]) => (
            <li key={personId}>
              <Link to="/people/$personId/consents" params={{ personId }}>
                {text('consent.open', { name })}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Standing({ shown, onContact }: { shown: CaseShown; onContact: () => void }) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const format = useFormat();
  const { familyCase, family, canWrite, nameOf, writable } = shown;
  const { contact, attention, nextReviewOn, openedOn, status, standing } = familyCase;
  const newest = standing?.newest;
  return (
    <Panel
      actions={
        canWrite &&
        writable.some(({ value }) => value !== contact) && (
          <Button variant="subtle" size="compact-sm" onClick={onContact}>
            {text('contact.change')}
          </Button>
        )
      }
    >
      {status === 'closing' && newest?.state === 'closing' && (
        <div className={styles.notice}>
          <Notice kind="warning" isStanding>
            {text('closing.waits', { reason: t(`closing.${newest.value.reason}`) })}
          </Notice>
        </div>
      )}
      <Facts
        facts={[
          [text('fact.contact'), contact ? nameOf(contact) : ''],
          [text('fact.holder'), family.holder],
          [text('fact.since'), openedOn ? format.date(openedOn) : ''],
          ...(nextReviewOn
            ? ([
                [text('fact.attention'), t(`attention.${attention}`)],
                [text('fact.review'), format.date(nextReviewOn)],
              ] as const)
            : []),
        ]}
      />
    </Panel>
  );
}

function Tasks({ shown }: { shown: CaseShown }) {
  const text = useText('cases');
  const { familyCase, family, today, settings } = shown;
  const tasks = tasksOf(familyCase, circumstancesOf(shown)).map((task) => ({
    ...task,
    familyId: family.id,
    familyName: null,
    about: shown.names.get(task.subjectId) ?? null,
    reviewMonths: settings.reviewMonths[familyCase.attention],
    isOwn: family.isOwn,
  }));
  return (
    <Panel title={text('tasks')}>
      {tasks.length === 0 && <p className={styles.quiet}>{text('tasks.none')}</p>}
      <TaskList tasks={tasks} today={today} />
    </Panel>
  );
}
