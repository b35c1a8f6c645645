import { strFromU8, unzipSync } from 'fflate';
import { decodeText } from './decode-text.ts';
import { readDelimited } from './read-delimited.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import type { ReportDocument } from './report-document.ts';

export type ReportFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
};

export type ReadReport =
  | { readonly kind: 'read'; readonly document: ReportDocument }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** `pdf`: its text has no order that could be relied on. `other-kind`: neither text nor DOCX nor XLSX. */
export type UnreadableReason = 'empty' | 'too-large' | 'damaged' | 'pdf' | 'other-kind';

/** The largest file that is read, in bytes. */
export const MOST_REPORT_BYTES = 32_000_000;
/** The most that is unpacked from one: a small archive can hold a very large file. */
const MOST_UNPACKED_BYTES = 128_000_000;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const DOCX_BODY = 'word/document.xml';

/** Reads a report from a file of text, Markdown, HTML, CSV, TSV, DOCX or XLSX; what it is, its content tells. */
export function readReportFile({ name, bytes }: ReportFile): ReadReport {
  if (bytes.length > MOST_REPORT_BYTES) return { kind: 'unreadable', reason: 'too-large' };
  if (ZIP.every((byte, index) => bytes[index] === byte)) return readArchive(bytes);
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  if (text.trim() === '') return { kind: 'unreadable', reason: 'empty' };
  if (text.trimStart().startsWith('%PDF-')) return { kind: 'unreadable', reason: 'pdf' };
  if (text.includes('\0')) return { kind: 'unreadable', reason: 'other-kind' };
  return { kind: 'read', document: readerOf(name, text)(text) };
}

function readerOf(name: string, text: string): (text: string) => ReportDocument {
  if (/\.x?html?$/i.test(name) || /^\s*<(?:!doctype|html|\?xml)/i.test(text)) return readHtml;
  return /\.(?:csv|tsv)$/i.test(name) ? readDelimited : readText;
}

function readArchive(bytes: Uint8Array): ReadReport {
  let unpacked = 0;
  let parts: ReadonlyMap<string, string>;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/.test(name) || /^docProps|theme/.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= MOST_UNPACKED_BYTES;
      },
    });
    parts = new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    return { kind: 'unreadable', reason: 'damaged' };
  }
  if (unpacked > MOST_UNPACKED_BYTES) return { kind: 'unreadable', reason: 'too-large' };
  const body = parts.get(DOCX_BODY);
  if (body !== undefined) return { kind: 'read', document: readDocx(body) };
  return parts.has('xl/workbook.xml')
    ? { kind: 'read', document: readXlsx(parts) }
    : { kind: 'unreadable', reason: 'other-kind' };
}
