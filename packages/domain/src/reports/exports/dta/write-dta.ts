import { ByteWriter } from '../byte-writer.ts';
import {
  type DataTable,
  type DataVariable,
  MISSING_CODES,
  MISSING_REASONS,
  type MissingLabels,
  titleOf,
} from '../data-table.ts';
import { cutToCharacters, utf8Length } from '../utf8.ts';
import { type DtaVariable, layOutDta } from './dta-layout.ts';

/*
 * Stata's format 118 (Stata 14 and later), after Stata's own description ("help dta").
 */

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Bytes of the fields of the dictionary, each with room for a final zero. */
const FIELDS = { name: 129, format: 57, label: 321 } as const;
const MOST_LABEL_CHARACTERS = 80;

/** Number of letters that a reason lies behind the plain missing value: `.a` is 1. */
const LETTERS = MISSING_REASONS.map(
  (reason) => MISSING_CODES[reason].stata.charCodeAt(1) - 'a'.charCodeAt(0) + 1,
);
/** The plain missing value of each type; the letters follow it. */
const MISSING = { byte: 101, int: 32_741, long: 2_147_483_621 } as const;
/** 2^1023 and the steps between the missing values of a double. */
const MISSING_DOUBLE = 2 ** 1023;
const MISSING_STEP = 2 ** 1011;

/**
 * A table as a Stata file (format 118, UTF-8): labels of variables and values, `.a` declined, `.b`
 * does not know, `.c` does not apply, `.d` not asked, `.e` not reached, `.f` no score, each with its
 * label; months as `%tm`; texts over 2,045 bytes as `strL`.
 * @param writtenAt UTC instant that the file bears
 * @throws RangeError on a number greater than Stata holds
 */
export function* writeDta(
  table: DataTable,
  { missingLabels, writtenAt }: { missingLabels: MissingLabels; writtenAt: string },
): Generator<Uint8Array> {
  const labelsOf = (variable: DataVariable) => valueLabels(variable, missingLabels);
  const variables = layOutDta(table, labelsOf);
  const head = dictionary(table, variables, writtenAt);
  const rowBytes = variables.reduce((sum, { type }) => sum + type.bytes, 0);
  const strings = longStrings(table, variables);
  const labels = labelTables(variables, labelsOf);

  const dataAt = head.mapAt + MAP_BYTES + head.afterMap.length;
  const stringsAt = dataAt + '<data></data>'.length + rowBytes * table.rows;
  const labelsAt = stringsAt + strings.bytes;
  const endAt = labelsAt + labels.length;
  const places = [
    0,
    head.mapAt,
    ...head.places.map((place) => head.mapAt + MAP_BYTES + place),
    dataAt,
    stringsAt,
    labelsAt,
    endAt,
    endAt + '</stata_dta>'.length,
  ];

  const out = new ByteWriter();
  out.bytes(head.beforeMap);
  out.text('<map>');
  for (const place of places) out.u64(place);
  out.text('</map>');
  out.bytes(head.afterMap);
  yield* dataSection(out, table, variables);
  yield* stringSection(out, strings.texts);
  out.bytes(labels);
  out.text('</stata_dta>');
  yield out.take();
}

const MAP_BYTES = '<map></map>'.length + 14 * 8;

/** Everything before the data; `places` are those of its parts behind the map. */
function dictionary(table: DataTable, variables: readonly DtaVariable[], writtenAt: string) {
  const out = new ByteWriter();
  const title = cutToCharacters(titleOf(table), MOST_LABEL_CHARACTERS);
  out.text('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>');
  out.u16(variables.length);
  out.text('</K><N>');
  out.u64(table.rows);
  out.text('</N><label>');
  out.u16(utf8Length(title));
  out.text(title);
  out.text('</label><timestamp>');
  out.u8(17);
  out.text(
    `${writtenAt.slice(8, 10)} ${MONTHS[Number(writtenAt.slice(5, 7)) - 1]} ${writtenAt.slice(0, 4)} ${writtenAt.slice(11, 16)}`,
  );
  out.text('</timestamp></header>');
  const beforeMap = out.take();

  const places: number[] = [];
  let length = 0;
  const parts: Uint8Array[] = [];
  const part = (tag: string, write: () => void) => {
    places.push(length);
    out.text(`<${tag}>`);
    write();
    out.text(`</${tag}>`);
    const bytes = out.take();
    length += bytes.length;
    parts.push(bytes);
  };
  part('variable_types', () => {
    for (const { type } of variables) out.u16(type.code);
  });
  part('varnames', () => {
    for (const { variable } of variables) out.field(variable.name, FIELDS.name, 0);
  });
  part('sortlist', () => out.fill(0, 2 * (variables.length + 1)));
  part('formats', () => {
    for (const { format } of variables) out.field(format, FIELDS.format, 0);
  });
  part('value_label_names', () => {
    for (const { labelSet } of variables) out.field(labelSet, FIELDS.name, 0);
  });
  part('variable_labels', () => {
    for (const { variable } of variables) {
      out.field(cutToCharacters(variable.label, MOST_LABEL_CHARACTERS), FIELDS.label, 0);
    }
  });
  part('characteristics', () => {});
  return { beforeMap, mapAt: beforeMap.length, afterMap: joined(parts), places };
}

