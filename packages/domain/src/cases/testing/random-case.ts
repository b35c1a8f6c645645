import * as fc from 'fast-check';
import {
  addDays,
  type CaseEntry,
  type CaseEntryInput,
  caseObstacle,
  coversOf,
  type FamilyCase,
  foldCase,
  NO_LIFE,
  tasksOf,
  USUAL_CASE_SETTINGS,
  versionIn,
} from '../index.ts';

const uuid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
export const FAMILY = uuid(1);
const MOTHER = uuid(2);
const SAULE = uuid(3);
const GULMIRA = uuid(4);
export const FIRST_DAY = '2026-01-05';

/** Nothing happens in the family's life, and the programme set nothing. */
export const uneventful = (today: string) =>
  ({ familyId: FAMILY, today, life: NO_LIFE, settings: USUAL_CASE_SETTINGS }) as const;

type Move = readonly [kind: number, pick: number, days: number];

/** What may have happened in a family's case in some months, in an order that the rules allow. */
export const someCase: fc.Arbitrary<CaseEntry[]> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
    ),
    { maxLength: 80, size: 'max' },
  )
  .map(played);

function played(moves: readonly Move[]): CaseEntry[] {
  const entries: CaseEntry[] = [];
  let day = FIRST_DAY;
  const write = (input: CaseEntryInput | CaseEntry, by: string) => {
    const subjectId = 'subjectId' in input ? input.subjectId : FAMILY;
    entries.push({
      ...input,
      subjectId,
      id: uuid(1000 + entries.length),
      version: versionIn(entries, input.kind, subjectId) + 1,
      recordedBy: by,
      recordedAt: `${day}T0${entries.length % 10}:00:00.000Z`,
      recordedOn: day,
    } as CaseEntry);
  };
  write(openingOn(day), SAULE);
  for (const [kind, pick, days] of moves) {
    day = addDays(day, days);
    const now = foldCase(entries);
    if (kind === 0) {
      const word = decided(now, pick % 2 === 0);
      if (word) write(word, GULMIRA);
      continue;
    }
    const input = inputOf(now, { kind, pick, day, next: uuid(100 + entries.length) });
    if (input && !caseObstacle(now, input, uneventful(day))) write(input, SAULE);
  }
  return entries;
}

const openingOn = (openedOn: string): CaseEntryInput => ({
  ...{ kind: 'case', state: 'open', personId: MOTHER, words: null },
  value: { attention: 'usual', openedOn },
});

function decided(
  { status, planStanding, standing, plan }: FamilyCase,
  isAgreed: boolean,
): CaseEntry | null {
  if (status === 'closing' && standing) {
    return { ...standing.newest, state: isAgreed ? 'closed' : 'returned' } as CaseEntry;
  }
  if (planStanding !== 'submitted' || !plan) return null;
  return { ...plan.newest, state: isAgreed ? 'approved' : 'returned' } as CaseEntry;
}

function inputOf(
  now: FamilyCase,
  { kind, pick, day, next }: { kind: number; pick: number; day: string; next: string },
): CaseEntryInput | null {
  const one = <Thing>(things: readonly Thing[]) => things[pick % Math.max(1, things.length)];
  const personId = pick % 2 === 0 ? MOTHER : null;
  const text = { text: `${kind} ${pick}`, body: '' };
  const held = pick % 3 === 0 ? null : { body: 'school' as const, dueOn: addDays(day, pick * 5) };
  const attention = (['usual', 'raised', 'high'] as const)[pick % 3] ?? 'usual';
  switch (kind) {
    case 1:
    case 2:
      return {
        ...{ kind: 'need', subjectId: next, state: 'open', personId, words: text },
        value: { category: 'papers', severity: 'mild', voice: 'person', notedOn: day, held },
      };
    case 3: {
      const known = one(now.needs);
      if (!known) return null;
      const { value } = known.newest;
      const state = pick % 2 === 0 ? 'met' : 'open';
      const { id: subjectId } = known;
      return { kind: 'need', subjectId, state, personId, value: { ...value, held }, words: null };
    }
    case 4:
    case 5: {
      const known = one(now.needs);
      return known
        ? {
            ...{ kind: 'goal', subjectId: next, state: 'open', personId, words: text },
            value: { needs: [known.id] },
          }
        : null;
    }
    case 6:
    case 7: {
      const known = one(now.goals);
      const plain = { body: 'centre', dueOn: addDays(day, pick * 7), endedOn: null } as const;
      return known
        ? {
            ...{ kind: 'action', subjectId: next, state: 'open', personId, words: text },
            value: { ...plain, goal: known.id, reason: null },
          }
        : null;
    }
    case 8: {
      const known = one(now.actions);
      if (!known) return null;
      const value = { ...known.newest.value, endedOn: day, reason: null };
      return { kind: 'action', subjectId: known.id, state: 'done', personId, value, words: null };
    }
    case 9:
      return {
        ...{ kind: 'review', subjectId: next, state: 'held', personId: null, words: text },
        value: { heldOn: day, attention, progress: {} },
      };
    case 10: {
      const covers = coversOf(now);
      return { kind: 'plan', state: 'submitted', personId: null, value: { covers }, words: null };
    }
    case 11: {
      const task = one(tasksOf(now, uneventful(day)));
      if (!task) return null;
      const { kind: name, subjectId: of, dueOn } = task;
      const until = addDays(day, 1 + pick);
      return {
        ...{ kind: 'snooze', subjectId: next, state: 'put-off', personId: null, words: null },
        value: { task: name, of, dueOn, until, reason: 'family-asked' },
      };
    }
    case 12:
      return pick > 6
        ? {
            ...{ kind: 'case', state: 'closing', personId: MOTHER, words: null },
            value: { reason: 'goals-reached' },
          }
        : null;
    default:
      return now.status === 'open' ? null : openingOn(day);
  }
}
