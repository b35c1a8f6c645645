import { Problem } from '@tirek/domain/problem';
import { CsvError, parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { readZipPart, zipDirectory } from './zip-directory.ts';

/** Largest uploaded file, in bytes. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** A workbook is a zip: more than this unpacked is refused before it is unpacked. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
/** The list of sheets is small. */
const MAX_LIST_BYTES = 4 * 1024 * 1024;
const ZIP_MAGIC = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** What Excel wrote until 2003, and what it puts around a workbook with a password (MS-CFB, 2.2). */
const COMPOUND_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** A sheet of a workbook, or the one table of a CSV file: every cell as trimmed text. */
export interface SheetRows {
  /** Name of the sheet, or of the file without its ending. */
  readonly name: string;
  readonly isHidden: boolean;
  /** `line`: line (CSV) or row (XLSX) in the file, from 1; a quoted line break may make a row longer than a line. */
  readonly rows: ReadonlyArray<{ readonly cells: string[]; readonly line: number }>;
}

interface ReadOptions {
  /** Whether every row of a CSV file must have as many cells as the first. */
  readonly areRowsEven: boolean;
}

/**
 * Reads a CSV or XLSX file. CSV: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1251, as spreadsheets of the region write them.
 * Of a formula its last result is read.
 * @throws Problem `file-unreadable`, `file-locked`, `file-too-old`, `file-empty`, `file-row-uneven` and `file-quote-alone`, all with
 *   `file`, the last two with `line`; `payload-too-large`.
 */
export async function readSheets(
  name: string,
  content: Buffer,
  options: ReadOptions,
): Promise<SheetRows[]> {
  if (content.length > MAX_FILE_BYTES) throw new Problem('payload-too-large');
  if (content.length === 0) throw new Problem('file-empty', { file: name });
  if (content.subarray(0, 8).equals(COMPOUND_MAGIC)) {
    throw new Problem(content.includes(ENCRYPTED) ? 'file-locked' : 'file-too-old', { file: name });
  }
  return content.subarray(0, 4).equals(ZIP_MAGIC)
    ? await readXlsx(name, content)
    : [readCsv(name, content, options)];
}

async function readXlsx(name: string, content: Buffer): Promise<SheetRows[]> {
  const parts = zipDirectory(content);
  if (parts === null) throw new Problem('file-unreadable', { file: name });
  const size = parts.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (size > MAX_UNPACKED_BYTES) throw new Problem('payload-too-large');
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(content);
  } catch {
    throw new Problem('file-unreadable', { file: name });
  }
  const list = parts.find((part) => part.name === 'xl/workbook.xml');
  const hidden = hiddenSheets((list && readZipPart(content, list, MAX_LIST_BYTES)) ?? '');
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    isHidden: hidden.has(sheet),
    rows: data.map((cells, index) => ({ cells: cells.map(cellText), line: index + 1 })),
  }));
}

/** The names of sheets that their author hid (ECMA-376, 18.2.19). */
function hiddenSheets(list: string): ReadonlySet<string> {
  const tags = [...list.matchAll(/<sheet\s[^>]*>/gu)].map(([tag]) => tag);
  return new Set(
    tags
      .filter((tag) => /\sstate="(hidden|veryHidden)"/u.test(tag))
      .map((tag) => unescaped(/\sname="([^"]*)"/u.exec(tag)?.[1] ?? '')),
  );
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');

function readCsv(name: string, content: Buffer, { areRowsEven }: ReadOptions): SheetRows {
  const text = decode(content);
  if (text.includes('\0')) throw new Problem('file-unreadable', { file: name });
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: !areRowsEven,
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
  return { name: name.replace(/\.[^.]+$/, ''), isHidden: false, rows };
}

/** A cell of a workbook as the text a person sees: whole numbers without a point, dates as `YYYY-MM-DD`. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** UTF-16 where it says so ("Unicode text" of Excel), UTF-8 where it is valid, else Windows-1251, which older Excel writes here. */
function decode(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(content);
  }
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
