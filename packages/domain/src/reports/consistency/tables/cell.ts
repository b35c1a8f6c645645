import { type NumberStyle, parseDigits } from '../numbers/number-style.ts';
import type { PrintedNumber } from '../numbers/printed-number.ts';

/** What one cell of a table says. */
export type Cell =
  | { readonly kind: 'empty' }
  /** A dash or the like where a number could stand. */
  | { readonly kind: 'none' }
  /** `–*`, `*`, `<5`: a number that is there and not told, so that nothing it is part of can be added up. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'text' }
  | ({ readonly kind: 'number'; readonly isPercent: boolean } & PrintedNumber)
  /** `12 (3.4)`: two numbers; `isSpread` for `4.1 ± 0.5`. */
  | {
      readonly kind: 'pair';
      readonly first: PrintedNumber & { readonly isPercent: boolean };
      readonly second: PrintedNumber & { readonly isPercent: boolean };
      readonly isSpread: boolean;
    }
  /** `23 (2/2%)`: a count with something that is no number where its percentage should be. */
  | { readonly kind: 'misprint'; readonly first: PrintedNumber; readonly written: string };

const NUMBER = String.raw`[−-]?(?:\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+|[\d.,]*\d)`;
const ALONE = new RegExp(`^(${NUMBER})\\s?(%)?$`, 'u');
const PAIR = new RegExp(`^(${NUMBER})\\s?(%)?\\s?[([]\\s?(${NUMBER})\\s?(%)?\\s?[)\\]]?$`, 'u');
const SLASHED = new RegExp(`^(${NUMBER})\\s?(%)?\\s?[/;|]\\s?(${NUMBER})\\s?(%)$`, 'u');
const SPREAD = new RegExp(`^(${NUMBER})\\s?(?:±|\\+/-)\\s?(${NUMBER})$`, 'u');
const MISPRINT = new RegExp(`^(${NUMBER})\\s?[([]\\s?(\\d+[^\\d\\s.,]\\d*)\\s?%\\s?[)\\]]?$`, 'u');
const NOTED = new RegExp(`^(${NUMBER})\\s?[([][^)\\]]*\\p{L}[^)\\]]*[)\\]]$`, 'u');
const FOOTNOTE = /(?<=[\d%)\]])\s?(?:[*†‡§]+|[ᵃ-ᵛ¹²³⁴⁵⁶⁷⁸⁹]+|\[\w\])$/u;
const NONE = /^(?:[-–—―.…·]+|n\/?a|н\/?д|x|х|ж\/?қ)$/iu;
const HIDDEN = /^(?:[-–—]?\s?\*|[<≤]\s?\d{1,2})$/u;

/** Reads one cell in the style of its report. */
export function readCell(written: string, style: NumberStyle): Cell {
  const text = written.trim().replace(FOOTNOTE, '');
  if (text === '') return { kind: 'empty' };
  if (NONE.test(text)) return { kind: 'none' };
  if (HIDDEN.test(text)) return { kind: 'hidden' };
  const number = (digits: string | undefined, percent?: string) => {
    const parsed = digits === undefined ? null : parseDigits(digits, style);
    return parsed && { ...parsed, isPercent: percent !== undefined };
  };
  const alone = ALONE.exec(text);
  if (alone) {
    const value = number(alone[1], alone[2]);
    return value ? { kind: 'number', ...value } : { kind: 'text' };
  }
  const spread = SPREAD.exec(text);
  if (spread) return pair(number(spread[1]), number(spread[2]), true);
  const double = PAIR.exec(text) ?? SLASHED.exec(text);
  if (double) return pair(number(double[1], double[2]), number(double[3], double[4]), false);
  const misprint = MISPRINT.exec(text);
  const counted = misprint && number(misprint[1]);
  if (misprint && counted) return { kind: 'misprint', first: counted, written: misprint[2] ?? '' };
  const noted = NOTED.exec(text);
  const value = noted && number(noted[1]);
  return value ? { kind: 'number', ...value } : { kind: 'text' };
}

function pair(
  first: (PrintedNumber & { isPercent: boolean }) | null,
  second: (PrintedNumber & { isPercent: boolean }) | null,
  isSpread: boolean,
): Cell {
  return first && second ? { kind: 'pair', first, second, isSpread } : { kind: 'text' };
}

/** A whole number of people or things. */
export const isCount = (number: PrintedNumber & { readonly isPercent: boolean }) =>
  number.decimals === 0 && !number.isPercent && number.value >= 0;
