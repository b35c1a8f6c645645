import { type Birth, birthRange, birthYear } from '../birth.ts';

/** How two births stand to each other, the closest that holds. */
export type BirthRelation =
  | 'same-day'
  | 'same-month'
  | 'same-year'
  | 'turned-round'
  | 'near'
  | 'apart'
  | 'unknown';

/**
 * Compares two births as far as both are known. `turned-round`: day and month changed places; `near`: a year apart, or
 * within what a guess allows.
 */
export function compareBirths(one: Birth | null, other: Birth | null): BirthRelation {
  if (!one || !other) return 'unknown';
  const isGuess = one.precision === 'about' || other.precision === 'about';
  if (!isGuess) {
    if (one.precision === 'day' && other.precision === 'day') {
      if (one.date === other.date) return 'same-day';
      if (turnedRound(one.date) === other.date) return 'turned-round';
    }
    const areMonthsKnown = one.precision !== 'year' && other.precision !== 'year';
    if (areMonthsKnown && one.date.slice(0, 7) === other.date.slice(0, 7)) return 'same-month';
    if (birthYear(one) === birthYear(other)) return 'same-year';
    return Math.abs(birthYear(one) - birthYear(other)) === 1 ? 'near' : 'apart';
  }
  const a = birthRange(one);
  const b = birthRange(other);
  return a.from <= b.to && b.from <= a.to ? 'near' : 'apart';
}

const turnedRound = (date: string): string =>
  `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`;
