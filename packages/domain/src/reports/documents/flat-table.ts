import { isHidden } from '../hidden-cell.ts';
import type { Cell, Column, Row, Table } from '../report.ts';
import type { ReportTexts } from '../report-texts.ts';

/** A column of a spreadsheet: one value a cell, all of one kind. */
export interface FlatColumn {
  readonly label: string;
  /** `percent` runs from 0 to 100. */
  readonly kind: 'text' | 'count' | 'number' | 'percent';
  /** Digits after the decimal sign when shown; the value itself is not rounded. */
  readonly decimals: number;
}

export interface FlatRow {
  readonly id: string;
  readonly role: Row['role'];
  /** One for each column; null where there is nothing. */
  readonly values: ReadonlyArray<string | number | null>;
}

/** A table for machines: shares and intervals are taken apart, and every row tells its own base. */
export interface FlatTable {
  readonly columns: readonly FlatColumn[];
  readonly rows: readonly FlatRow[];
}

type Value = string | number | null;

/** Labels, full questions where there are any, the base of each row, then every column's values one by one. */
export function flattenTable(table: Table, t: ReportTexts): FlatTable {
  const hasDetail = table.rows.some(({ detail }) => detail);
  const hasBase = table.columns.some(({ id }) => id === 'n');
  const text = (label: string): FlatColumn => ({ label, kind: 'text', decimals: 0 });
  return {
    columns: [
      text(table.rowHead),
      ...(hasDetail ? [text(t('flat.detail'))] : []),
      ...(hasBase ? [] : [{ label: t('flat.base'), kind: 'count' as const, decimals: 0 }]),
      ...table.columns.flatMap((column) => flatColumns(column, t)),
    ],
    rows: table.rows.map(({ id, role, label, detail, n, cells }) => ({
      id,
      role,
      values: [
        label,
        ...(hasDetail ? [detail ?? null] : []),
        ...(hasBase ? [] : [n]),
        ...table.columns.flatMap((column, i) => flatValues(cells[i] ?? null, column, t)),
      ],
    })),
  };
}

function flatColumns({ label, kind, decimals }: Column, t: ReportTexts): FlatColumn[] {
  const part = (name: string) => t('flat.part', { whole: label, part: name });
  switch (kind) {
    case 'share':
      return [
        { label: part(t('flat.count')), kind: 'count', decimals: 0 },
        { label: part(t('flat.percent')), kind: 'percent', decimals },
      ];
    case 'interval':
    case 'percent-interval': {
      const flat = kind === 'interval' ? 'number' : 'percent';
      return [
        { label: part(t('flat.low')), kind: flat, decimals },
        { label: part(t('flat.high')), kind: flat, decimals },
      ];
    }
    // In a file a p-value stands whole: nobody must read 0 where there is a small one.
    case 'p-value':
      return [{ label, kind: 'number', decimals: 6 }];
    case 'words':
      return [{ label, kind: 'text', decimals }];
    default:
      return [{ label, kind, decimals }];
  }
}

/** As many values as `flatColumns` has columns, also where the cell is empty or says in words why it is. */
function flatValues(cell: Cell, { kind }: Column, t: ReportTexts): Value[] {
  const isPair = kind === 'share' || kind === 'interval' || kind === 'percent-interval';
  if (cell === null) return isPair ? [null, null] : [null];
  if (isHidden(cell)) return Array<Value>(isPair ? 2 : 1).fill(t('hidden.mark'));
  if (typeof cell !== 'object') return isPair ? [cell, null] : [cell];
  return 'low' in cell ? [cell.low, cell.high] : [cell.count, cell.percent];
}
