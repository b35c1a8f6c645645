import { type NumberColumn, NumbersBeingRead, type WordColumn, WordsBeingRead } from './column.ts';
import { parseNumber } from './parse-number.ts';

/** A table by columns. */
export type Columns = {
  readonly rows: number;
  /** In the order of the file. */
  readonly names: readonly string[];
  readonly columns: Readonly<Record<string, NumberColumn | WordColumn>>;
};

export type ColumnReaderOptions = {
  /** Columns that hold words; every other column holds numbers. */
  readonly words?: readonly string[];
  /** One ASCII character. */
  readonly delimiter?: string;
  /** Texts that stand for a missing value, beside the empty one. */
  readonly missing?: readonly string[];
  /** Saves the growing of columns when it is known; fewer or more rows do no harm. */
  readonly expectedRows?: number;
};

export type ColumnReader = {
  /** Takes the next bytes of the file, cut anywhere. The reader keeps no part of them. */
  push(bytes: Uint8Array): void;
  /** @throws RangeError when a quotation never ends, or there is no head */
  end(): Columns;
};

/** In browsers and in Node alike; the library knows neither. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
const ZERO = 48;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Reads a CSV file (RFC 4180, UTF-8, names in the first line) into typed arrays, one pass over its bytes and no text
 * for a number. An empty field is missing, an empty line is nothing; the last line may lack its end.
 * @throws RangeError, also from `push`, that names row (the names are row 1) and column: a row of another length, a text where a number should be
 */
