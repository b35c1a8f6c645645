import { LifeDate } from './life-date.ts';

/**
 * A date as somebody types it: `1988`, `05.1988`, `17.05.1988`, `~1988` for a guess; also as it is stored (`1988-05`).
 * @returns null for nothing typed, undefined for what is no date.
 */
export function readLifeDate(text: string): LifeDate | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const found =
    /^(?<guess>~)?(?:(?:(?<day>\d{1,2})[./])?(?<month>\d{1,2})[./])?(?<year>\d{4})$/.exec(typed) ??
    /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?$/.exec(typed);
  if (!found?.groups) return undefined;
  const { guess, day, month, year = '' } = found.groups;
  if (guess && month) return undefined;
  const two = (part: string) => part.padStart(2, '0');
  const date = [year, ...(month ? [two(month)] : []), ...(day ? [two(day)] : [])].join('-');
  const precision = guess ? 'about' : day ? 'day' : month ? 'month' : 'year';
  const read = LifeDate.safeParse({ precision, date });
  return read.success ? read.data : undefined;
}

/** A date as `readLifeDate` reads it. */
export function writeLifeDate(date: LifeDate | null): string {
  if (date === null) return '';
  return `${date.precision === 'about' ? '~' : ''}${date.date.split('-').toReversed().join('.')}`;
}
