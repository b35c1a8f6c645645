import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';
import { addWorkingDays } from '../../programmes/working-days/index.ts';

/** The school answers an incident within so many working days, and looks again after so many days. */
export const ANSWER_WORKING_DAYS = 5;
export const LOOK_AGAIN_DAYS = 30;
/** Once it has stopped, somebody else closes it within so many working days. */
const CLOSE_WORKING_DAYS = 5;

export const INCIDENT_PLACES = [
  ...['classroom', 'corridor', 'toilet', 'canteen', 'yard', 'changing-room', 'way', 'transport'],
  ...['online'],
] as const;
/** What was done to a child; every list of the school's record is one of words, so that no other child can be named. */
export const INCIDENT_DEEDS = [
  ...['called-names', 'left-out', 'threatened', 'hit', 'took-things', 'damaged-things'],
  ...['spread-rumours', 'filmed', 'made-to-do', 'touched'],
] as const;
export const INCIDENT_BY = ['pupil', 'pupils', 'older-pupils', 'adult', 'unknown'] as const;
export const INCIDENT_SEEN_BY = [
  ...['child', 'parent', 'classmates', 'teacher', 'staff', 'camera'],
] as const;
export const INCIDENT_HARMS = ['none', 'some', 'serious'] as const;
export const INCIDENT_ANSWERS = [
  ...['made-safe', 'talked-with-child', 'talked-with-others', 'talked-with-parents'],
  ...['class-conversation', 'watched-more', 'psychologist', 'council', 'police'],
] as const;
/** What the child, and whoever looks after her, say of what was done. */
export const INCIDENT_VIEWS = ['enough', 'not-enough', 'not-asked'] as const;
export const INCIDENT_STATES = ['stopped', 'goes-on', 'worse'] as const;

const several = <Word extends string>(words: readonly Word[]) =>
  z.array(z.enum(words)).check(
    z.minLength(1),
    z.maxLength(words.length),
    z.refine((items) => new Set(items).size === items.length),
  );

export const Incident = z
  .object({
    on: DateOnly,
    /** When the school heard of it: from then on it has five working days. */
    heardOn: DateOnly,
    place: z.enum(INCIDENT_PLACES),
    deeds: several(INCIDENT_DEEDS),
    by: z.enum(INCIDENT_BY),
    seenBy: several(INCIDENT_SEEN_BY),
    harm: z.enum(INCIDENT_HARMS),
  })
  .check(z.refine(({ on, heardOn }) => on <= heardOn, { path: ['heardOn'] }));
export type Incident = z.infer<typeof Incident>;

const Views = { child: z.enum(INCIDENT_VIEWS), parent: z.enum(INCIDENT_VIEWS) };
export const IncidentAnswer = z.object({
  on: DateOnly,
  done: several(INCIDENT_ANSWERS),
  ...Views,
});
export type IncidentAnswer = z.infer<typeof IncidentAnswer>;
export const IncidentLook = z.object({ on: DateOnly, state: z.enum(INCIDENT_STATES), ...Views });
export type IncidentLook = z.infer<typeof IncidentLook>;

/** One step of an incident as it is kept. */
export const IncidentStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('incident'), value: Incident }),
  z.object({
    kind: z.literal('response'),
    /** Judged when it was written: the calendar of rest days may be corrected later. */
    value: z.extend(IncidentAnswer, { isInTime: z.boolean() }),
  }),
  z.object({ kind: z.literal('look'), value: IncidentLook }),
]);
export type IncidentStep = z.infer<typeof IncidentStep>;

/** What is wanted next of an incident. */
export const INCIDENT_WANTS = ['answer', 'look', 'closing'] as const;

/** An incident as it stands: what happened, what was done, what is wanted next and by when. */
export const IncidentStanding = z.object({
  incidentId: Id,
  version: z.int(),
  told: Incident,
  answer: z.nullable(z.extend(IncidentAnswer, { isInTime: z.boolean() })),
  /** The newest last. */
  looks: z.array(IncidentLook),
  isClosed: z.boolean(),
  wanted: z.nullable(z.enum(INCIDENT_WANTS)),
  dueOn: z.nullable(DateOnly),
});
export type IncidentStanding = z.infer<typeof IncidentStanding>;

/** The last day on which an answer is in time. */
export const answerBy = ({ heardOn }: Pick<Incident, 'heardOn'>): string =>
  addWorkingDays(heardOn, ANSWER_WORKING_DAYS);

/** An incident out of its steps, in whatever order they come; null where the first is missing. */
export function foldIncident(
  incidentId: string,
  steps: readonly (IncidentStep & { readonly version: number })[],
  isClosed: boolean,
): IncidentStanding | null {
  const inOrder = steps.toSorted((a, b) => a.version - b.version);
  const first = inOrder[0];
  if (first?.kind !== 'incident') return null;
  const told = first.value;
  const answer = inOrder.flatMap((step) => (step.kind === 'response' ? [step.value] : []))[0];
  const looks = inOrder.flatMap((step) => (step.kind === 'look' ? [step.value] : []));
  return {
    ...{ incidentId, version: inOrder.at(-1)?.version ?? 1, told, answer: answer ?? null, looks },
    ...{ isClosed, ...(isClosed ? { wanted: null, dueOn: null } : wantedNext()) },
  };

  function wantedNext(): Pick<IncidentStanding, 'wanted' | 'dueOn'> {
    if (!answer) return { wanted: 'answer', dueOn: answerBy(told) };
    const last = looks.at(-1);
    if (last?.state === 'stopped') {
      return { wanted: 'closing', dueOn: addWorkingDays(last.on, CLOSE_WORKING_DAYS) };
    }
    return { wanted: 'look', dueOn: daysLater((last ?? answer).on, LOOK_AGAIN_DAYS) };
  }
}

/** What is wanted first stands first; what is over, last. */
export const byUrgency = (
  a: Pick<IncidentStanding, 'dueOn' | 'incidentId'>,
  b: Pick<IncidentStanding, 'dueOn' | 'incidentId'>,
): number => {
  const key = (one: typeof a) => `${one.dueOn ?? '9'} ${one.incidentId}`;
  return key(a) < key(b) ? -1 : 1;
};

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
