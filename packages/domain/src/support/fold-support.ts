import type { MaterialAid, SupportCourse, SupportEnd, SupportSession } from './support-record.ts';

/** All that was written down of the help that somebody got. */
export interface SupportRecords {
  readonly courses: readonly SupportCourse[];
  readonly sessions: readonly SupportSession[];
  readonly ends: readonly SupportEnd[];
  readonly aid: readonly MaterialAid[];
}

/** One course with what stands of it. */
export interface CourseShown {
  readonly course: SupportCourse;
  /** The meetings that stand, the newest first; corrected and struck ones are not among them. */
  readonly sessions: readonly SupportSession[];
  readonly attended: number;
  /** Meetings that were to be: those she came to and those she missed. */
  readonly expected: number;
  /** How many of the last in a row she missed; one that was called off counts neither way. */
  readonly missedInRow: number;
  readonly lastAttendedOn: string | null;
  /** Null while it goes on. */
  readonly end: SupportEnd | null;
}

/** From so many missed in a row on somebody is asked why: the pathway asks with two as well. */
export const MISSED_FLAG = 2;

/** The help somebody got, by course, the one that met last first; entries may come in any order and more than once. */
export function foldSupport({ courses, sessions, ends }: SupportRecords): CourseShown[] {
  const stands = standing(sessions);
  return once(courses)
    .map((course): CourseShown => {
      const met = stands
        .filter(({ courseId }) => courseId === course.id)
        .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
      const expected = met.filter(isExpected);
      const cameAt = expected.findIndex(({ attendance }) => attendance === 'attended');
      return {
        ...{ course, sessions: met, expected: expected.length },
        attended: expected.filter(({ attendance }) => attendance === 'attended').length,
        missedInRow: cameAt === -1 ? expected.length : cameAt,
        lastAttendedOn: expected[cameAt]?.heldOn ?? null,
        end: ends.find(({ courseId }) => courseId === course.id) ?? null,
      };
    })
    .filter(({ end }) => end?.how !== 'slip')
    .toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1));
}

/** What was handed over and stands, the newest first. */
export const standingAid = ({ aid }: Pick<SupportRecords, 'aid'>): MaterialAid[] => {
  const replaced = new Set(aid.map(({ supersedes }) => supersedes));
  return once(aid)
    .filter(({ id, isGiven }) => isGiven && !replaced.has(id))
    .toSorted((a, b) => (`${a.handedOn} ${a.id}` < `${b.handedOn} ${b.id}` ? 1 : -1));
};

function standing(sessions: readonly SupportSession[]): SupportSession[] {
  const replaced = new Set(sessions.map(({ supersedes }) => supersedes));
  return once(sessions).filter(
    ({ id, attendance }) => attendance !== 'struck' && !replaced.has(id),
  );
}

const isExpected = ({ attendance }: SupportSession): boolean =>
  attendance === 'attended' || attendance === 'missed';

const dayOf = ({ heldOn, recordedAt, id }: SupportSession): string =>
  `${heldOn} ${recordedAt} ${id}`;
const lastDay = ({ course, sessions }: CourseShown): string =>
  `${sessions[0]?.heldOn ?? course.beganOn} ${course.recordedAt} ${course.id}`;

const once = <Each extends { readonly id: string }>(all: readonly Each[]): Each[] => [
  ...new Map(all.map((each) => [each.id, each])).values(),
];
