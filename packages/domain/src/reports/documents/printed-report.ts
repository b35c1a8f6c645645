import type { Language } from '../../text/index.ts';
import type { Citation } from '../report.ts';
import type { PrintedTable } from './printed-table.ts';

/** One chart as a picture with its words. */
export interface PrintedFigure {
  readonly kind: 'figure';
  readonly id: string;
  /** `Figure 3`, in the language's order. */
  readonly label: string;
  readonly number: number;
  readonly title: string;
  readonly base: string;
  /** A whole SVG document. */
  readonly svg: string;
  /** Points across at most; the height follows from the picture. */
  readonly width: number;
  /** Width over height. */
  readonly ratio: number;
  /** The figure in words, for those who cannot see it; never empty. */
  readonly alt: string;
  readonly notes: readonly string[];
}

export interface PrintedParagraph {
  readonly kind: 'paragraph';
  readonly id: string;
  readonly text: string;
}

export interface PrintedSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: ReadonlyArray<PrintedTable | PrintedFigure | PrintedParagraph>;
}

/** A part of the running foot: words, or a number that only the finished pages know. */
export type FootPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'page' | 'pages' };

/**
 * A report ready for paper: every text resolved, every number written, every chart drawn, columns measured. PDF and DOCX are
 * made from this and decide nothing about words or numbers.
 */
export interface PrintedReport {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Said on the cover and on every page. */
  readonly banners: readonly string[];
  /** What the cover tells: how many answers, which questionnaires, which wave, which program. */
  readonly cover: ReadonlyArray<{ readonly label: string; readonly values: readonly string[] }>;
  readonly contents: string;
  /** What kind of document it is, for its properties. */
  readonly subject: string;
  readonly foot: readonly FootPart[];
  /** What the numbers rest on beside their base: the day of the data, the questionnaires, the program. Under every table and figure. */
  readonly receipt: string;
  /** Words in another language, wherever they stand. */
  readonly citations: readonly Citation[];
  readonly sections: readonly PrintedSection[];
}
