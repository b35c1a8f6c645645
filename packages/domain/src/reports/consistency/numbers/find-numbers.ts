import { type NumberStyle, parseDigits } from './number-style.ts';
import type { PrintedNumber } from './printed-number.ts';

/** A number in running text, with what its surroundings say about it. */
export type FoundNumber = PrintedNumber & {
  /** As printed, the percent sign included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isPercent: boolean;
  /** One end of `4–6` or `from 4 to 6`. */
  readonly isRangeEnd: boolean;
  readonly isYear: boolean;
  readonly currency: string | null;
};

/** Digits that are names, not quantities: never held against anything. */
const NAMES: readonly RegExp[] = [
  /\bhttps?:\/\/\S+|\bwww\.\S+|\bdoi:?\s*\S+|\b10\.\d{4,9}\/\S+|\S+@\S+\.\S+/giu,
  /\b\d{4}-\d{2}-\d{2}(?:T\S*)?|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:\s?(?:г\.|ж\.))?|\b\d{1,2}:\d{2}(?::\d{2})?\b/gu,
  /\+?\d{1,3}[\s-]?\(?\d{3}\)?[\s-]\d{3}[\s-]\d{2}[\s-]?\d{2}\b|\b\d{2,4}-\d{2,4}-\d{2,4}(?:-\d{2,4})?\b/gu,
  /\[\d+(?:\s?[,–-]\s?\d+)*\]/gu,
  /\([^()\d]*\p{L}[^()\d]*,? (?:19|20)\d{2}[a-z]?(?:; [^()\d]*,? (?:19|20)\d{2}[a-z]?)*(?:[:,] ?(?:pp?\.|с\.|б\.)? ?\d+(?:[–-]\d+)?)?\)/gu,
  /\b(?:tables?|tab\.|figures?|figs?\.?|sections?|chapters?|annex|appendix|footnotes?|notes?|pages?|pp?\.(?!\s?[<>=])|vol\.|volumes?|issues?|no\.|art\.|articles?|items?|questions?|q|waves?|steps?|phases?|grades?|class(?:es)?|cohorts?|version|v)\s?\d+(?:[.:]\d+)*(?:\s?(?:[,–-]|and|to)\s?\d+(?:\.\d+)*)*/giu,
  /(?:табл(?:ица|ице|ицы|\.)?|рис(?:унок|унке|\.)?|раздел\p{L}?|глав\p{L}|приложени\p{L}|стр\.|с\.|том|вып\.|пункт\p{L}*|п\.|вопрос\p{L}*|волн\p{L}|этап\p{L}*|класс\p{L}*|версия|№)\s?\d+(?:[.]\d+)*(?:\s?[,–-]\s?\d+)*/giu,
  /\d+(?:-(?:кесте|сурет|бөлім|тарау|қосымша|бет|сұрақ|кезең|сынып|толқын|нұсқа)\p{L}*)/giu,
  /\b\d{1,3}\(\d+\)\s?:\s?\d+(?:[–-]\d+)?/gu,
  /\b\d+\.\d+\.\d+(?:\.\d+)*\b/gu,
  /\d[\d.,]*\s?(?:percentage points?|p\.?p\.|п\. ?п\.|процентн\p{L}+ пункт\p{L}*|пайыздық тармақ\p{L}*)/giu,
  /\d+(?:st|nd|rd|th)\b|\d+-(?:й|я|е|го|му|ый|ая|ое|х|м|ші|шы|інші|ыншы|нші|ншы)(?![\p{L}])/giu,
  // A numbered point: “1) …”, “2. …” at the beginning.
  /(?<=^|[:;.]\s)\d{1,2}[).]\s/gu,
  /\b\p{Lu}+-?\d+\b/gu,
];

/** The same text with every name of digits overwritten, letter for letter. */
export function withoutNames(text: string): string {
  return NAMES.reduce(
    (rest, name) => rest.replace(name, (found) => '·'.repeat(found.length)),
    text,
  );
}

