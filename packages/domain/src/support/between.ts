import { foldSupport, type SupportRecords } from './fold-support.ts';
import type { Method, SupportKind } from './kinds.ts';

/** What somebody got of one kind and method in a time. */
export interface GivenBetween {
  readonly kind: SupportKind;
  readonly method: Method | null;
  readonly attended: number;
  readonly expected: number;
}

/** What was given after one day until another, by kind and method, the most first. */
export function givenBetween(
  records: SupportRecords,
  { after, until }: { readonly after: string; readonly until: string },
): GivenBetween[] {
  const given = new Map<string, GivenBetween>();
  for (const { course, sessions } of foldSupport(records)) {
    const { kind, method } = course;
    const within = sessions.filter(({ heldOn }) => heldOn > after && heldOn <= until);
    const attended = within.filter(({ attendance }) => attendance === 'attended').length;
    const missed = within.filter(({ attendance }) => attendance === 'missed').length;
    if (attended + missed === 0) continue;
    const before = given.get(`${kind} ${method}`) ?? { kind, method, attended: 0, expected: 0 };
    given.set(`${kind} ${method}`, {
      ...before,
      attended: before.attended + attended,
      expected: before.expected + attended + missed,
    });
  }
  return [...given.values()].toSorted((a, b) => b.attended - a.attended);
}

/** The last meeting that somebody came to, of any kind; null where there was none. */
export const lastAttendedOn = (records: SupportRecords): string | null =>
  foldSupport(records)
    .flatMap((shown) => shown.lastAttendedOn ?? [])
    .toSorted()
    .at(-1) ?? null;
