import { birthRange } from '../../people/index.ts';
import { addDays } from '../add-days.ts';
import type { TaskKind } from '../case-entry.ts';
import type { FamilyCase } from '../family-case.ts';
import type { CaseSettings } from './case-settings.ts';
import { EVENT_DAYS, type FamilyLife } from './family-life.ts';
import { preparationsIn } from './preparation.ts';

/** Days in which to ask when somebody is expected home, and to hear whether he came. */
export const ASK_DAYS = { unknown: 30, passed: 7 } as const;

interface LifeTask {
  readonly kind: TaskKind;
  readonly subjectId: string;
  readonly since: string;
  readonly dueOn: string;
}

/** What is to be done because of what happens in a family's life; nothing of it is kept. */
export function lifeTasks(
  familyCase: FamilyCase,
  given: { familyId: string; today: string; life: FamilyLife; settings: CaseSettings },
): LifeTask[] {
  return [
    ...preparationTasks(familyCase, given),
    ...askTasks(given),
    ...eventTasks(familyCase, given),
  ];
}

function preparationTasks(
  familyCase: FamilyCase,
  given: { today: string; life: FamilyLife; settings: CaseSettings },
): LifeTask[] {
  return preparationsIn(familyCase, given).flatMap(({ personId, from, steps }) =>
    steps
      .filter(({ state }) => state === 'open')
      .map(({ item, dueOn }) => ({
        ...{ kind: `prepare-${item}` as const, subjectId: personId, since: from, dueOn },
      })),
  );
}

/** Nobody named a day, or the day has passed and he is in prison still, as far as anybody wrote. */
function askTasks({ today, life }: { today: string; life: FamilyLife }): LifeTask[] {
  return life.imprisoned.flatMap(({ personId, release, recordedOn }): LifeTask[] => {
    const to = release && birthRange(release).to;
    if (to !== null && to >= today) return [];
    const since = to ?? recordedOn;
    const days = to === null ? ASK_DAYS.unknown : ASK_DAYS.passed;
    const kind = to === null ? 'release-unknown' : 'release-passed';
    return [{ kind, subjectId: personId, since, dueOn: addDays(since, days) }];
  });
}

/** A move or a death asks for a review, once; a review that was held since is the answer. */
function eventTasks(
  { openedOn, reviews }: FamilyCase,
  { familyId, life }: { familyId: string; life: FamilyLife },
): LifeTask[] {
  return (['moved', 'died'] as const).flatMap((kind) => {
    const last = life.events
      .filter((event) => event.kind === kind)
      .map(({ on }) => on)
      .toSorted()
      .at(-1);
    if (last === undefined || openedOn === null || last < openedOn) return [];
    if (reviews.some(({ newest }) => newest.value.heldOn >= last)) return [];
    const dueOn = addDays(last, EVENT_DAYS.review);
    return [{ kind: `review-${kind}` as const, subjectId: familyId, since: last, dueOn }];
  });
}