const TIGHT = String.raw`\d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}`;
const LOOSE = String.raw`\d{1,3}(?: \d{3})+(?!\d)`;
const PERCENT = String.raw`\s?%|\s?-?\s?(?:per ?cent\b|процент\p{L}*|пайыз\p{L}*)`;
const YEAR_AFTER = /^\s?(?:жыл|год|г\.|гг\.|ж\.)/iu;
const MONEY_BEFORE = /(?:\$|US\$|USD|€|EUR|₸|KZT|тг\.?)\s?$/u;
const MONEY_AFTER =
  /^\s?(?:thousand|thous\.|тыс\.?|мың|million|млн\.?)?\s?(\$|USD|US dollars|dollars|долл\p{L}*\.?|€|EUR|euros?|евро|₸|KZT|tenge|тенге|теңге|тг)/iu;

/** Finds every quantity of a text, from left to right. */
export function findNumbers(text: string, style: NumberStyle): readonly FoundNumber[] {
  const cleaned = withoutNames(text);
  const digits = style.groupsByBlank ? `${TIGHT}|${LOOSE}` : TIGHT;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\d.,·])([−-]?(?:${digits}|\d+)(?:[.,]\d+)?|(?<!\d)[.,]\d+)(${PERCENT})?`,
    'giu',
  );
  const found: FoundNumber[] = [];
  for (const match of cleaned.matchAll(pattern)) {
    const [whole, written = '', percent] = match;
    const start = match.index;
    const end = start + whole.length;
    // A minus directly behind a digit or letter is a dash of a range.
    const isDash = /^[−-]/.test(written) && /[\d\p{L}%$]\s?$/u.test(cleaned.slice(0, start));
    const parsed = parseDigits(isDash ? written.slice(1) : written, style);
    if (!parsed) continue;
    const before = cleaned.slice(0, start);
    const after = cleaned.slice(end);
    found.push({
      ...parsed,
      text: (isDash ? whole.slice(1) : whole).trim(),
      start: isDash ? start + 1 : start,
      end,
      isPercent: percent !== undefined,
      isRangeEnd: isDash || isInRange(before, after),
      isYear: percent === undefined && isYear(written, after),
      currency: currencyOf(before, after),
    });
  }
  return spreadPercent(found, cleaned);
}

const RANGE_BEFORE =
  /\d%?\s?(?:[–—-]|\.\.\.?|…)\s?[$€₸]?$|(?:\bfrom|\bbetween|(?<!\p{L})от|(?<!\p{L})с)\s[$€₸]?[\d.,]+\s?%?\s(?:to|and|до|по)\s[$€₸]?$|\d\s(?:to|до)\s$/iu;
const RANGE_AFTER = /^\s?%?\s?(?:[–—-]|\.\.\.?|…)\s?[$€₸]?\d|^\s(?:to|до)\s[$€₸]?\d/iu;

const isInRange = (before: string, after: string) =>
  RANGE_BEFORE.test(before) || RANGE_AFTER.test(after);

const isYear = (written: string, after: string) =>
  (/^(?:19|20)\d{2}$/.test(written) &&
    !/^\s?(?:women|men|people|child|resp|женщ|чел|дет|семей|әйел|адам|бала|отбас)/iu.test(after)) ||
  (/^\d{4}$/.test(written) && YEAR_AFTER.test(after));

function currencyOf(before: string, after: string): string | null {
  const sign = MONEY_BEFORE.exec(before)?.[0].trim() ?? MONEY_AFTER.exec(after)?.[1];
  if (!sign) return null;
  if (/\$|usd|dollar|долл/iu.test(sign)) return 'USD';
  return /€|eur|евро/iu.test(sign) ? 'EUR' : 'KZT';
}

/** “10 or 20 %”, “10–20 %”: the sign stands once and holds for both. */
function spreadPercent(found: FoundNumber[], text: string): FoundNumber[] {
  return found.map((number, index) => {
    const next = found[index + 1];
    if (number.isPercent || !next?.isPercent) return number;
    const between = text.slice(number.end, next.start);
    return /^\s?[–—-]\s?$/.test(between) ? { ...number, isPercent: true } : number;
  });
}
