/** The first and the last day on which somebody may have been born, `YYYY-MM-DD` both. */
export interface BornBetween {
  readonly from: string;
  readonly to: string;
}

/** How old somebody is on a day, as far as it is known. Nobody is younger than nought. */
export function ageRange(
  { from, to }: BornBetween,
  on: string,
): { readonly atLeast: number; readonly atMost: number } {
  return { atLeast: ageOn(to, on), atMost: ageOn(from, on) };
}

/** Whole years; who was born on 29 February is a year older on 1 March where the year has no such day. */
export function ageOn(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return Math.max(0, on.slice(5) < birth.slice(5) ? years - 1 : years);
}

/** The birthday so many years later. */
export function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  const day = date.slice(5);
  return `${String(year).padStart(4, '0')}-${day === '02-29' && !isLeap(year) ? '03-01' : day}`;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
