import { Birth } from '../birth.ts';
import type { PersonName, Sex } from '../identity.ts';

type Parts = Pick<PersonName, 'family' | 'given' | 'patronymic'>;

/** Words that end a father's name: Серікұлы, Серіковна, Serikqyzy. */
const PATRONYMIC =
  /(ұлы|улы|уулу|оглы|қызы|кызы|вич|вна|ична|uly|uli|qyzy|kyzy|qizi|ogly|vich|vna)$/iu;
/** The same as a word of its own: Серік қызы. */
const CHILD_OF = /^(ұлы|улы|оглы|қызы|кызы|uly|qyzy|kyzy|ogly)$/iu;

/** A name written in one cell, the family name first as lists of the region have it; a name in brackets is one of before. */
export function readFullName(text: string): Parts & { readonly former: string | null } {
  const former =
    /\(([^)]*)\)/u.exec(text)?.[1]?.replace(/^[^\p{L}]*(дев\.?|урожд\.?|бұрын|née|nee)\s*/iu, '') ??
    null;
  const words = text
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/,/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word))
    .map(tidyWord);
  const name = splitWords(words);
  const isOneWord = former !== null && /^[\p{L}-]+$/u.test(former);
  return { ...name, former: isOneWord ? tidyWord(former) : null };
}

function splitWords(words: readonly string[]): Parts {
  const [first = '', second = '', ...rest] = words;
  if (words.length === 1) return { family: '', given: first, patronymic: '' };
  const isGivenFirst = PATRONYMIC.test(second) && rest.length === 0 && !PATRONYMIC.test(first);
  if (isGivenFirst || (rest.length === 1 && CHILD_OF.test(rest[0] ?? ''))) {
    return { family: '', given: first, patronymic: [second, ...rest].join(' ') };
  }
  return { family: first, given: second, patronymic: rest.join(' ') };
}

/** One part of a name, without what lists put around it. */
export const readNamePart = (text: string): string =>
  text.split(/\s+/u).filter(Boolean).map(tidyWord).join(' ');