export function columnReader(options: ColumnReaderOptions = {}): ColumnReader {
  const { words = [], delimiter = ',', missing = [], expectedRows = 1024 } = options;
  const divider = delimiter.charCodeAt(0);
  const isWord = new Set(words);
  const isMissing = new Set(['', ...missing]);
  const decoder = new TextDecoder();
  let names: string[] = [];
  let columns: (NumbersBeingRead | WordsBeingRead)[] = [];
  let rest = new Uint8Array(0);
  let rows = 0;
  /** Rows of the file before the one that is being read, the names and empty ones too. */
  let passed = 1;
  /** Where the field that was read last ends: at its delimiter, its line end, or the end of the bytes. */
  let fieldEnd = 0;

  /** Text of the field that begins here, quotation marks taken off; null when the bytes end before it does. */
  function fieldAt(bytes: Uint8Array, start: number, isLast: boolean): string | null {
    let at = start;
    if (bytes[at] !== QUOTE) {
      while (at < bytes.length && bytes[at] !== divider && bytes[at] !== LINE_FEED) at += 1;
      if (at === bytes.length && !isLast) return null;
      fieldEnd = at;
      const end =
        bytes[at] !== divider && bytes[at - 1] === CARRIAGE_RETURN && at > start ? at - 1 : at;
      return decoder.decode(bytes.subarray(start, end));
    }
    for (at += 1; at < bytes.length; at += 1) {
      if (bytes[at] !== QUOTE) continue;
      if (bytes[at + 1] === QUOTE) at += 1;
      else if (at + 1 < bytes.length || isLast) break;
    }
    if (at >= bytes.length) {
      if (isLast) throw new RangeError(`row ${passed + 1}: a quotation never ends`);
      return null;
    }
    const text = decoder.decode(bytes.subarray(start + 1, at)).replaceAll('""', '"');
    at += 1;
    if (bytes[at] === CARRIAGE_RETURN) at += 1;
    if (at === bytes.length && !isLast) return null;
    fieldEnd = at;
    if (at < bytes.length && bytes[at] !== divider && bytes[at] !== LINE_FEED)
      throw new RangeError(`row ${passed + 1}: text after a quotation`);
    return text;
  }

  function readHead(bytes: Uint8Array, isLast: boolean): number | null {
    const found: string[] = [];
    let at = BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? BYTE_ORDER_MARK.length : 0;
    for (;;) {
      const name = fieldAt(bytes, at, isLast);
      if (name === null) return null;
      found.push(name);
      at = fieldEnd + 1;
      if (fieldEnd >= bytes.length || bytes[fieldEnd] === LINE_FEED) break;
    }
    if (found.length === 1 && found[0] === '') throw new RangeError('the file has no row of names');
    const twice = found.find((name, i) => found.indexOf(name) !== i);
    if (twice !== undefined) throw new RangeError(`row 1: two columns named "${twice}"`);
    for (const word of isWord)
      if (!found.includes(word)) throw new RangeError(`row 1: no column named "${word}"`);
    names = found;
    columns = names.map((name) =>
      isWord.has(name) ? new WordsBeingRead(expectedRows) : new NumbersBeingRead(expectedRows),
    );
    return at;
  }

  const fault = (column: number, what: string) =>
    new RangeError(`row ${passed + 1}, column "${names[column]}": ${what}`);

  /** A field of a column of numbers; false when the bytes end before it does. */
  function readNumber(
    column: NumbersBeingRead,
    bytes: Uint8Array,
    at: number,
    { isLast, place }: { isLast: boolean; place: number },
  ): boolean {
    const number = parseNumber(bytes, at);
    fieldEnd = number.end;
    if (bytes[fieldEnd] === CARRIAGE_RETURN && bytes[fieldEnd + 1] === LINE_FEED) fieldEnd += 1;
    const byte = bytes[fieldEnd];
    if (number.isNumber && (byte === divider || byte === LINE_FEED)) {
      column.set(rows, number.value);
      return true;
    }
    const text = fieldAt(bytes, at, isLast);
    if (text === null) return false;
    const value = isMissing.has(text) ? Number.NaN : Number(text);
    if (!isMissing.has(text) && !Number.isFinite(value))
      throw fault(place, `not a ${Number.isNaN(value) ? '' : 'finite '}number: "${text}"`);
    column.set(rows, value);
    return true;
  }

  function readWord(
    column: WordsBeingRead,
    bytes: Uint8Array,
    at: number,
    isLast: boolean,
  ): boolean {
    const text = fieldAt(bytes, at, isLast);
    if (text === null) return false;
    column.set(rows, isMissing.has(text) ? null : text);
    return true;
  }

  /** @returns where the next row begins, or null when this one is not whole yet. */
  function readRow(bytes: Uint8Array, start: number, isLast: boolean): number | null {
    let at = start;
    const last = columns.length - 1;
    for (let j = 0; j <= last; j += 1) {
      const column = columns[j] as (typeof columns)[number];
      const digit = (bytes[at] as number) - ZERO;
      // Most of a questionnaire is one digit a field, and no number needs to be read for that.
      if (bytes[at + 1] === divider && digit >= 0 && digit <= 9 && column.kind === 'numbers') {
        column.set(rows, digit);
        fieldEnd = at + 1;
      } else {
        const isWhole =
          column.kind === 'numbers'
            ? readNumber(column, bytes, at, { isLast, place: j })
            : readWord(column, bytes, at, isLast);
        if (!isWhole) return null;
      }
      const isEnd = fieldEnd >= bytes.length || bytes[fieldEnd] === LINE_FEED;
      if (isEnd && j < last) throw fault(j + 1, 'the row ends before it');
      if (!isEnd && j === last) throw new RangeError(`row ${passed + 1}: more fields than columns`);
      at = fieldEnd + 1;
    }
    rows += 1;
    passed += 1;
    return at;
  }

  function read(bytes: Uint8Array, isLast: boolean): number {
    let at = 0;
    if (names.length === 0) {
      const next = readHead(bytes, isLast);
      if (next === null) return 0;
      at = next;
    }
    while (at < bytes.length) {
      if (columns.length > 1 && bytes[at] === LINE_FEED) {
        at += 1;
        passed += 1;
        continue;
      }
      const next = readRow(bytes, at, isLast);
      if (next === null) break;
      at = next;
    }
    return Math.min(at, bytes.length);
  }

  return {
    push(bytes) {
      let whole = bytes;
      if (rest.length > 0) {
        whole = new Uint8Array(rest.length + bytes.length);
        whole.set(rest);
        whole.set(bytes, rest.length);
      }
      rest = whole.slice(read(whole, false));
    },
    end() {
      if (rest.length > 0) read(rest, true);
      if (names.length === 0) throw new RangeError('the file has no row of names');
      return {
        rows,
        names,
        columns: Object.fromEntries(columns.map((column, j) => [names[j], column.end(rows)])),
      };
    },
  };
}
