import * as z from 'zod/mini';

/** More lessons days than a month can have are a slip of the pen. */
const MOST_DAYS = 27;

const Days = z.int().check(z.minimum(0), z.maximum(MOST_DAYS));

/** How many days of school there were in a month, on how many she was away, and on how many of these with a reason. */
export const Attendance = z
  .object({
    month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
    days: Days,
    away: Days,
    excused: Days,
  })
  .check(
    z.refine(({ days, away }) => away <= days, { path: ['away'] }),
    z.refine(({ away, excused }) => excused <= away, { path: ['excused'] }),
  );
export type Attendance = z.infer<typeof Attendance>;

/** The version of a month that holds. */
export const MonthKept = z.object({ version: z.int(), value: Attendance });
export type MonthKept = z.infer<typeof MonthKept>;

/** Of each month the newest version, the newest month first. */
export function monthsOf(versions: readonly MonthKept[]): MonthKept[] {
  const newest = new Map<string, MonthKept>();
  for (const one of versions) {
    const known = newest.get(one.value.month);
    if (!known || known.version < one.version) newest.set(one.value.month, one);
  }
  return [...newest.values()].toSorted((a, b) => (a.value.month < b.value.month ? 1 : -1));
}

/** The grade that a class says, as schools write it: «7 Б» is 7; null where no grade is in it. */
export function gradeOfClass(klass: string): number | null {
  const said = /^\s*(\d{1,2})(?!\d)/.exec(klass)?.[1];
  const grade = said === undefined ? null : Number(said);
  return grade !== null && grade <= 12 ? grade : null;
}
