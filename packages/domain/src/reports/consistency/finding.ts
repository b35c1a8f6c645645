import type { Params } from '../../text/index.ts';

/**
 * How sure a finding is. `certain`: the printed figures contradict each other, whatever was meant. `likely`: they do
 * unless the report leaves something unsaid. `possible`: worth a look.
 */
export const CERTAINTIES = ['certain', 'likely', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** What explains a finding; the catalogue `consistency` has a sentence for each. */
export const READINGS = [
  'percent-wrong',
  'percent-cut-off',
  'percent-rounded-twice',
  'percent-other-base',
  'percent-other-count',
  'percent-digits-swapped',
  'percent-decimal-shifted',
  'percent-misprint',
  'percent-impossible',
  'percent-over',
  'part-larger',
  'counted-twice',
  'sum-missed',
  'sum-nested',
  'sum-factor',
  'cell-off',
  'percents-short',
  'percents-over',
  'ranges-short',
  'parts-over',
  'parts-over-later',
  'parts-short',
  'rest-wrong',
  'one-in-wrong',
  'base-not-sum',
  'mentions-and-people',
  'sum-of-rounded',
  'text-and-table',
  'two-values',
  'unit-slip',
  'less-and-more',
  'rate-slip',
  'coding-differs',
  'mean-not-of-shares',
  'mean-impossible',
  'mean-of-counts',
  'spread-impossible',
  'mean-outside',
  'spread-too-large',
  'p-wrong',
  'p-decision',
  'p-one-sided',
  'interval-outside',
  'base-narrower',
  'filter-passed',
  'limits-shared',
  'word-and-percent',
] as const;
export type ReadingCode = (typeof READINGS)[number];

/** One place of a report whose figures do not agree. Figures are written in the report's own style. */
export type Finding = {
  /** Line of the file, from 1: a line of text, a row of a sheet, a paragraph or table row of a DOCX. */
  readonly line: number;
  /** The sheet of a workbook; null for every other kind of file. */
  readonly sheet: string | null;
  /** The words around the figure. */
  readonly passage: string;
  readonly printed: string;
  readonly recomputed: string;
  readonly reading: ReadingCode;
  readonly params: Params;
  readonly certainty: Certainty;
  /** Other lines the finding leans on. */
  readonly see: readonly number[];
};
