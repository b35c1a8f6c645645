import * as z from 'zod/mini';

/** How well a date of somebody's life is known. */
export const DATE_PRECISIONS = ['day', 'month', 'year', 'about'] as const;
type DatePrecision = (typeof DATE_PRECISIONS)[number];

const SHAPES: Readonly<Record<DatePrecision, RegExp>> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
  about: /^\d{4}$/,
};

/** A date of life as far as it is known, `{ precision: 'month', date: '2014-03' }`; `about` is a year that somebody guessed. */
export const LifeDate = z.object({ precision: z.enum(DATE_PRECISIONS), date: z.string() }).check(
  z.refine(({ precision, date }) => SHAPES[precision].test(date) && isRealDate(date), {
    path: ['date'],
  }),
);
export type LifeDate = z.infer<typeof LifeDate>;

/** Years that "about 1988" may be wrong by, either way. */
const GUESS = 2;

/** First and last day that a date may mean; both `YYYY-MM-DD`, which are compared as text. */
export type Span = { readonly earliest: string; readonly latest: string };

/** Before and after every life; what is not known may be any day between. */
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
export const ANY_DAY: Span = { earliest: FIRST_DAY, latest: LAST_DAY };

export function spanOf(date: LifeDate | null): Span {
  if (date === null) return ANY_DAY;
  const year = Number(date.date.slice(0, 4));
  const month = Number(date.date.slice(5, 7));
  switch (date.precision) {
    case 'day':
      return { earliest: date.date, latest: date.date };
    case 'month':
      return { earliest: `${date.date}-01`, latest: `${date.date}-${daysOf(year, month)}` };
    case 'year':
      return { earliest: `${date.date}-01-01`, latest: `${date.date}-12-31` };
    case 'about':
      return { earliest: `${year - GUESS}-01-01`, latest: `${year + GUESS}-12-31` };
  }
}

/** True when the one is before the other, whatever days they mean. */
export const surelyBefore = (one: Span, other: Span): boolean => one.latest < other.earliest;

/** Fewest and most whole years from the one to the other; below zero when the other comes first. */
export function yearsBetween(from: Span, to: Span): { fewest: number; most: number } {
  return {
    fewest: wholeYears(from.latest, to.earliest),
    most: wholeYears(from.earliest, to.latest),
  };
}

/** Fewest and most days from the one to the other. */
export function daysBetween(from: Span, to: Span): { fewest: number; most: number } {
  const days = (a: string, b: string) =>
    Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
  return { fewest: days(from.latest, to.earliest), most: days(from.earliest, to.latest) };
}

/** Birthdays passed from one day to another; a day before the first counts backwards. */
function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function isRealDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year >= 1880 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}
