import type { Paragraph, ReportDocument, ReportTable, TableRow } from './report-document.ts';

type Line = { readonly text: string; readonly number: number };

/** Reads plain text and Markdown: tables of pipes, of tabs and of aligned columns; the rest as paragraphs. */
export function readText(text: string): ReportDocument {
  const lines = withoutRunningHeads(linesOf(text));
  const blocks: (Paragraph | ReportTable)[] = [];
  let prose: Line[] = [];
  let title: string | null = null;
  const endProse = () => {
    const last = prose.at(-1);
    if (last) title = last.text.replace(/^#+\s*/, '').trim();
    if (prose.length > 0) blocks.push(joinLines(prose));
    prose = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const table = readTable(lines, at);
    if (table) {
      endProse();
      blocks.push({ kind: 'table', title, rows: table.rows, sheet: null });
      title = null;
      at = table.end;
      continue;
    }
    if (line.text.trim() === '') endProse();
    else {
      if (STARTS_ANEW.test(line.text)) endProse();
      prose.push(line);
      if (/^#/.test(line.text)) endProse();
    }
    at++;
  }
  endProse();
  return { blocks };
}

/** Lines without marks; between fences (```) only what looks like a table is kept, for the rest is code. */
function linesOf(text: string): Line[] {
  let isFenced = false;
  return text.split(/\r?\n/).map((line, index) => {
    const number = index + 1;
    if (/^\s*(?:```|~~~)/.test(line)) {
      isFenced = !isFenced;
      return { text: '', number };
    }
    const isCode = isFenced && !/[|\t]|\S {2,}\S/.test(line);
    return { text: isCode ? '' : tidy(line), number };
  });
}

const STARTS_ANEW = /^\s*(?:#{1,6}\s|[-*•–]\s|\d{1,2}[.)]\s)/;

/** Marks of emphasis and escapes say nothing about numbers. */
const tidy = (line: string) =>
  line
    .replace(/\f/g, '')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(/\*\*|__|`|(?<![\p{L}\d*])\*(?=\S)|(?<=[\p{L}.,;:!?])\*(?![\p{L}\d*])/gu, '')
    .replace(/\\([$%*_|#~&[\]()])/g, '$1');

/** A line that stands alone again and again is the head of a page; it would tear sentences and tables in two. */
function withoutRunningHeads(lines: readonly Line[]): readonly Line[] {
  const seen = new Map<string, number>();
  const isAlone = (index: number) =>
    (lines[index - 1]?.text ?? '').trim() === '' && (lines[index + 1]?.text ?? '').trim() === '';
  lines.forEach(({ text }, index) => {
    const said = text.trim();
    if (said !== '' && said.length < 80 && !/[|\t]/.test(said) && isAlone(index))
      seen.set(said, (seen.get(said) ?? 0) + 1);
  });
  return lines.map((line, index) =>
    (seen.get(line.text.trim()) ?? 0) >= 3 && isAlone(index) ? { ...line, text: '' } : line,
  );
}

function joinLines(lines: readonly Line[]): Paragraph {
  let text = '';
  const starts: { at: number; line: number }[] = [];
  for (const line of lines) {
    if (text !== '') text += ' ';
    starts.push({ at: text.length, line: line.number });
    text += line.text.trim();
  }
  return { kind: 'paragraph', text, starts };
}

type ReadTable = { readonly rows: TableRow[]; readonly end: number };

const PARTED_BY: readonly ((line: string) => string[] | null)[] = [cutPipes, cutTabs, cutBlanks];

/** The table that begins on a line, or null. */
function readTable(lines: readonly Line[], start: number): ReadTable | null {
  for (const cut of PARTED_BY) {
    const rows: TableRow[] = [];
    let at = start;
    for (; at < lines.length; at++) {
      const { text, number } = lines[at] as Line;
      if (isRule(text) && (rows.length > 0 || cutOrNull(lines[at + 1], cut))) continue;
      const cells = cut(text);
      if (!cells) break;
      rows.push({ line: number, cells });
    }
    if (cut === cutBlanks ? isAligned(rows) : rows.length > 0 && rows.some(hasNumberOrTwo))
      return { rows, end: at };
  }
  return null;
}

const cutOrNull = (line: Line | undefined, cut: (text: string) => string[] | null) =>
  line ? cut(line.text) : null;

/** `|---|:--:|`, `+---+---+`, a row of dashes: drawn, not said. */
const isRule = (text: string) => /^[\s|+:=─━┼├┤┬┴┌┐└┘-]{3,}$/.test(text) && /[-=─━]/.test(text);

function cutPipes(line: string): string[] | null {
  if (!/[|│]/.test(line)) return null;
  const inner = line.trim().replace(/^[|│]/, '').replace(/[|│]$/, '');
  const cells = inner.split(/[|│]/).map((cell) => cell.trim());
  return cells.length > 1 || /^\s*[|│].*[|│]\s*$/.test(line) ? cells : null;
}

function cutTabs(line: string): string[] | null {
  return line.includes('\t') && line.trim() !== ''
    ? line
        .replace(/^ +/, '')
        .split('\t')
        .map((cell) => cell.trim())
    : null;
}

/** Cells parted by two blanks or more; the first of them must carry a word or be the only one. */
function cutBlanks(line: string): string[] | null {
  const cells = line.trim().split(/ {2,}/);
  return cells.length > 1 && line.length < 400 ? cells : null;
}

const hasNumberOrTwo = ({ cells }: TableRow) => cells.length > 1;

/** Text that happens to hold double blanks is no table: rows must agree in length and end in figures. */
function isAligned(rows: readonly TableRow[]): boolean {
  const figures = rows.filter(({ cells }) =>
    cells.slice(1).every((cell) => /^[-–(~<>]?[$€]?\d|^[-–]$/.test(cell)),
  );
  if (figures.length < 2) return false;
  const width = figures[0]?.cells.length ?? 0;
  return figures.filter(({ cells }) => cells.length === width).length >= figures.length * 0.7;
}
