import {
  collationKey,
  type DateWidth,
  dateOfInstant,
  formatByteSize,
  formatDate,
  formatInstant,
  formatNumber,
  formatPercent,
  formatRelativeDay,
  type Language,
  type NumberFormat,
} from '@tirek/domain/text';
import { useMemo } from 'react';
import { useLanguage } from './language.tsx';

/** Dates, numbers and order as the reader's language has them. Browsers do not know Kazakh; never ask `Intl` for it. */
export interface Format {
  date(date: string, width?: DateWidth): string;
  /** Date and time on the reader's wall clock. */
  instant(instant: string, width?: DateWidth): string;
  /** The reader's own date when it is `instant`. */
  dateOf(instant: string): string;
  relativeDay(instant: string, now: string): string;
  number(value: number, format?: NumberFormat): string;
  percent(percent: number, decimals?: number): string;
  bytes(bytes: number): string;
  /** Sorts as the reader expects. */
  sorted<T>(things: readonly T[], textOf: (thing: T) => string): T[];
}

export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => formatOf(language), [language]);
}

export function formatOf(language: Language, offsetOf = offsetOfReader): Format {
  return {
    date: (date, width) => formatDate(date, language, width),
    instant: (instant, width = 'long') =>
      formatInstant(instant, language, { utcOffsetMinutes: offsetOf(instant), width }),
    dateOf: (instant) => dateOfInstant(instant, offsetOf(instant)),
    relativeDay: (instant, now) =>
      formatRelativeDay(dateOfInstant(instant, offsetOf(instant)), language, {
        today: dateOfInstant(now, offsetOf(now)),
      }),
    number: (value, format) => formatNumber(value, language, format),
    percent: (percent, decimals = 1) => formatPercent(percent, language, { decimals }),
    bytes: (bytes) => formatByteSize(bytes, language),
    sorted: (things, textOf) =>
      things
        .map((thing) => ({ thing, key: collationKey(textOf(thing), language) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ thing }) => thing),
  };
}

/** Minutes east of UTC on the reader's clock at that instant. */
const offsetOfReader = (instant: string) => -new Date(instant).getTimezoneOffset();
