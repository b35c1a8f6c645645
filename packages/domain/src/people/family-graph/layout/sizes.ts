import type { GraphPerson, Union } from '../family-graph.ts';

/** Units of the drawing; a unit is a pixel at the size it was made for. */
export const SYMBOL = 44;
export const HALF_SYMBOL = SYMBOL / 2;
export const NAME_SIZE = 13;
export const NOTE_SIZE = 11;
export const NAME_LINE = 16;
export const NOTE_LINE = 14;
/** Between a symbol and the name below it. */
export const LABEL_GAP = 5;
/** Names are broken at blanks when they are wider. */
export const NAME_WIDTH = 104;
export const UNION_SIZE = 11;
export const UNION_LINE = 13;
export const MARGIN = 14;

/** What is written beside symbols and lines; names come from whoever may read them. */
export type GenogramWords = {
  readonly name: (person: string) => string;
  /** Years of a life, and what else stands below the name. */
  readonly notes: (person: GraphPerson) => readonly string[];
  /** Kind of a union, and its years; an empty text is not written. */
  readonly union: (union: Union) => readonly [kind: string, years: string];
  readonly care: (care: { kind: 'guardianship' | 'kin-care' }) => string;
};

export type Point = readonly [x: number, y: number];

/** How far from its middle a symbol reaches to the side, at a height above or below the middle. */
export function reach(sex: GraphPerson['sex'], height: number): number {
  if (sex === 'male') return HALF_SYMBOL;
  if (sex === 'female') return Math.sqrt(Math.max(0, HALF_SYMBOL ** 2 - height ** 2));
  return Math.max(0, HALF_SYMBOL - Math.abs(height));
}
