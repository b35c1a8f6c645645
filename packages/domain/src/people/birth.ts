import * as z from 'zod/mini';

/** How exactly somebody's birth is known. `about`: a year that somebody guessed. */
export const BIRTH_PRECISIONS = ['day', 'month', 'year', 'about'] as const;
export type BirthPrecision = (typeof BIRTH_PRECISIONS)[number];

const SHAPES: Readonly<Record<BirthPrecision, RegExp>> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
  about: /^\d{4}$/,
};

/** A birth as far as it is known: `{ precision: 'month', date: '2014-03' }`. */
export const Birth = z.object({ precision: z.enum(BIRTH_PRECISIONS), date: z.string() }).check(
  z.refine(({ precision, date }) => SHAPES[precision].test(date) && isRealDate(date), {
    path: ['date'],
  }),
);
export type Birth = z.infer<typeof Birth>;

/** A guessed year may be as many years off, either way. */
export const ABOUT_YEARS = 2;

/** The first and the last day on which somebody may have been born, `YYYY-MM-DD` both. */
export function birthRange({ precision, date }: Birth): { from: string; to: string } {
  const year = birthYear({ date });
  const month = date.slice(5, 7);
  switch (precision) {
    case 'day':
      return { from: date, to: date };
    case 'month':
      return { from: `${date}-01`, to: `${date}-${daysOf(year, Number(month))}` };
    case 'year':
      return { from: `${date}-01-01`, to: `${date}-12-31` };
    case 'about':
      return { from: `${year - ABOUT_YEARS}-01-01`, to: `${year + ABOUT_YEARS}-12-31` };
  }
}

export const birthYear = ({ date }: Pick<Birth, 'date'>): number => Number(date.slice(0, 4));

const daysOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

function isRealDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year >= 1880 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}
