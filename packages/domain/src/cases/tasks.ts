import type { Paper } from '../people/papers/index.ts';
import type { PeerWorry } from '../people/peers/index.ts';
import { addDays } from './add-days.ts';
import type { CaseSettings } from './calendar/case-settings.ts';
import type { FamilyLife } from './calendar/family-life.ts';
import { lifeTasks } from './calendar/life-tasks.ts';
import type { TaskKind } from './case-entry.ts';
import type { FamilyCase, Standing } from './family-case.ts';
import { type LearningStanding, learningTasks } from './learning-tasks.ts';
import type { NeedCategory } from './needs.ts';
import { paperTasks } from './paper-tasks.ts';
import { worryTasks } from './worry-tasks.ts';

/** Days within which something is wanted; conventions of the programme, told wherever a task says why it is there. */
export const TASK_DAYS = {
  /** A need that is nobody's. */
  unheld: 7,
  /** A first plan after the case was opened. */
  plan: 30,
  /** A plan that came back, or that has new parts. */
  change: 14,
  /** A supervisor's word. */
  decision: 7,
} as const;
/** A task may be put off by at most so many days at a time. */
export const MOST_SNOOZED_DAYS = 30;

export const TASK_STANDINGS = ['overdue', 'today', 'upcoming', 'put-off'] as const;
export type TaskStanding = (typeof TASK_STANDINGS)[number];

export interface CaseTask {
  readonly kind: TaskKind;
  /**
   * The need, the action or the paper; who comes home from prison, who needs help in learning, or whose peer provider is worried; of what concerns the case
   * as a whole, the family.
   */
  readonly subjectId: string;
  readonly dueOn: string;
  /** The day from which it is counted: why it is there. */
  readonly since: string;
  readonly isFor: 'holder' | 'supervisor';
  /** What the need, or the first need of the step's goal, is about; null of the case as a whole. */
  readonly category: NeedCategory | null;
  readonly putOffUntil: string | null;
  readonly standing: TaskStanding;
}

/** The family and the day, what happens in its life, and what its programme set. */
export interface TaskCircumstances {
  readonly familyId: string;
  readonly today: string;
  readonly life: FamilyLife;
  readonly settings: CaseSettings;
  /** The papers of its members, the newest version of each. */
  readonly papers?: readonly Paper[];
  /** Its members on their way to help in learning. */
  readonly learning?: readonly LearningStanding[];
  /** Peer providers of its members who asked to be called. */
  readonly worries?: readonly PeerWorry[];
}

/**
 * What is to be done in a case, soonest first. Nothing of it is kept anywhere: it follows from what was written and from the
 * day, so it is never out of date, and what is done is gone.
 */
export function tasksOf(familyCase: FamilyCase, circumstances: TaskCircumstances): CaseTask[] {
  const { today, papers = [], learning = [], worries = [] } = circumstances;
  return [
    ...wanted(familyCase, circumstances),
    ...paperTasks(papers),
    ...learningTasks(learning),
    ...worryTasks(worries),
  ]
    .map((task) => {
      const putOffUntil = snoozeOf(familyCase.snoozes, task, today);
      return { ...task, putOffUntil, standing: standingOn(task.dueOn, today, putOffUntil) };
    })
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ dueOn, kind, subjectId }: CaseTask) => `${dueOn} ${kind} ${subjectId}`;

type Wanted = Omit<CaseTask, 'putOffUntil' | 'standing'>;

