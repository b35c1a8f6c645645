import { utf8Length, writeUtf8 } from '../../exports/utf8.ts';
import { checkReport, type Finding, readReportFile } from '../index.ts';

/** What the check finds in a text. */
export function check(content: string, name = 'report.md'): readonly Finding[] {
  const read = readReportFile({ name, bytes: utf8(content) });
  if (read.kind !== 'read') throw new Error(read.reason);
  return checkReport(read.document);
}

/** Line, reading, what is printed, what was recomputed. */
export const told = (content: string) =>
  check(content).map(({ line, reading, printed, recomputed }) => [
    line,
    reading,
    printed,
    recomputed,
  ]);

/** Rows of a Markdown table of four columns, the head first. */
export const table = (...rows: string[]) =>
  rows.map((row, at) => (at === 0 ? `${row}\n|---|---|---|---|` : row)).join('\n');

function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  writeUtf8(text, bytes, 0);
  return bytes;
}
