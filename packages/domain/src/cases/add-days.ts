const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** `date` moved by whole days, `YYYY-MM-DD` both. */
export const addDays = (date: string, days: number): string => dayOf(utc(date) + days * 86_400_000);

/** The same day so many months later, or that month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((utc(until) - utc(from)) / 86_400_000);
