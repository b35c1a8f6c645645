import type { Language } from '../languages.ts';
import { DATES } from './generated/locale-data.ts';

/**
 * `long` 22 November 2026, `medium` 22 Nov 2026, `short` 22.11.2026 (English keeps the month's name,
 * since 05/11 is two different days to two readers), `month` November 2026, `day` 22 November,
 * `full` with the weekday.
 */
export type DateWidth = 'full' | 'long' | 'medium' | 'short' | 'month' | 'day';

type CalendarDay = { year: number; month: number; day: number };

/**
 * Writes a date of life.
 * @param date `YYYY-MM-DD`; also `YYYY-MM` for the width `month`.
 * @throws RangeError when the text is not a date of the calendar.
 */
export function formatDate(date: string, language: Language, width: DateWidth = 'long'): string {
  return fill(DATES[language][width], calendarDay(date, width), language);
}

/**
 * Writes an instant as wall-clock date and time at a fixed distance from UTC.
 * @param instant UTC ISO string (`2026-11-22T05:09:00Z`).
 * @param utcOffsetMinutes +300 for Kazakhstan since March 2024.
 */
export function formatInstant(
  instant: string,
  language: Language,
  { utcOffsetMinutes, width = 'long' }: { utcOffsetMinutes: number; width?: DateWidth },
): string {
  const local = localIso(instant, utcOffsetMinutes);
  return DATES[language].dateTime
    .replace('{date}', formatDate(local.slice(0, 10), language, width))
    .replace('{time}', local.slice(11, 16));
}

/** The `YYYY-MM-DD` on the wall when it is `instant`, at a fixed distance from UTC. */
export function dateOfInstant(instant: string, utcOffsetMinutes: number): string {
  return localIso(instant, utcOffsetMinutes).slice(0, 10);
}

/** Names of the months, alone (not in a date), January first. */
export function monthNames(language: Language): readonly string[] {
  return DATES[language].monthsAlone;
}

/** Names of the weekdays, Monday first. */
export function weekdayNames(language: Language, width: 'long' | 'short'): readonly string[] {
  return width === 'long' ? DATES[language].weekdays : DATES[language].weekdaysShort;
}

function localIso(instant: string, utcOffsetMinutes: number): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${instant}`);
  return new Date(time + utcOffsetMinutes * 60_000).toISOString();
}

function calendarDay(date: string, width: DateWidth): CalendarDay {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!year || !month || !(day || width === 'month')) throw new RangeError(`not a date: ${date}`);
  const parts = { year: Number(year), month: Number(month), day: Number(day ?? 1) };
  const real = new Date(Date.UTC(parts.year, parts.month - 1, parts.day));
  if (real.getUTCMonth() !== parts.month - 1 || real.getUTCDate() !== parts.day) {
    throw new RangeError(`no such day: ${date}`);
  }
  return parts;
}

function fill(pattern: string, { year, month, day }: CalendarDay, language: Language): string {
  const { months, monthsAlone, monthsShort, weekdays } = DATES[language];
  const values: Record<string, string | undefined> = {
    y: String(year),
    d: String(day),
    dd: String(day).padStart(2, '0'),
    MM: String(month).padStart(2, '0'),
    MMM: monthsShort[month - 1],
    MMMM: months[month - 1],
    LLLL: monthsAlone[month - 1],
    // getUTCDay() counts from Sunday; ours from Monday.
    EEEE: weekdays[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7],
  };
  return pattern.replace(/\{(\w+)\}/g, (_, field: string) => values[field] ?? '');
}
