import { ABSENCE_CODES, type Absence } from '../../instruments/index.ts';
import type { Language } from '../../text/index.ts';

/** Why a cell holds no value: the reasons an answer can lack, a score that could not be made, a value that is there and not told. */
export type MissingReason = Absence | 'not-scored' | 'withheld';

/** In the order of their codes. A column keeps them as their place in this list plus one; 0 is a value. */
export const MISSING_REASONS = [
  'declined',
  'unknown',
  'not-applicable',
  'not-shown',
  'not-reached',
  'not-scored',
  'withheld',
] as const satisfies readonly MissingReason[];

/** How a missing cell is written: a number in SPSS, an extended missing value in Stata, CSV and workbooks. */
export const MISSING_CODES: Readonly<Record<MissingReason, { spss: number; stata: string }>> = {
  ...ABSENCE_CODES,
  'not-scored': { spss: -94, stata: '.f' },
  withheld: { spss: -93, stata: '.g' },
};

/** A text in the languages it has. */
export type Said = Readonly<Partial<Record<Language, string>>>;

/** One coded value of a variable. */
export type CodedValue = {
  /** A whole number. */
  readonly value: number;
  /** Id of the option, which never changes. */
  readonly id: string;
  /** In the language of the table. */
  readonly label: string;
  readonly labels: Said;
};

/** What a column was made from. */
export type VariableSource =
  | { readonly kind: 'export-id' | 'row' | 'language' | 'received' }
  | { readonly kind: 'answer'; readonly form: string; readonly linkId: string }
  | {
      readonly kind: 'option';
      readonly form: string;
      readonly linkId: string;
      readonly option: string;
    }
  | { readonly kind: 'rows'; readonly form: string; readonly linkId: string }
  | {
      readonly kind: 'score' | 'percent-of-maximum';
      readonly form: string;
      readonly scale: string;
      readonly version: string;
    };

export type DataVariable = {
  /** Valid in SPSS, Stata and R, unique in its table whatever the case (`variable-names.ts`). */
  readonly name: string;
  readonly label: string;
  readonly labels: Said;
  /** The question as it was asked. */
  readonly question: Said;
  /**
   * `number`: any finite number; `coded`: one of `values`; `month`: months since January 1960;
   * `text`: a text, whose absence is an empty cell in SPSS and Stata.
   */
  readonly kind: 'number' | 'coded' | 'month' | 'text';
  /** Digits after the point when shown; nothing is rounded. */
  readonly decimals: number;
  readonly measure: 'nominal' | 'ordinal' | 'scale';
  readonly values: readonly CodedValue[];
  /** Reasons that may stand in place of a value, in the order of `MISSING_REASONS`. */
  readonly missing: readonly MissingReason[];
  /** What it gives away: `key` helps to recognise a person, `sensitive` is what must not be learnt of her. */
  readonly exposure: 'key' | 'sensitive' | 'none';
  readonly source: VariableSource;
};

/** `absent[i]` is 0 where row i has a value, else the place of its reason in `MISSING_REASONS` plus one. */
export type NumberColumn = {
  readonly kind: 'numbers';
  /** The narrowest in which all of them fit. */
  readonly values: Float64Array | Int16Array | Int8Array;
  readonly absent: Uint8Array;
};
export type TextColumn = {
  readonly kind: 'texts';
  readonly values: readonly string[];
  readonly absent: Uint8Array;
};
export type DataColumn = NumberColumn | TextColumn;

/** One file of data: as many columns as variables, all of the same length. */
export type DataTable = {
  /** File name without its ending. */
  readonly name: string;
  /** What one row is, and of what. */
  readonly titles: Said;
  readonly language: Language;
  readonly variables: readonly DataVariable[];
  readonly columns: readonly DataColumn[];
  readonly rows: number;
};

/** What one row is, in the language of the table. */
export const titleOf = ({ titles, language, name }: DataTable) => titles[language] ?? name;

/** What a missing cell is called, in the language of the table. */
export type MissingLabels = Readonly<Record<MissingReason, string>>;

/** The reason kept as a code in a column's `absent`; null for 0. */
export function reasonOf(code: number): MissingReason | null {
  return code === 0 ? null : (MISSING_REASONS[code - 1] ?? null);
}
