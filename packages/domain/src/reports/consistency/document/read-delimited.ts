import type { ReportDocument, ReportTable, TableRow } from './report-document.ts';

/** Reads CSV or TSV (RFC 4180; comma, semicolon or tab). Empty rows part tables. */
export function readDelimited(text: string): ReportDocument {
  const tables: TableRow[][] = [[]];
  for (const row of rowsOf(text, delimiterOf(text))) {
    if (row.cells.some((cell) => cell !== '')) tables.at(-1)?.push(row);
    else if (tables.at(-1)?.length) tables.push([]);
  }
  return {
    blocks: tables
      .filter((rows) => rows.length > 0)
      .map((rows): ReportTable => ({ kind: 'table', title: null, rows, sheet: null })),
  };
}

function rowsOf(text: string, delimiter: string): TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let started = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ line: started, cells });
    cells = [];
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (letter === '\n') line++;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (letter === delimiter) endCell();
    else if (letter === '\n') {
      endRow();
      started = line;
    } else cell += letter;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** The mark that most of the first lines have in common. A comma between digits may be a decimal comma. */
function delimiterOf(text: string): string {
  const lines = text.split('\n', 20).filter((line) => line.trim() !== '');
  const counts = ['\t', ';', ','].map((mark) => ({
    mark,
    lines: lines.filter((line) => line.includes(mark)).length,
  }));
  return counts.reduce((best, each) => (each.lines > best.lines ? each : best)).mark;
}
