import type { Attention, CaseSummary } from '../../cases/index.ts';
import { type Birth, birthRange, fullName, type PersonName, type Sex } from '../../people/index.ts';
import { type Sheet, type SheetCell, safeText } from '../../reports/documents/index.ts';
import { formatDate, type Language } from '../../text/index.ts';
import { EXTRACT_COLUMNS, type ExtractColumn } from './contract.ts';
import { type ExtractTexts, extractTexts } from './extract-texts.ts';

/** Somebody on a list, with what is known of her family's support. */
export interface ListedPerson {
  /** Counted within this list; it means nothing elsewhere. */
  readonly family: number;
  readonly name: PersonName;
  readonly birth: Birth | null;
  readonly phones: readonly string[];
  readonly sex: Sex;
  readonly status: CaseSummary['status'];
  readonly attention: Attention;
  readonly nextReviewOn: string | null;
  readonly openNeeds: number;
}

/** Ages as a list tells them: from an age on, up to the next. */
const AGE_BANDS = [0, 7, 12, 16, 18, 30, 60] as const;

const WIDTHS: Readonly<Record<ExtractColumn, number>> = {
  family: 10,
  name: 40,
  birth: 18,
  phones: 34,
  sex: 10,
  age: 12,
  status: 22,
  attention: 18,
  'next-review': 18,
  needs: 16,
};

/** The list as a sheet of a workbook. Nothing that somebody typed can be read as a formula. */
export function extractSheet(
  people: readonly ListedPerson[],
  given: {
    readonly columns: readonly ExtractColumn[];
    readonly language: Language;
    readonly today: string;
    readonly expiresOn: string;
  },
): Sheet {
  const { language, today } = given;
  const t = extractTexts(language);
  const columns = EXTRACT_COLUMNS.filter((column) => given.columns.includes(column));
  const day = (on: string) => formatDate(on, language);
  return {
    name: t('sheet'),
    widths: columns.map((column) => WIDTHS[column]),
    frozen: { rows: 3, columns: 0 },
    rows: [
      [{ value: t('title', { date: day(today) }), style: 'title' }],
      [{ value: t('destroy', { date: day(given.expiresOn) }), style: 'quiet' }],
      columns.map((column): SheetCell => ({ value: t(`column.${column}`), style: 'head' })),
      ...people.map((person) =>
        columns.map((column): SheetCell => {
          const value = cellOf(person, column, { t, language, today });
          return { value: typeof value === 'string' ? safeText(value) : value, style: 'value' };
        }),
      ),
    ],
  };
}

function cellOf(
  person: ListedPerson,
  column: ExtractColumn,
  { t, language, today }: { t: ExtractTexts; language: Language; today: string },
): string | number | null {
  switch (column) {
    case 'family':
      return person.family;
    case 'name':
      return fullName(person.name);
    case 'birth':
      return person.birth && bornText(person.birth, t, language);
    case 'phones':
      return person.phones.map((number) => t('phone', { number })).join(', ');
    case 'sex':
      return t(`sex.${person.sex}`);
    case 'age':
      return person.birth && ageBand(person.birth, today);
    case 'status':
      return t(`status.${person.status}`);
    case 'attention':
      return t(`attention.${person.attention}`);
    case 'next-review':
      return person.nextReviewOn && formatDate(person.nextReviewOn, language);
    case 'needs':
      return person.openNeeds;
  }
}

function bornText({ precision, date }: Birth, t: ExtractTexts, language: Language): string {
  if (precision === 'day') return formatDate(date, language);
  if (precision === 'month') return `${date.slice(5)}.${date.slice(0, 4)}`;
  return precision === 'year' ? date : t('about', { year: date });
}

/** By the youngest that somebody may be. */
function ageBand(birth: Birth, today: string): string {
  const { to } = birthRange(birth);
  const birthday = today.slice(5) >= to.slice(5) ? 0 : 1;
  const age = Math.max(0, Number(today.slice(0, 4)) - Number(to.slice(0, 4)) - birthday);
  const at = AGE_BANDS.findLastIndex((from) => from <= age);
  const next = AGE_BANDS[at + 1];
  return next === undefined ? `${AGE_BANDS[at]}+` : `${AGE_BANDS[at]}–${next - 1}`;
}
