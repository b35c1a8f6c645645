import type { Row } from '../report.ts';

/** What stands in one cell of paper. */
export interface PrintedCell {
  /** One line, or two where a count stands above its share. */
  readonly lines: readonly string[];
  /** Length of the bar beside the number, 0 to 100; null without one. */
  readonly bar: number | null;
}

export interface PrintedColumn {
  readonly label: string;
  /** `a`, `b` ... of its footnote, or nothing. */
  readonly mark: string;
  readonly isText: boolean;
}

export interface PrintedRow {
  readonly label: string;
  /** Of a footnote, where the table was turned and its columns became rows. */
  readonly mark: string;
  readonly detail: string;
  readonly role: Row['role'];
  readonly cells: readonly PrintedCell[];
}

export interface PrintedTable {
  readonly kind: 'table';
  readonly id: string;
  /** `Table 3`, in the language's order. */
  readonly label: string;
  readonly number: number;
  readonly title: string;
  readonly base: string;
  readonly rowHead: string;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly PrintedRow[];
  readonly notes: readonly string[];
  readonly fit: Fit;
}

/** How a table is set: its type size and the width of each column, the labels first, all in points. */
export interface Fit {
  readonly size: number;
  readonly widths: readonly number[];
  /** False when a word is wider than its column all the same. */
  readonly fits: boolean;
}
