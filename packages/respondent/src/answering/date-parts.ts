/** The three fields of a date, empty where nothing is chosen: year of four digits, month and day from 1. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` and half-made ones such as `-05-17`. */
export function partsOf(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
}

/**
 * The date that the fields make: `date` when it can stand as an answer of at least this precision
 * (whether the day exists is for the form to check), otherwise `typed`, to be kept until it can. Nothing chosen is neither.
 */
export function dateOf(
  { year, month, day }: DateParts,
  precision: 'day' | 'month' | 'year' | null,
): { date: string } | { typed: string } | Record<string, never> {
  if (!year && !month && !day) return {};
  const two = (part: string) => (part ? part.padStart(2, '0') : '');
  const written = `${year}-${two(month)}-${two(day)}`;
  const needed = precision === 'day' ? 3 : precision === 'month' ? 2 : 1;
  const filled = day ? 3 : month ? 2 : 1;
  const isWhole = [year, month, day].slice(0, Math.max(filled, needed)).every(Boolean);
  return isWhole ? { date: written.replace(/-+$/, '') } : { typed: written };
}

/** The years to choose from, latest first: those the form allows, and no more than 110 back from `thisYear` when it sets no limit. */
export function yearsBetween(
  min: number | string | null,
  max: number | string | null,
  thisYear: number,
): number[] {
  const year = (limit: number | string | null, otherwise: number) =>
    limit === null ? otherwise : Number(`${limit}`.slice(0, 4));
  const last = year(max, thisYear);
  const first = year(min, Math.min(last, thisYear) - 110);
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, back) => last - back);
}