function wanted(familyCase: FamilyCase, circumstances: TaskCircumstances): Wanted[] {
  const { familyId } = circumstances;
  const { status, standing, openedOn, plan, planStanding } = familyCase;
  if (status === 'closing' && standing) {
    return [decision('closing-to-approve', familyId, standing.newest.recordedOn)];
  }
  if (status !== 'open' || openedOn === null) return [];
  const ofCase = (kind: TaskKind, since: string, days: number): Wanted => ({
    ...{ kind, subjectId: familyId, since, dueOn: addDays(since, days) },
    ...{ isFor: 'holder', category: null },
  });
  const review: Wanted[] = familyCase.nextReviewOn
    ? [{ ...ofCase('review-due', lastReviewed(familyCase), 0), dueOn: familyCase.nextReviewOn }]
    : [];
  const questions = familyCase.questions
    .filter(({ newest }) => newest.state === 'asked')
    .map(({ id, newest }) => decision('question-to-answer', id, newest.recordedOn));
  const ofLife = lifeTasks(familyCase, circumstances).map(
    (task): Wanted => ({ ...task, isFor: 'holder', category: null }),
  );
  return [
    ...needTasks(familyCase),
    ...actionTasks(familyCase),
    ...review,
    ...planTask(),
    ...ofLife,
    ...questions,
  ];

  function planTask(): Wanted[] {
    switch (planStanding) {
      case 'none':
        return [ofCase('plan-due', openedOn as string, TASK_DAYS.plan)];
      case 'changed':
        return [ofCase('plan-changed', changedOn(familyCase), TASK_DAYS.change)];
      case 'returned':
        return [ofCase('plan-returned', plan?.newest.recordedOn ?? '', TASK_DAYS.change)];
      case 'submitted':
        return [decision('plan-to-approve', familyId, plan?.newest.recordedOn ?? '')];
      case 'approved':
        return [];
    }
  }
}

const decision = (kind: TaskKind, familyId: string, since: string): Wanted => ({
  ...{ kind, subjectId: familyId, since, isFor: 'supervisor', category: null },
  dueOn: addDays(since, TASK_DAYS.decision),
});

const needTasks = ({ needs }: FamilyCase): Wanted[] =>
  needs
    .filter(({ newest }) => newest.state === 'open')
    .map(({ id, newest }) => {
      const { held, notedOn, category } = newest.value;
      return {
        kind: held ? 'need-due' : 'need-unheld',
        subjectId: id,
        since: notedOn,
        dueOn: held?.dueOn ?? addDays(notedOn, TASK_DAYS.unheld),
        isFor: 'holder',
        category,
      };
    });

const actionTasks = (familyCase: FamilyCase): Wanted[] =>
  familyCase.actions
    .filter(({ newest }) => newest.state === 'open')
    .map(({ id, newest, versions }) => ({
      kind: 'action-due',
      subjectId: id,
      since: versions[0]?.recordedOn ?? newest.recordedOn,
      dueOn: newest.value.dueOn,
      isFor: 'holder',
      category: categoryOf(familyCase, newest.value.goal),
    }));

function categoryOf({ goals, needs }: FamilyCase, goalId: string): NeedCategory | null {
  const goal = goals.find(({ id }) => id === goalId);
  const need = needs.find(({ id }) => id === goal?.newest.value.needs[0]);
  return need?.newest.value.category ?? null;
}

function lastReviewed({ reviews, openedOn }: FamilyCase): string {
  const held = reviews.map(({ newest }) => newest.value.heldOn);
  return [openedOn ?? '', ...held].toSorted().at(-1) ?? '';
}

/** The first day on which something was planned that the plan does not hold. */
function changedOn({ goals, actions, uncovered, openedOn }: FamilyCase): string {
  const days = [...goals, ...actions]
    .filter(({ id }) => uncovered.includes(id))
    .map(({ newest }) => newest.recordedOn);
  return days.toSorted()[0] ?? openedOn ?? '';
}

/** Until when this very task, with this very due date, is put off. */
function snoozeOf(
  snoozes: readonly Standing<'snooze'>[],
  { kind, subjectId, dueOn }: Wanted,
  today: string,
): string | null {
  const until = snoozes
    .map(({ newest }) => newest)
    .filter(({ value }) => value.task === kind && value.of === subjectId && value.dueOn === dueOn)
    .at(-1)?.value.until;
  return until !== undefined && until > today ? until : null;
}

function standingOn(dueOn: string, today: string, putOffUntil: string | null): TaskStanding {
  if (putOffUntil !== null) return 'put-off';
  return dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'upcoming';
}
