import { birthRange } from '../people/index.ts';
import type { ProblemCode } from '../problem.ts';
import { addDays } from './add-days.ts';
import type { CaseEntryInput } from './case-entry.ts';
import type { FamilyCase } from './family-case.ts';
import { MOST_SNOOZED_DAYS, type TaskCircumstances, tasksOf } from './tasks.ts';

/** Why an entry cannot be written into a case as it stands, or null. */
export function caseObstacle(
  familyCase: FamilyCase,
  entry: CaseEntryInput,
  circumstances: TaskCircumstances,
): ProblemCode | null {
  const { today } = circumstances;
  const { status } = familyCase;
  if (entry.kind === 'case' && entry.state === 'open') {
    if (status === 'open') return contactObstacle(familyCase, entry);
    return entry.value.openedOn > today ? 'case-day-to-come' : null;
  }
  if (status !== 'open') return 'case-not-open';
  const knows = (things: ReadonlyArray<{ readonly id: string }>, id: string) =>
    things.some((thing) => thing.id === id);
  switch (entry.kind) {
    case 'case':
      return null;
    case 'need':
      return entry.value.notedOn > today ? 'case-day-to-come' : null;
    case 'goal':
      return entry.value.needs.every((id) => knows(familyCase.needs, id)) ? null : 'not-found';
    case 'action': {
      const { goal, endedOn, reason } = entry.value;
      if (!knows(familyCase.goals, goal)) return 'not-found';
      if ((entry.state === 'open') !== (endedOn === null)) return 'input-invalid';
      if ((entry.state === 'not-done') !== (reason !== null)) return 'input-invalid';
      return endedOn !== null && endedOn > today ? 'case-day-to-come' : null;
    }
    case 'review': {
      const known = Object.keys(entry.value.progress).every((id) => knows(familyCase.needs, id));
      if (!known) return 'not-found';
      return entry.value.heldOn > today ? 'case-day-to-come' : null;
    }
    case 'note':
      return entry.value.heldOn > today ? 'case-day-to-come' : null;
    case 'plan':
      if (familyCase.planStanding === 'submitted') return 'plan-waiting';
      return hasPlan(familyCase) ? null : 'plan-empty';
    case 'question':
      return null;
    case 'preparation':
      return preparationObstacle(familyCase, entry, circumstances);
    case 'snooze': {
      const { task, of, dueOn, until } = entry.value;
      const isThere = tasksOf(familyCase, circumstances).some(
        (each) => each.kind === task && each.subjectId === of && each.dueOn === dueOn,
      );
      if (!isThere) return 'changed-meanwhile';
      const isWithin = until > today && until <= addDays(today, MOST_SNOOZED_DAYS);
      return isWithin ? null : 'input-invalid';
    }
  }
}

/** An item is of somebody in prison who is expected home, is written about under one id, and ends on a day that has come. */
function preparationObstacle(
  { preparations }: FamilyCase,
  { subjectId, state, value }: Extract<CaseEntryInput, { kind: 'preparation' }>,
  { life, today }: TaskCircumstances,
): ProblemCode | null {
  const { of, item, endedOn, reason } = value;
  const expected = life.imprisoned.some(
    ({ personId, release }) => personId === of && release !== null,
  );
  if (!expected) return 'not-found';
  const before = life.imprisoned.find(({ personId }) => personId === of)?.since ?? null;
  const begun = before === null ? '' : birthRange(before).from;
  const isSame = ({ newest }: FamilyCase['preparations'][number]) =>
    newest.value.of === of && newest.value.item === item && newest.recordedOn >= begun;
  if (preparations.some((known) => known.id !== subjectId && isSame(known))) {
    return 'changed-meanwhile';
  }
  if (preparations.some((known) => known.id === subjectId && !isSame(known))) return 'not-found';
  if ((state === 'open') !== (endedOn === null)) return 'input-invalid';
  if ((state === 'not-done') !== (reason !== null)) return 'input-invalid';
  return endedOn !== null && endedOn > today ? 'case-day-to-come' : null;
}

/** Somebody else may come to speak for a family whose case is open; since when it is open stays. */
function contactObstacle(
  { contact, openedOn }: FamilyCase,
  entry: Extract<CaseEntryInput, { state: 'open'; kind: 'case' }>,
): ProblemCode | null {
  if (entry.personId === contact) return 'case-open-already';
  return entry.value.openedOn === openedOn ? null : 'input-invalid';
}

/** A plan names at least one goal with at least one action. */
export const hasPlan = ({ goals, actions }: FamilyCase): boolean =>
  goals.some(
    ({ id, newest }) =>
      newest.state === 'open' &&
      actions.some((action) => action.newest.state === 'open' && action.newest.value.goal === id),
  );

/**
 * Whether an entry tells something new about somebody and so rests on the consent to keeping a record. Without it no word
 * more is written; what ends something that was written is: an action done, a need met, the case closed.
 */
export function needsConsent(entry: CaseEntryInput, version: number): boolean {
  if (entry.words !== null) return true;
  switch (entry.kind) {
    case 'snooze':
      return false;
    case 'case':
      return entry.state === 'open';
    case 'need':
    case 'goal':
    case 'action':
    case 'preparation':
      return version === 1 || entry.state === 'open';
    default:
      return true;
  }
}
