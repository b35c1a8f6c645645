import { Problem } from '@tirek/domain/problem';
import type { ImportTable } from '@tirek/domain/surveys/answer-import';
import { CsvError, parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { unpackedSize } from './unpacked-size.ts';

/** Largest uploaded file, in bytes. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** A workbook is a zip: more than this unpacked is refused before it is unpacked. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
const ZIP_MAGIC = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/**
 * Reads a CSV or XLSX file into tables of trimmed text. CSV: comma, semicolon or tab; UTF-8 or Windows-1251,
 * as spreadsheets of the region write them. The first row names the columns.
 * @throws Problem `file-unreadable`, `file-empty`, `file-row-uneven` and `file-quote-alone`, all with `file`, the last two
 *   with `line`; `payload-too-large`.
 */
export async function readTableFile(name: string, content: Buffer): Promise<ImportTable[]> {
  if (content.length > MAX_FILE_BYTES) throw new Problem('payload-too-large');
  if (content.length === 0) throw new Problem('file-empty', { file: name });
  return content.subarray(0, 4).equals(ZIP_MAGIC)
    ? await readXlsx(name, content)
    : [readCsv(name, content)];
}

async function readXlsx(name: string, content: Buffer): Promise<ImportTable[]> {
  const size = unpackedSize(content);
  if (size === null) throw new Problem('file-unreadable', { file: name });
  if (size > MAX_UNPACKED_BYTES) throw new Problem('payload-too-large');
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(content);
  } catch {
    throw new Problem('file-unreadable', { file: name });
  }
  const tables = sheets.flatMap(({ sheet, data }) => {
    const rows = data.map((cells, index) => ({ cells: cells.map(cellText), line: index + 1 }));
    const table = tableOf(sheet, rows);
    return table ? [table] : [];
  });
  if (tables.length === 0) throw new Problem('file-empty', { file: name });
  return tables;
}

function readCsv(name: string, content: Buffer): ImportTable {
  const text = decode(content);
  if (text.includes('\0')) throw new Problem('file-unreadable', { file: name });
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: false,
      skip_empty_lines: true,
      info: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isUneven = error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH';
    throw new Problem(isUneven ? 'file-row-uneven' : 'file-quote-alone', {
      file: name,
      line: error.lines,
    });
  }
  const rows = records.map(({ record, info }) => ({
    cells: record.map((cell) => cell.trim()),
    line: info.lines,
  }));
  const table = tableOf(name.replace(/\.[^.]+$/, ''), rows);
  if (!table) throw new Problem('file-empty', { file: name });
  return table;
}

function tableOf(name: string, rows: { cells: string[]; line: number }[]): ImportTable | null {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...body] = filled;
  if (!head) return null;
  return {
    name,
    columns: head.cells,
    rows: body.map(({ cells }) => cells),
    lines: body.map(({ line }) => line),
  };
}

/** A cell of a workbook as the text a person sees: whole numbers without a point, dates as `YYYY-MM-DD`. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** UTF-8 where it is valid, else Windows-1251, which older Excel writes in Kazakhstan. */
function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1251').decode(content);
  }
}

/** The separator that the first line has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}
