import { inflateSync } from 'node:zlib';

export type PdfName = { readonly name: string };
export type PdfReference = { readonly reference: number };
export type PdfStream = { readonly dictionary: PdfDictionary; readonly bytes: Buffer };
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue =
  | number
  | boolean
  | null
  | Buffer
  | PdfName
  | PdfReference
  | PdfDictionary
  | readonly PdfValue[];

/** Words of content streams and of files: everything that is none of the values. */
type Word = { readonly word: string };
export type Token = PdfValue | Word;

export const isWord = (token: Token | undefined): token is Word =>
  typeof token === 'object' && token !== null && 'word' in token;
export const nameOf = (value: PdfValue | undefined): string | null =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : null;
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  value instanceof Map;

const SPACE = /[\0\t\n\f\r ]/;
const BOUNDARY = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads the tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), one after the other. */
export class PdfReader {
  readonly #text: string;
  at: number;

  /** @param text a byte in each sign */
  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  /** The next token; undefined at the end. */
  next(): Token | undefined {
    const text = this.#text;
    while (this.at < text.length) {
      if (SPACE.test(text[this.at]!)) this.at += 1;
      else if (text[this.at] === '%') this.at = text.indexOf('\n', this.at) + 1 || text.length;
      else break;
    }
    if (this.at >= text.length) return undefined;
    const sign = text[this.at];
    if (sign === '/') return { name: this.#word(this.at + 1) };
    if (sign === '(') return this.#literal();
    if (text.startsWith('<<', this.at)) return this.#dictionary();
    if (sign === '<') return this.#hexadecimal();
    if (sign === '[') return this.#array();
    if (text.startsWith('>>', this.at) || sign === ']' || sign === '{' || sign === '}') {
      const word = sign === '>' ? '>>' : sign!;
      this.at += word.length;
      return { word };
    }
    const word = this.#word(this.at);
    if (word === '') throw new Error(`no PDF at ${this.at}: ${text.slice(this.at, this.at + 40)}`);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.#numberOrReference(Number(word));
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { word };
  }

  #word(from: number): string {
    let end = from;
    while (end < this.#text.length && !BOUNDARY.test(this.#text[end]!)) end += 1;
    this.at = Math.max(end, from);
    return this.#text.slice(from, end);
  }

  #numberOrReference(number: number): number | PdfReference {
    const rest = /^[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/.exec(
      this.#text.slice(this.at, this.at + 24),
    );
    if (!rest) return number;
    this.at += rest[0].length;
    return { reference: number };
  }

  #literal(): Buffer {
    const bytes: number[] = [];
    const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
    let depth = 0;
    for (; this.at < this.#text.length; this.at += 1) {
      const sign = this.#text[this.at]!;
      if (sign === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.at + 1, this.at + 4))?.[0];
        const next = this.#text[this.at + 1]!;
        bytes.push(octal ? Number.parseInt(octal, 8) : (escapes[next] ?? next.charCodeAt(0)));
        this.at += octal?.length ?? 1;
      } else {
        if (sign === '(') depth += 1;
        if (sign === ')') depth -= 1;
        if (depth === 0) break;
        if (sign !== '(' || depth > 1) bytes.push(sign.charCodeAt(0));
      }
    }
    this.at += 1;
    return Buffer.from(bytes);
  }

  #hexadecimal(): Buffer {
    const end = this.#text.indexOf('>', this.at);
    const digits = this.#text.slice(this.at + 1, end).replaceAll(/\s/g, '');
    this.at = end + 1;
    return Buffer.from(digits.padEnd(digits.length + (digits.length % 2), '0'), 'hex');
  }

  #array(): PdfValue[] {
    this.at += 1;
    return this.#until(']') as PdfValue[];
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const tokens = this.#until('>>');
    const entries = new Map<string, PdfValue>();
    for (let i = 0; i + 1 < tokens.length; i += 2) {
      entries.set(nameOf(tokens[i] as PdfValue) ?? '', tokens[i + 1] as PdfValue);
    }
    return entries;
  }

  #until(end: string): Token[] {
    const tokens: Token[] = [];
    for (;;) {
      const token = this.next();
      if (token === undefined || (isWord(token) && token.word === end)) return tokens;
      tokens.push(token);
    }
  }
}

