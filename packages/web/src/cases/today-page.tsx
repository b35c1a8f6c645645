import { addDays } from '@tirek/domain/cases';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { PhoneAskingsToday, RescreensToday, TeacherWaiting } from '../assessments/index.ts';
import { CareGapsNotice } from '../pathways/proposals/index.ts';
import { familyName, memberName, SchoolToday, ToClosePanel } from '../people/index.ts';
import { ReferralsNotice } from '../referrals/index.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { AheadPanel } from './ahead-panel.tsx';
import { OffersPanel } from './hand-over/offers-panel.tsx';
import { type FamilyTask, TaskList } from './task-list.tsx';

const SOON_DAYS = 7;

const GROUPS = ['decide', 'overdue', 'today', 'soon', 'put-off'] as const;
type Group = (typeof GROUPS)[number];

/** The working day: what waits for the reader, what is overdue, what is due today and soon. */
export function TodayPage() {
  const text = useText('cases');
  const may = useMay();
  const list = useRead('listCases', {});
  const { today = '', cases = [] } = list.data ?? {};
  const tasks = cases
    .flatMap(({ family, reviewMonths, tasks: own }) =>
      own.map(
        (task): FamilyTask => ({
          ...task,
          familyId: family.id,
          familyName: familyName(family) || text('gone'),
          about: memberName(family, task.subjectId),
          reviewMonths,
          isOwn: family.isOwn,
        }),
      ),
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const shown = GROUPS.map((group) => ({
    group,
    tasks: tasks.filter((task) => groupOf(task, { today, decides: may('case.approve') }) === group),
  })).filter(({ tasks: ofGroup }) => ofGroup.length > 0);
  return (
    <Page
      title={text('today.title')}
      intro={text(may('case.approve') ? 'today.introTeam' : 'today.intro')}
    >
      <OffersPanel />
      <CareGapsNotice />
      <ReferralsNotice />
      {list.isPending && <LoadingState lines={6} />}
      {list.isError && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.data && shown.length === 0 && (
        <Panel>
          <EmptyState
            icon="check"
            title={text('today.none')}
            action={
              <ButtonLink to="/families" variant="default">
                {text('today.families')}
              </ButtonLink>
            }
          >
            {text('today.noneWords')}
          </EmptyState>
        </Panel>
      )}
      {shown.map(({ group, tasks: ofGroup }) => (
        <Panel key={group} title={text(`group.${group}`)}>
          <TaskList tasks={ofGroup} today={today} />
        </Panel>
      ))}
      <PhoneAskingsToday />
      {may('assessment.record') && <TeacherWaiting />}
      <SchoolToday />
      {may('incident.review') && <ToClosePanel />}
      <RescreensToday />
      <AheadPanel cases={cases} />
    </Page>
  );
}

/** Where a task stands on the page; null: neither due soon nor the reader's to decide. */
function groupOf(
  { standing, isFor, dueOn }: FamilyTask,
  { today, decides }: { today: string; decides: boolean },
): Group | null {
  if (isFor === 'supervisor') return decides ? 'decide' : null;
  if (standing !== 'upcoming') return standing;
  return dueOn <= addDays(today, SOON_DAYS) ? 'soon' : null;
}
