import { Problem } from '@tirek/domain/problem';
import type { ImportTable } from '@tirek/domain/surveys/answer-import';
import { readSheets, type SheetRows } from '../../table-files/read-sheets.ts';

/**
 * Reads a CSV or XLSX file into tables of trimmed text. The first row that is not empty names the columns.
 * @throws Problem as `readSheets`
 */
export async function readTableFile(name: string, content: Buffer): Promise<ImportTable[]> {
  const sheets = await readSheets(name, content, { areRowsEven: true });
  const tables = sheets.flatMap((sheet) => tableOf(sheet) ?? []);
  if (tables.length === 0) throw new Problem('file-empty', { file: name });
  return tables;
}

function tableOf({ name, rows }: SheetRows): ImportTable | null {
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
