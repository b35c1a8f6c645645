import { ByteWriter } from './byte-writer.ts';
import {
  type DataColumn,
  type DataTable,
  type DataVariable,
  MISSING_CODES,
  MISSING_REASONS,
} from './data-table.ts';

const MISSING_TEXTS = ['', ...MISSING_REASONS.map((reason) => MISSING_CODES[reason].stata)];
const COMMA = 0x2c;

/**
 * A table as CSV (RFC 4180: commas, quotes where needed, CR LF; UTF-8 without a mark): the names of
 * the variables, then the rows; codes, not labels. A missing number is `.a` to `.g`, so that nobody
 * takes the mean of −99 by accident; a missing text is empty. Months are `2022-06`.
 */
export function* writeCsv(table: DataTable): Generator<Uint8Array> {
  const out = new ByteWriter();
  table.variables.forEach(({ name }, place) => {
    if (place > 0) out.u8(COMMA);
    out.text(quoted(name));
  });
  out.text('\r\n');
  const writers = table.columns.map((column, place) =>
    cellWriter(column, table.variables[place]!, out),
  );
  for (let row = 0; row < table.rows; row += 1) {
    for (let place = 0; place < writers.length; place += 1) {
      if (place > 0) out.u8(COMMA);
      writers[place]!(row);
    }
    out.text('\r\n');
    if (out.isFull) yield out.take();
  }
  yield out.take();
}

function cellWriter(
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
    else out.decimal(values[row]!);
  };
}

/** `2022-06` for months since January 1960. */
export function writtenMonth(months: number): string {
  const year = 1960 + Math.floor(months / 12);
  const month = ((months % 12) + 12) % 12;
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
