import { inflateSync } from 'node:zlib';

export type PdfFault = 'active' | 'damaged';

/** So much of a file's own tables may come out of their packing; a page of a scan is not among them. */
const MOST_UNPACKED = 16 * 1024 * 1024;

/** Names of what runs, opens, sends or carries along something (ISO 32000-1, 7.11.4, 12.6.4, 12.7.5, 13). */
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|EF|RichMedia|RichMediaContent|XFA|SubmitForm|ImportData|GoToE|GoToR|Rendition|Movie|Sound|Screen)(?![A-Za-z0-9])/;
/** The long ones of them, which do not come about by chance within packed bytes. */
const ACTIVE_LONG =
  /\/(JavaScript|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Rendition)(?![a-z])/;

/**
 * What speaks against keeping a PDF; null: nothing. It is read as text, its objects without any trust in its own tables of contents.
 * Where objects are packed, they are unpacked as far as this needs and no further; what cannot be looked into (a password, an
 * unusual packing) is not kept. The file itself is never shown by our pages, only handed out as a file.
 */
export function pdfFault(bytes: Buffer): PdfFault | null {
  const text = bytes.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) return 'damaged';
  // Nothing may stand behind the end that another program would take for the file.
  if (!/%%EOF\s{0,64}$/.test(text.slice(-200))) return 'damaged';
  const streams = streamsOf(text);
  if (streams === null) return 'damaged';
  const outside = spelled(withoutStreams(text, streams));
  if (/\/Encrypt(?![A-Za-z0-9])/.test(outside)) return 'damaged';
  if (ACTIVE.test(outside)) return 'active';
  let room = MOST_UNPACKED;
  for (const { dictionary, from, to } of streams) {
    if (ACTIVE_LONG.test(spelled(text.slice(from, to)))) return 'active';
    const about = spelled(dictionary);
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(about)) continue;
    const unpacked = unpackedObjects(bytes.subarray(from, to), about, room);
    if (unpacked === null) return 'damaged';
    room -= unpacked.length;
    if (ACTIVE.test(spelled(unpacked.toString('latin1')))) return 'active';
  }
  return null;
}

interface Stream {
  readonly dictionary: string;
  readonly from: number;
  readonly to: number;
}

/** Every stream by its keywords; null when one does not end. */
function streamsOf(text: string): Stream[] | null {
  const streams: Stream[] = [];
  const begins = />>\s{0,8}stream\r?\n/g;
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const from = found.index + found[0].length;
    const to = text.indexOf('endstream', from);
    if (to < 0) return null;
    const opened = text.lastIndexOf('obj', found.index);
    const before = streams.at(-1)?.to ?? 0;
    streams.push({ dictionary: text.slice(Math.max(opened, before), from), from, to });
    begins.lastIndex = to;
  }
  return streams;
}

function withoutStreams(text: string, streams: readonly Stream[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of streams) {
    parts.push(text.slice(at, from));
    at = to;
  }
  return [...parts, text.slice(at)].join('\n');
}

/** Names with their escaped letters written out: `/J#61vaScript` is `/JavaScript` (ISO 32000-1, 7.3.5). */
const spelled = (text: string) =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Objects that lie packed in a stream; null when they are packed in a way that is not looked into, or would not fit. */
function unpackedObjects(packed: Buffer, dictionary: string, room: number): Buffer | null {
  if (!/\/Filter/.test(dictionary)) return packed;
  const isPlain = /\/Filter\s*\[?\s*\/FlateDecode\s*\]?(?!\s*\/[A-Z][A-Za-z0-9]*Decode)/.test(
    dictionary,
  );
  if (!isPlain || /\/DecodeParms/.test(dictionary)) return null;
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch {
    return null;
  }
}
