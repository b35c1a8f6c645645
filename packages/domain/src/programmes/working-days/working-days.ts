import { HOLIDAYS, KURBAN_AIT, ORTHODOX_CHRISTMAS } from './rest-days.ts';

const DAY_MS = 86_400_000;
const SATURDAY = 6;
const SUNDAY = 0;

/**
 * Whether people work in Kazakhstan on a day: Monday to Friday but for days of rest. Days that a government moves from year to
 * year are not known here: a free Friday more makes a deadline a day too early.
 */
export function isWorkingDay(day: string): boolean {
  return !isWeekend(day) && !isRestDay(day) && !restDaysOf(day.slice(0, 4)).has(day);
}

/** The day on which so many working days have passed; the day itself does not count. */
export function addWorkingDays(day: string, days: number): string {
  let at = day;
  let left = days;
  while (left > 0) {
    at = nextDay(at);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Working days from one day, which does not count, to another, which does; negative where it lies before. */
export function workingDaysUntil(from: string, to: string): number {
  if (to < from) return -workingDaysUntil(to, from);
  let days = 0;
  for (let at = from; at < to; ) {
    at = nextDay(at);
    if (isWorkingDay(at)) days += 1;
  }
  return days;
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === SATURDAY || weekday === SUNDAY;
}

const isRestDay = (day: string): boolean =>
  HOLIDAYS.includes(day.slice(5)) ||
  day.slice(5) === ORTHODOX_CHRISTMAS ||
  KURBAN_AIT.includes(day);

/** The working days of a year that are free because a holiday fell on a weekend. */
function restDaysOf(year: string): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const holiday of HOLIDAYS) {
    const day = `${year}-${holiday}`;
    if (!isWeekend(day)) continue;
    let instead = nextDay(day);
    while (isWeekend(instead) || isRestDay(instead) || moved.has(instead))
      instead = nextDay(instead);
    moved.add(instead);
  }
  return moved;
}
