import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell that names the row. One column has it. */
  readonly isRowHeader?: boolean;
  /** Numbers stand at the end of their cell. */
  readonly isNumber?: boolean;
  /** The cell needs no label on a phone: it speaks for itself. */
  readonly isPlain?: boolean;
  /** The header is read out, not shown (a column of buttons). */
  readonly hasQuietHeader?: boolean;
}

interface DataTableProps<Row> {
  /** Read out, not shown: what the table holds. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** `display: block`, which makes cards of rows on a phone, takes a table's own roles away; these give them back. */
const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A table on a desk, a list of cards on a phone. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <div className={styles.wrap}>
      <table className={styles.table} {...ROLE.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead {...ROLE.rowgroup}>
          <tr {...ROLE.row}>
            {columns.map(({ key, header, isNumber, hasQuietHeader }) => (
              <th
                key={key}
                {...ROLE.columnheader}
                scope="col"
                className={isNumber ? styles.end : undefined}
              >
                {hasQuietHeader ? <VisuallyHidden>{header}</VisuallyHidden> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rowgroup}>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...ROLE.row}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const isEmpty = content === null || content === undefined || content === '';
  const className = column.isNumber ? styles.end : undefined;
  if (column.isRowHeader) {
    return (
      <th {...ROLE.rowheader} scope="row" className={className}>
        {content}
      </th>
    );
  }
  return (
    <td {...ROLE.cell} className={className}>
      {!isEmpty && !column.isPlain && (
        <span className={styles.label} aria-hidden="true">
          {column.header}
        </span>
      )}
      {content}
    </td>
  );
}
