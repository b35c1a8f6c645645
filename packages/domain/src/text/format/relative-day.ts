import type { Language } from '../languages.ts';
import { formatDate } from './date.ts';
import { RELATIVE_DAYS } from './generated/locale-data.ts';

const DAY = 86_400_000;

/**
 * Writes a date by its distance from today: "today", "yesterday", "5 days ago", "in 3 days";
 * further than `withinDays` away, as a date.
 * @param date `YYYY-MM-DD`
 * @param today `YYYY-MM-DD`, passed in: this package knows no clock.
 */
export function formatRelativeDay(
  date: string,
  language: Language,
  { today, withinDays = 7 }: { today: string; withinDays?: number },
): string {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY);
  if (!(Math.abs(days) <= withinDays)) return formatDate(date, language, 'long');
  const { named, past, future } = RELATIVE_DAYS[language];
  const name = (named as Record<string, string | undefined>)[String(days)];
  if (name) return name;
  const count = Math.abs(days);
  const forms: Readonly<Record<string, string>> = days < 0 ? past : future;
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '';
  return form.replace('0', String(count));
}
