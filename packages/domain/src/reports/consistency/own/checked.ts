import { formatCell } from '../../format-cell.ts';
import type { Cell, Column, Report, Row, Table } from '../../report.ts';
import { reportTexts } from '../../report-texts.ts';

/** A figure of a report that is not what the rest of the report makes it. */
export type Discrepancy = {
  /** Where it stands, in the report's language: a table and its row, or the words around it. */
  readonly place: string;
  readonly printed: string;
  readonly recomputed: string;
};

/** How many figures were computed again by one kind of check, those that came out otherwise, and where they came out the same. */
export type Checked = {
  readonly done: number;
  readonly wrong: readonly Discrepancy[];
  /** Rows of tables, as `placeOf` tells them. */
  readonly right: readonly string[];
};

export const NOTHING_CHECKED: Checked = { done: 0, wrong: [], right: [] };

/** What the figures of a table are written with. */
export type Pen = (cell: Cell, column: Pick<Column, 'kind' | 'decimals'>) => string;

export function penOf({ language }: Pick<Report, 'language'>): Pen {
  const speech = { t: reportTexts(language), language };
  return (cell, column) => formatCell(cell, column, speech);
}

export const placeOf = (table: Table, row: Row) => `${table.number}. ${table.title}: ${row.label}`;

/** Several checks of one kind together. */
export function together(parts: readonly Checked[]): Checked {
  return {
    done: parts.reduce((sum, { done }) => sum + done, 0),
    wrong: parts.flatMap(({ wrong }) => wrong),
    right: parts.flatMap(({ right }) => right),
  };
}

/** Numbers of a report are not rounded: what was computed twice differs by less. */
const SLACK = 1e-7;

export const isSame = (a: number, b: number) => Math.abs(a - b) <= SLACK * Math.max(1, Math.abs(b));

/** The number in a cell; null for every other kind of cell. */
export const numberIn = (row: Row, place: number): number | null => {
  const cell = row.cells[place];
  return typeof cell === 'number' ? cell : null;
};