/** АХМЕТОВА is Ахметова; one letter and mixed writing stay as they are. */
function tidyWord(word: string): string {
  const bare = word.replace(/^[^\p{L}]+|[^\p{L}.’'ʼ-]+$/gu, '');
  if (bare.length < 2 || bare !== bare.toUpperCase()) return bare;
  return bare
    .toLowerCase()
    .replace(/(^|-)(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase());
}

/** Month names as they begin, in three languages. */
const MONTHS: readonly RegExp[] = [
  /^(қаң|янв|jan)/u,
  /^(ақп|фев|feb)/u,
  /^(нау|мар(?!уа)|mar)/u,
  /^(сәу|апр|apr)/u,
  /^(мамыр|мая|май|may)/u,
  /^(маусым|июн|jun)/u,
  /^(шілде|июл|jul)/u,
  /^(там|авг|aug)/u,
  /^(қыр|сен|sep)/u,
  /^(қаз|окт|oct)/u,
  /^(қар|ноя|nov)/u,
  /^(жел|дек|dec)/u,
];
const GUESS = /(~|≈|\?|около|примерно|приблизит|прим\.|шамамен|жуық|шамасы|about|circa|approx)/u;
export const UNKNOWN = /^(-+|—|нет|жоқ|no|n\/a|неизв\S*|не извест\S*|белгісіз|unknown)$/u;
/** What is written around a date: year, born, an hour that a spreadsheet added. */
const AROUND =
  /(\b\d{1,2}:\d{2}(:\d{2})?\b|г\.? ?р\.?|года рождения|год рождения|жылғы|жылы|ж\.? ?т\.?|ж\.|туған|гг?\.|год[ау]?|born|\bin\b|в\s)/gu;

/**
 * A birth in the many ways in which lists have it: `17.05.1988`, `5/88`, `17 мамыр 1988 ж.`, `май 1988`, `1988 г.р.`, `около 1988`.
 * A year of two digits lies in the past. @returns null where nobody knows it, undefined for what is no date.
 */
export function readBirth(text: string, today: string): Birth | null | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '' || UNKNOWN.test(typed)) return null;
  const isGuess = GUESS.test(typed);
  const bare = typed
    .replace(new RegExp(GUESS, 'gu'), ' ')
    .replace(/t\d{2}:\d{2}.*$/u, '')
    .replace(AROUND, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const parts = partsOfDate(bare);
  if (!parts) return undefined;
  const { day, month } = parts;
  const year = parts.year.length === 2 ? fullYear(parts.year, today) : parts.year;
  const date = [year, ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join(
    '-',
  );
  const precision = day ? 'day' : month ? 'month' : isGuess ? 'about' : 'year';
  const read = Birth.safeParse({ precision, date });
  return read.success ? read.data : undefined;
}

interface DateParts {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

function partsOfDate(text: string): DateParts | null {
  const numbers =
    /^(?<year>\d{4})(?:[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?)?$/u.exec(text) ??
    /^(?:(?<day>\d{1,2})[-./ ])?(?<month>\d{1,2})[-./ ](?<year>\d{4}|\d{2})$/u.exec(text);
  if (numbers?.groups) return numbers.groups as unknown as DateParts;
  const words = text.replace(/[.,]/gu, ' ').trim().split(/\s+/u);
  const month = words.findIndex((word) => MONTHS.some((begin) => begin.test(word)));
  if (month < 0) return null;
  const numeral = words.filter((_, at) => at !== month);
  const year = numeral.find((word) => /^\d{4}$/u.test(word));
  const day = numeral.find((word) => /^\d{1,2}$/u.test(word));
  if (!year || numeral.length > (day ? 2 : 1)) return null;
  const number = MONTHS.findIndex((begin) => begin.test(words[month] ?? '')) + 1;
  return { year, month: String(number), day };
}

const two = (part: string): string => part.padStart(2, '0');

function fullYear(two: string, today: string): string {
  const century = Number(today.slice(0, 2));
  return Number(two) <= Number(today.slice(2, 4)) ? `${century}${two}` : `${century - 1}${two}`;
}

const SEX_WORDS: Readonly<Record<Exclude<Sex, 'unknown'>, RegExp>> = {
  female:
    /^(ж|жен\S*|девочка|девушка|ә|әйел(\s.*)?|әйелдер|қыз(\s.*)?|кыз|f|w|fem\S*|woman|girl)$/u,
  male: /^(м|муж\S*|мальчик|юноша|е|ер(\s.*)?|еркек\S*|ұл(\s.*)?|m|male|man|boy)$/u,
};

/** @returns undefined for a word that tells no sex. */
export function readSex(text: string): Sex | undefined {
  const word = text.toLowerCase().replace(/\.$/u, '').trim();
  if (word === '' || UNKNOWN.test(word)) return 'unknown';
  if (SEX_WORDS.female.test(word)) return 'female';
  return SEX_WORDS.male.test(word) ? 'male' : undefined;
}

/** Telephones of one cell, parted by comma, semicolon, slash or line. @returns undefined when one of them is none. */
export function readPhones(text: string): string[] | undefined {
  if (UNKNOWN.test(text.toLowerCase().trim())) return [];
  const parts = text
    .split(/[,;/\n]+/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const phones = parts.map((part) => part.replace(/[^\d+()\s-]/gu, '').trim());
  const isRight = phones.every(
    (phone) => /^\+?[\d\s()-]{5,24}$/u.test(phone) && digitsOf(phone) >= 5,
  );
  return isRight ? phones.slice(0, 5) : undefined;
}

const digitsOf = (phone: string): number => phone.replace(/\D/gu, '').length;

/** Numbers of documents in one cell. @returns undefined when one is too short or too long to be one. */
export function readDocuments(text: string): string[] | undefined {
  if (UNKNOWN.test(text.toLowerCase().trim())) return [];
  const parts = text
    .split(/[,;\n]+/u)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.every((part) => part.length >= 3 && part.length <= 40)
    ? parts.slice(0, 5)
    : undefined;
}

/** A spreadsheet drops the zeros before a number; twelve digits are what a personal number has. */
export function readPersonalNumber(text: string): string | null | undefined {
  if (text === '' || UNKNOWN.test(text.toLowerCase().trim())) return null;
  const digits = text.replace(/[\s-]/gu, '');
  return /^\d{8,12}$/u.test(digits) ? digits.padStart(12, '0') : undefined;
}

/** A cell in which a formula of the spreadsheet failed. */
export const isBrokenCell = (text: string): boolean =>
  /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|Н\/Д|ССЫЛКА!|ЗНАЧ!|ДЕЛ\/0!|ИМЯ\?|ЧИСЛО!|ПУСТО!)$/iu.test(
    text,
  );