/** The objects of a PDF, those in object streams too. */
export class Pdf {
  readonly #objects = new Map<number, PdfValue | PdfStream>();
  readonly #catalog: number;

  constructor(file: Buffer) {
    const text = file.toString('latin1');
    for (const found of text.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\b/g)) {
      const reader = new PdfReader(text, found.index + found[0].length);
      const value = reader.next() as PdfValue;
      const body = /^\s*stream\r?\n/.exec(text.slice(reader.at, reader.at + 20));
      this.#objects.set(
        Number(found[1]),
        body && isDictionary(value) ? streamAt(file, reader.at + body[0].length, value) : value,
      );
    }
    for (const held of [...this.#objects.values()]) {
      if (isStream(held) && nameOf(held.dictionary.get('Type')) === 'ObjStm') this.#open(held);
    }
    const root = /\/Root\s+(\d+) 0 R/.exec(text);
    const inStream = [...this.#objects.values()].find(
      (held) => isStream(held) && held.dictionary.has('Root'),
    );
    const reference = isStream(inStream) ? inStream.dictionary.get('Root') : undefined;
    this.#catalog = root
      ? Number(root[1])
      : typeof reference === 'object' && reference !== null && 'reference' in reference
        ? reference.reference
        : 0;
  }

  get catalog(): PdfDictionary {
    return this.dictionary({ reference: this.#catalog });
  }

  /** What a reference stands for; a stream as it is. */
  find(value: PdfValue | undefined): PdfValue | PdfStream | undefined {
    return typeof value === 'object' && value !== null && 'reference' in value
      ? this.#objects.get(value.reference)
      : value;
  }

  /** @throws Error when it is none */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.find(value);
    if (isStream(found)) return found.dictionary;
    if (isDictionary(found)) return found;
    throw new Error('no dictionary');
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.find(value);
    if (Array.isArray(found)) return found as readonly PdfValue[];
    return found === undefined || found === null ? [] : [found as PdfValue];
  }

  /** The bytes of streams, one behind the other. */
  bytes(value: PdfValue | undefined): Buffer {
    const found = this.find(value);
    if (isStream(found)) return found.bytes;
    return Buffer.concat(
      this.list(value).map((part) => Buffer.concat([this.bytes(part), Buffer.from('\n')])),
    );
  }

  get pages(): PdfDictionary[] {
    const below = (value: PdfValue | undefined): PdfDictionary[] => {
      const node = this.dictionary(value);
      return nameOf(node.get('Type')) === 'Page'
        ? [node]
        : this.list(node.get('Kids')).flatMap(below);
    };
    return below(this.catalog.get('Pages'));
  }

  #open({ dictionary, bytes }: PdfStream): void {
    const text = bytes.toString('latin1');
    const reader = new PdfReader(text);
    const places = Array.from({ length: Number(dictionary.get('N')) }, () => [
      Number(reader.next()),
      Number(reader.next()),
    ]);
    for (const [number = 0, offset = 0] of places) {
      const at = Number(dictionary.get('First')) + offset;
      this.#objects.set(number, new PdfReader(text, at).next() as PdfValue);
    }
  }
}

export function isStream(value: PdfValue | PdfStream | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'dictionary' in value;
}

function streamAt(file: Buffer, from: number, dictionary: PdfDictionary): PdfStream {
  const length = Number(dictionary.get('Length'));
  const raw = file.subarray(from, from + length);
  const isPacked = nameOf(dictionary.get('Filter')) === 'FlateDecode';
  return { dictionary, bytes: isPacked ? inflateSync(raw) : raw };
}

/** A text of a dictionary: UTF-16 with its mark, UTF-8 with its mark, or Latin letters. */
export function textOf(value: PdfValue | undefined): string {
  if (!Buffer.isBuffer(value)) return '';
  if (value[0] === 0xfe && value[1] === 0xff) {
    return Buffer.from(value.subarray(2)).swap16().toString('utf16le');
  }
  if (value[0] === 0xef && value[1] === 0xbb) return value.toString('utf8', 3);
  return value.toString('latin1');
}
