import { addMonths } from './add-days.ts';
import { type CaseSettings, USUAL_CASE_SETTINGS } from './calendar/case-settings.ts';
import type { Attention, CaseEntry, CaseKind, EntryOf, Words } from './case-entry.ts';

/** One thing of a case as it stands: its newest version, the words that were last written, and all its versions, oldest first. */
export type Standing<Kind extends CaseKind> = {
  readonly id: string;
  readonly newest: EntryOf<Kind>;
  readonly words: Words | null;
  readonly versions: readonly EntryOf<Kind>[];
};

/** `changed`: approved once, and something was planned since that nobody approved. */
export type PlanStanding = 'none' | 'submitted' | 'returned' | 'approved' | 'changed';

export interface FamilyCase {
  readonly status: 'none' | 'open' | 'closing' | 'closed';
  readonly standing: Standing<'case'> | null;
  /** Who speaks for the family in its case. */
  readonly contact: string | null;
  readonly openedOn: string | null;
  readonly attention: Attention;
  readonly needs: readonly Standing<'need'>[];
  readonly goals: readonly Standing<'goal'>[];
  readonly actions: readonly Standing<'action'>[];
  readonly reviews: readonly Standing<'review'>[];
  readonly notes: readonly Standing<'note'>[];
  readonly snoozes: readonly Standing<'snooze'>[];
  readonly preparations: readonly Standing<'preparation'>[];
  /** What the holder asked her supervisor. */
  readonly questions: readonly Standing<'question'>[];
  readonly plan: Standing<'plan'> | null;
  readonly planStanding: PlanStanding;
  /** Goals and actions that no approved or waiting plan holds as they are. */
  readonly uncovered: readonly string[];
  readonly nextReviewOn: string | null;
}

/**
 * A family's case out of everything that was ever written into it. The entries may come in any order and more than once: an
 * entry says itself of which thing it is which version, and what happened when. How often a family is reviewed is the programme's.
 */
export function foldCase(
  entries: readonly CaseEntry[],
  reviewMonths: CaseSettings['reviewMonths'] = USUAL_CASE_SETTINGS.reviewMonths,
): FamilyCase {
  const of = <Kind extends CaseKind>(kind: Kind) => standings(entries, kind);
  const [standing = null] = of('case');
  const [plan = null] = of('plan');
  const goals = of('goal');
  const actions = of('action');
  const reviews = of('review');
  const openings = (standing?.versions ?? []).flatMap((entry) =>
    entry.state === 'open' ? [entry] : [],
  );
  const opening = openings.at(-1) ?? null;
  const openedOn = opening?.value.openedOn ?? null;
  const lastReview = reviews
    .filter(({ newest }) => openedOn !== null && newest.value.heldOn >= openedOn)
    .toSorted((a, b) => compareEntries(a.newest, b.newest, (entry) => entry.value.heldOn))
    .at(-1);
  const attention = lastReview?.newest.value.attention ?? opening?.value.attention ?? 'usual';
  const status = statusOf(standing);
  const reviewedFrom = lastReview?.newest.value.heldOn ?? openedOn;
  const uncovered = uncoveredBy(plan, [...goals, ...actions]);
  return {
    status,
    standing,
    contact: standing?.newest.personId ?? null,
    openedOn,
    attention,
    needs: of('need'),
    goals,
    actions,
    reviews,
    notes: of('note'),
    snoozes: of('snooze'),
    preparations: of('preparation'),
    questions: of('question'),
    plan,
    planStanding: planStandingOf(plan, uncovered),
    uncovered,
    nextReviewOn:
      status === 'open' && reviewedFrom ? addMonths(reviewedFrom, reviewMonths[attention]) : null,
  };
}

/** The version on which the next one of a thing is based; 0 where there is none. */
export const versionIn = (entries: readonly CaseEntry[], kind: CaseKind, subjectId: string) =>
  Math.max(
    0,
    ...entries
      .filter((entry) => entry.kind === kind && entry.subjectId === subjectId)
      .map(({ version }) => version),
  );

function standings<Kind extends CaseKind>(
  entries: readonly CaseEntry[],
  kind: Kind,
): Standing<Kind>[] {
  const once = new Map(entries.map((entry) => [entry.id, entry]));
  const own = [...once.values()].filter((entry): entry is EntryOf<Kind> => entry.kind === kind);
  const bySubject = grouped(own);
  return [...bySubject]
    .map(([id, versions]) => {
      const inOrder = versions.toSorted((a, b) => a.version - b.version);
      const newest = inOrder.at(-1) as EntryOf<Kind>;
      const said = inOrder.filter((entry) => entry.words !== null);
      const words = (said.findLast(isContent) ?? said.at(-1))?.words ?? null;
      return { id, newest, words, versions: inOrder };
    })
    .toSorted((a, b) => compareEntries(a.versions[0], b.versions[0], (entry) => entry.recordedAt));
}

/** Whether an entry says what a thing is, and not how it ended: a remark at the end does not replace what was agreed. */
const isContent = ({ state }: CaseEntry): boolean => CONTENT.has(state);
const CONTENT: ReadonlySet<string> = new Set(['open', 'held', 'written', 'submitted', 'asked']);

function grouped<Entry extends CaseEntry>(entries: readonly Entry[]): Map<string, Entry[]> {
  const bySubject = new Map<string, Entry[]>();
  for (const entry of entries) {
    bySubject.set(entry.subjectId, [...(bySubject.get(entry.subjectId) ?? []), entry]);
  }
  return bySubject;
}

/** By a date, then by when it was written, then by id, so that there is one order only. */
function compareEntries<Entry extends CaseEntry>(
  a: Entry | undefined,
  b: Entry | undefined,
  by: (entry: Entry) => string,
): number {
  const key = (entry: Entry | undefined) =>
    entry ? `${by(entry)} ${entry.recordedAt} ${entry.id}` : '';
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

function statusOf(standing: Standing<'case'> | null): FamilyCase['status'] {
  switch (standing?.newest.state) {
    case undefined:
      return 'none';
    case 'open':
    case 'returned':
      return 'open';
    case 'closing':
      return 'closing';
    case 'closed':
      return 'closed';
  }
}

/** What was planned anew or otherwise than in the plan. That something was done or reached changes no plan. */
function uncoveredBy(
  plan: Standing<'plan'> | null,
  items: ReadonlyArray<Standing<'goal'> | Standing<'action'>>,
): string[] {
  const covers = plan && plan.newest.state !== 'returned' ? plan.newest.value.covers : {};
  return items
    .filter(({ newest }) => newest.state === 'open')
    .filter(({ id, versions }) => {
      const planned = versions.findLast(({ state }) => state === 'open')?.version ?? 0;
      return (covers[id] ?? 0) < planned;
    })
    .map(({ id }) => id);
}

function planStandingOf(plan: Standing<'plan'> | null, uncovered: readonly string[]): PlanStanding {
  if (!plan) return 'none';
  const { state } = plan.newest;
  return state === 'approved' && uncovered.length > 0 ? 'changed' : state;
}

/** The goals and actions of today, as a plan that is submitted takes them. */
export function coversOf({ goals, actions }: FamilyCase): Record<string, number> {
  return Object.fromEntries(
    [...goals, ...actions]
      .filter(({ newest }) => newest.state === 'open')
      .map(({ id, newest }) => [id, newest.version]),
  );
}