function* dataSection(
  out: ByteWriter,
  table: DataTable,
  variables: readonly DtaVariable[],
): Generator<Uint8Array> {
  out.text('<data>');
  const writers = variables.map((laid, place) => cellWriter(out, table, { laid, place }));
  for (let row = 0; row < table.rows; row += 1) {
    for (let place = 0; place < writers.length; place += 1) writers[place]!(row);
    if (out.isFull) yield out.take();
  }
  out.text('</data>');
}

function cellWriter(
  out: ByteWriter,
  table: DataTable,
  { laid: { type }, place }: { laid: DtaVariable; place: number },
): (row: number) => void {
  const column = table.columns[place]!;
  if (column.kind === 'texts') {
    if (type.kind === 'string') return (row) => out.field(column.values[row]!, type.bytes, 0);
    // The place of the text among the long ones: two bytes of variable, six of row, both from 1.
    return (row) => {
      if (column.values[row] === '') out.fill(0, 8);
      else out.u64((row + 1) * 2 ** 16 + place + 1);
    };
  }
  const { values, absent } = column;
  const write = numberWriter(out, type.kind);
  return (row) => {
    const code = absent[row]!;
    write(code === 0 ? values[row]! : missingValue(type.kind, LETTERS[code - 1]!));
  };
}

function numberWriter(out: ByteWriter, kind: string): (value: number) => void {
  if (kind === 'byte') return (value) => out.u8(value);
  if (kind === 'int') return (value) => out.i16(value);
  if (kind === 'long') return (value) => out.i32(value);
  return (value) => out.f64(value);
}

function missingValue(kind: string, letter: number): number {
  if (kind === 'byte' || kind === 'int' || kind === 'long') return MISSING[kind] + letter;
  return MISSING_DOUBLE + letter * MISSING_STEP;
}

type LongText = { readonly place: number; readonly row: number; readonly text: string };

/** The texts of `strL` columns in the order of rows, and the bytes that their section takes. */
function longStrings(table: DataTable, variables: readonly DtaVariable[]) {
  const places = variables.flatMap(({ type }, place) =>
    type.kind === 'long-string' ? [place] : [],
  );
  let bytes = '<strls></strls>'.length;
  const texts: LongText[] = [];
  for (let row = 0; row < table.rows && places.length > 0; row += 1) {
    for (const place of places) {
      const text = String(table.columns[place]!.values[row]);
      if (text === '') continue;
      texts.push({ place, row, text });
      bytes += 'GSO'.length + 4 + 8 + 1 + 4 + utf8Length(text) + 1;
    }
  }
  return { texts, bytes };
}

function* stringSection(out: ByteWriter, texts: readonly LongText[]): Generator<Uint8Array> {
  out.text('<strls>');
  for (const { place, row, text } of texts) {
    out.text('GSO');
    out.i32(place + 1);
    out.u64(row + 1);
    out.u8(130); // a text that ends with a zero
    out.i32(utf8Length(text) + 1);
    out.text(text);
    out.u8(0);
    if (out.isFull) yield out.take();
  }
  out.text('</strls>');
}

function valueLabels(
  { values, missing }: DataVariable,
  missingLabels: MissingLabels,
): [number, string][] {
  return [
    ...values.map(({ value, label }): [number, string] => [value, label]),
    ...missing.map((reason): [number, string] => [
      MISSING.long + LETTERS[MISSING_REASONS.indexOf(reason)]!,
      missingLabels[reason],
    ]),
  ];
}

function labelTables(
  variables: readonly DtaVariable[],
  labelsOf: (variable: DataVariable) => [number, string][],
): Uint8Array {
  const out = new ByteWriter();
  out.text('<value_labels>');
  for (const { variable, labelSet } of variables) {
    if (labelSet !== variable.name) continue;
    const labels = labelsOf(variable).sort(([a], [b]) => a - b);
    const lengths = labels.map(([, text]) => utf8Length(text) + 1);
    const textBytes = lengths.reduce((sum, length) => sum + length, 0);
    out.text('<lbl>');
    out.i32(8 + 8 * labels.length + textBytes);
    out.field(labelSet, FIELDS.name, 0);
    out.fill(0, 3);
    out.i32(labels.length);
    out.i32(textBytes);
    let at = 0;
    for (const length of lengths) {
      out.i32(at);
      at += length;
    }
    for (const [value] of labels) out.i32(value);
    for (const [, text] of labels) {
      out.text(text);
      out.u8(0);
    }
    out.text('</lbl>');
  }
  out.text('</value_labels>');
  return out.take();
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
