import type { Language } from '../text/languages.ts';
import type { AskedAbsence } from './answers.ts';

/**
 * A compiled form in one language, as a phone receives it: short keys, strings already resolved,
 * expressions as prefix arrays. Made by `bundleForm`, read by `openForm` only.
 */
export type FormBundle = {
  /** Code and version of the form package. */
  f: [code: string, version: string];
  l: Language;
  /** Title. */
  t: string;
  /** Notice that must be shown with the form. */
  n?: string;
  /** Something in it is an unreviewed draft: every screen carries a watermark. */
  d?: 1;
  /** Reasons for not answering, unless an item has its own. */
  m: AskedAbsence[];
  /** Option lists. */
  o: BundleOption[][];
  /** Signals, each true when what she says may mean danger; what kind of danger is not told. */
  g?: Expression[];
  /** Items in document order; a number elsewhere that points here is a slot. */
  i: BundleItem[];
};

export type BundleOption = [id: string, text: string, exclusive?: 1];

/** g group, p display, b boolean, i integer, n decimal, d date, t text, c choice, m multi-choice, r roster. */
export type BundleType = 'g' | 'p' | 'b' | 'i' | 'n' | 'd' | 't' | 'c' | 'm' | 'r';

export type BundleItem = {
  /** linkId */
  k: string;
  y: BundleType;
  /** Text; a group may have none. */
  x?: string;
  /** Help. */
  h?: string;
  /** Slot of the group or roster it stands in. */
  p?: number;
  /** Enabled when. */
  e?: Expression;
  /** Calculation. */
  c?: Expression;
  /** Number of its option list. */
  o?: number;
  /** Lowest and highest value: numbers, or dates. */
  a?: [min: number | string | null, max: number | string | null];
  /** Most choices, rows, characters or decimals; for a date 4, 7 or 10: the fewest characters. */
  z?: number;
  /** Constraints. */
  q?: BundleConstraint[];
  /** Own reasons for not answering. */
  m?: AskedAbsence[];
  /** Required. */
  r?: 1;
  /** Text of several lines. */
  w?: 1;
  /** Heading of a roster's row, `{n}` for its number. */
  j?: string;
  /** Slot of the integer that suggests a roster's number of rows. */
  s?: number;
};

export type BundleConstraint = [
  severity: 'hard' | 'soft',
  id: string,
  is: Expression,
  text: string,
];

/**
 * A literal, or `[operator, ...operands]`. `['$', slot]` is the value of an item: null while it is hidden or
 * unanswered; `['x', slot]` is whether she declined to answer it. Rosters: `['n' | 'sum' | 'min' | 'max' | 'avg', slot
 * of the roster, value, filter]` over the rows where `filter` is true and `value` is not null.
 */
export type Expression = null | boolean | number | string | Expression[];
