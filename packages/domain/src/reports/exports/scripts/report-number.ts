import type { Row, Table } from '../../report.ts';
import type { DataTable, DataVariable } from '../data-table.ts';

export const STATISTICS = [
  'count',
  'percent-of-all',
  'valid-percent',
  'n',
  'mean',
  'sd',
  'median',
  'lower-quartile',
  'upper-quartile',
  'minimum',
  'maximum',
  'missing',
  'mean-low',
  'mean-high',
  'percent-of-mentions',
  'respondents',
  'percent-of-respondents',
  'asked',
  'unanswered',
  'percent-unanswered',
  'cases',
  'all-cases',
  'cumulative',
  'none',
  'percent-none',
  'sum',
  'sum-of',
  'mentions',
  'all-mentions',
] as const;

/** A number of the report and how it is computed from the files. */
export type ReportNumber = {
  /** Table of the report, and where in it the number stands: `interval.low` for a limit, `column.percent` for a share. */
  readonly from: string;
  readonly cell: { readonly row: string; readonly column: string };
  /** Data file and variable. */
  readonly data: string;
  readonly variable: string;
  /** Only rows at this place of a respondent's list. */
  readonly row: number | null;
  readonly statistic: (typeof STATISTICS)[number];
  /** The code that is counted (`3`, or `.a` for a missing one; `20:25` from 20 to below 25); null for other statistics. */
  readonly code: string | null;
  /** Points in place of codes, as a scale counts an item; null where codes count as they are. */
  readonly points: ReadonlyMap<number, number> | null;
  readonly value: number;
  /** Other variables of the file that it rests on. */
  readonly also?: readonly string[];
};

export type Place = { readonly data: DataTable; readonly variable: DataVariable };

/** The count or percentage of a code, where the report has it. */
export function counted(
  { data, variable }: Place,
  given: {
    table: Table;
    found: Row;
    code: string;
    statistic: ReportNumber['statistic'];
    cell: number;
  },
): ReportNumber[] {
  const { table, found, code, statistic } = given;
  const value = found.cells[given.cell];
  const id = table.columns[given.cell]?.id ?? '';
  // A share stands with its count.
  const isShare = typeof value === 'object' && value !== null && 'count' in value;
  const shared = isShare ? (statistic === 'count' ? value.count : value.percent) : value;
  if (typeof shared !== 'number') return [];
  const part = statistic === 'count' ? 'count' : 'percent';
  const cell = { row: found.id, column: isShare ? `${id}.${part}` : id };
  const common = { from: table.id, cell, data: data.name, variable: variable.name, row: null };
  return [{ ...common, statistic, code, points: null, value: shared }];
}
