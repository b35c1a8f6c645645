// Writes packages/domain/src/text/format/generated/locale-data.ts from the CLDR data inside Node:
// browsers lack Kazakh dates and numbers, so the few words and patterns we need travel with the app.
import { readFileSync, writeFileSync } from 'node:fs';

/** Our language, and the locale whose customs it follows (British English: the day before the month). */
const LOCALES = { kk: 'kk', ru: 'ru', en: 'en-GB' };

const TARGET = new URL(
  '../packages/domain/src/text/format/generated/locale-data.ts',
  import.meta.url,
);

/**
 * CLDR 48 writes the Kazakh megabyte and terabyte with a Latin letter before a Cyrillic one, and
 * the English byte as a word without its plural.
 */
const CORRECTIONS: Record<string, string> = {
  'M\u0411': '\u041c\u0411',
  'T\u0411': '\u0422\u0411',
  byte: 'B',
};

const utc = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });

function part(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  type: Intl.DateTimeFormatPartTypes,
  date: Date,
): string {
  const found = utc(locale, options)
    .formatToParts(date)
    .find((p) => p.type === type);
  if (!found) throw new Error(`no ${type} in ${locale}`);
  return found.value;
}

function pattern(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  tokens: Partial<Record<Intl.DateTimeFormatPartTypes, string>>,
): string {
  return utc(locale, options)
    .formatToParts(new Date(Date.UTC(2026, 10, 22)))
    .map((p) => (p.type === 'literal' ? p.value : `{${tokens[p.type] ?? p.type}}`))
    .join('');
}

function dates(locale: string) {
  const months = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, i, 1)));
  const week = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(2026, 5, 1 + i)));
  const named = { weekday: 'EEEE', day: 'd', year: 'y', month: 'MMMM' } as const;
  const medium = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  const short = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const moment = utc(locale, { dateStyle: 'long', timeStyle: 'short' }).formatToParts(0);
  const lastOfDate = moment.findLastIndex((p) => ['year', 'month', 'day'].includes(p.type));
  const hour = moment.findIndex((p) => p.type === 'hour');
  const day = utc(locale, { dateStyle: 'long' }).formatToParts(0);
  const glue = moment
    .slice(lastOfDate + 1, hour)
    .map((p) => p.value)
    .join('');
  const tail = day.slice(day.findLastIndex((p) => p.type !== 'literal') + 1).map((p) => p.value);
  return {
    months: months.map((d) => part(locale, { dateStyle: 'long' }, 'month', d)),
    monthsAlone: months.map((d) => part(locale, { year: 'numeric', month: 'long' }, 'month', d)),
    monthsShort: months.map((d) => part(locale, medium, 'month', d)),
    weekdays: week.map((d) => part(locale, { weekday: 'long' }, 'weekday', d)),
    weekdaysShort: week.map((d) => part(locale, { weekday: 'short' }, 'weekday', d)),
    full: pattern(locale, { dateStyle: 'full' }, named),
    long: pattern(locale, { dateStyle: 'long' }, named),
    medium: pattern(locale, medium, { ...named, month: 'MMM' }),
    short:
      locale === 'en-GB'
        ? pattern(locale, medium, { ...named, month: 'MMM' })
        : pattern(locale, short, { day: 'dd', month: 'MM', year: 'y' }),
    month: pattern(locale, { year: 'numeric', month: 'long' }, { year: 'y', month: 'LLLL' }),
    day: pattern(locale, { month: 'long', day: 'numeric' }, named),
    dateTime: `{date}${glue.slice(tail.join('').length)}{time}`,
  };
}

function numbers(locale: string) {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const sign = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  const group = sign('group');
  return {
    decimal: sign('decimal'),
    // Where the language groups by a space, the thin one: it keeps a number one word to the eye.
    group: /\s/.test(group) ? '\u202f' : group,
    percent: new Intl.NumberFormat(locale, { style: 'percent' }).format(0),
  };
}

function byteUnits(locale: string): string[] {
  return ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'].map((unit) => {
    const written = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })
      .formatToParts(5)
      .find((p) => p.type === 'unit')?.value;
    if (!written) throw new Error(`no ${unit} in ${locale}`);
    return CORRECTIONS[written] ?? written;
  });
}

function relativeDays(locale: string) {
  const always = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const auto = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const plurals = new Intl.PluralRules(locale);
  const forms = (sign: 1 | -1) => {
    const found: Record<string, string> = {};
    for (let n = 1; n <= 25; n += 1) {
      found[plurals.select(n)] ??= always.format(sign * n, 'day').replace(String(n), '0');
    }
    return found;
  };
  const named: Record<string, string> = {};
  for (const days of [-2, -1, 0, 1, 2]) {
    const name = auto.format(days, 'day');
    if (!/\d/.test(name)) named[String(days)] = name;
  }
  return { named, past: forms(-1), future: forms(1) };
}

/** The text of the generated file; the test of the file compares with it. */
export function localeDataSource(): string {
  const perLanguage = (make: (locale: string) => unknown) =>
    Object.entries(LOCALES)
      .map(([language, locale]) => `  ${language}: ${JSON.stringify(make(locale))},\n`)
      .join('')
      .replace(/\u202f|\u00a0/g, (s) => `\\u${s.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const lines = Object.entries({
    NUMBERS: numbers,
    DATES: dates,
    RELATIVE_DAYS: relativeDays,
    BYTE_UNITS: byteUnits,
  }).map(([name, make]) => `export const ${name} = {\n${perLanguage(make)}} as const;\n`);
  return `// Made by scripts/locale-data.ts from the CLDR data in Node. Do not edit.\n\n${lines.join('\n')}`;
}

if (import.meta.main) {
  const source = localeDataSource();
  if (readFileSync(TARGET, { encoding: 'utf8', flag: 'a+' }) !== source)
    writeFileSync(TARGET, source);
}
