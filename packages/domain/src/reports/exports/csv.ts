import { ByteWriter } from './byte-writer.ts';
import {
  type DataColumn,
  type DataTable,
  type DataVariable,
  MISSING_CODES,
  MISSING_REASONS,
} from './data-table.ts';
import { LONG, shortCells } from './short-cells.ts';

const MISSING_TEXTS = ['', ...MISSING_REASONS.map((reason) => MISSING_CODES[reason].stata)];
const COMMA = 0x2c;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/**
 * A table as CSV (RFC 4180: commas, quotes where needed, CR LF; UTF-8 without a mark): the names of
 * the variables, then the rows; codes, not labels. A missing number is `.a` to `.g`, so that nobody
 * takes the mean of −99 by accident; a missing text is empty. Months are `2022-06`.
 */
export function* writeCsv(table: DataTable): Generator<Uint8Array> {
  const { columns, variables, rows } = table;
  const out = new ByteWriter();
  variables.forEach(({ name }, place) => {
    if (place > 0) out.u8(COMMA);
    out.text(quoted(name));
  });
  out.text('\r\n');
  const longCells = columns.map((column, place) => longCellWriter(column, variables[place]!, out));
  const last = columns.length - 1;
  const isPlain = (place: number) => variables[place]!.kind !== 'month';
  for (const { from, until, cells } of shortCells(columns, rows, isPlain)) {
    let at = 0;
    for (let row = from; row < until; row += 1) {
      for (let place = 0; place <= last; place += 1) {
        const after = place < last ? COMMA : CARRIAGE_RETURN;
        const cell = cells[at]!;
        at += 1;
        if (cell !== LONG) out.short(cell, after);
        else {
          longCells[place]!(row);
          out.u8(after);
        }
      }
      out.u8(LINE_FEED);
      if (out.isFull) yield out.take();
    }
  }
  yield out.take();
}

/** Writes what does not fit in a short cell. */
function longCellWriter(
  column: DataColumn,
  { kind }: DataVariable,
  out: ByteWriter,
): (row: number) => void {
  if (column.kind === 'texts') {
    const { values, absent } = column;
    return (row) => {
      if (absent[row] === 0) out.text(quoted(values[row]!));
    };
  }
  const { values, absent } = column;
  return (row) => {
    const code = absent[row]!;
    if (code !== 0) out.text(MISSING_TEXTS[code]!);
    else if (kind === 'month') out.text(writtenMonth(values[row]!));
    else out.text(String(values[row]!));
  };
}

/** `2022-06` for months since January 1960. */
export function writtenMonth(months: number): string {
  const year = 1960 + Math.floor(months / 12);
  const month = ((months % 12) + 12) % 12;
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
