import { Birth, birthRange } from '../birth.ts';

/** A date of life as far as it is known: every one is known as births are, to the day or as a guessed year. */
export const LifeDate = Birth;
export type LifeDate = Birth;

/** First and last day that a date may mean; both `YYYY-MM-DD`, which are compared as text. */
export type Span = { readonly earliest: string; readonly latest: string };

/** Before and after every life; what is not known may be any day between. */
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
export const ANY_DAY: Span = { earliest: FIRST_DAY, latest: LAST_DAY };

export function spanOf(date: LifeDate | null): Span {
  if (date === null) return ANY_DAY;
  const { from, to } = birthRange(date);
  return { earliest: from, latest: to };
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
