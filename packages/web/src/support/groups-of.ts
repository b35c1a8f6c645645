import type { CourseShown, SupportCourse } from '@tirek/domain/support';

/** A group with those of its people whom the reader reaches. */
export interface GroupShown {
  readonly groupId: string;
  /** What it is: of whoever began first. */
  readonly course: SupportCourse;
  readonly courses: readonly CourseShown[];
  /** When it met last. */
  readonly heldOn: string | null;
  readonly minutes: number | null;
  readonly language: string | null;
}

/** Groups that go on, the one that met last first. */
export function groupsOf(courses: readonly CourseShown[]): GroupShown[] {
  const groups = new Map<string, CourseShown[]>();
  for (const shown of courses) {
    const { groupId } = shown.course;
    if (groupId !== null && shown.end === null) {
      groups.set(groupId, [...(groups.get(groupId) ?? []), shown]);
    }
  }
  return [...groups]
    .flatMap(([groupId, own]): GroupShown[] => {
      const [first] = own.toSorted((a, b) => (a.course.beganOn < b.course.beganOn ? -1 : 1));
      if (!first) return [];
      const newest = own
        .flatMap(({ sessions }) => sessions)
        .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0];
      return [
        {
          ...{ groupId, course: first.course, courses: own, heldOn: newest?.heldOn ?? null },
          ...{ minutes: newest?.minutes ?? null, language: newest?.language ?? null },
        },
      ];
    })
    .toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1));
}
