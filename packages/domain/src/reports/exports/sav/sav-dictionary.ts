import type { ByteWriter } from '../byte-writer.ts';
import { type CodedValue, type DataTable, type MissingLabels, titleOf } from '../data-table.ts';
import { cutToBytes, utf8Length } from '../utf8.ts';
import { responseSets } from './response-sets.ts';
import { elementsOf, type SavVariable, savMissingCode } from './sav-layout.ts';

/*
 * Records of an SPSS system file before its data, in the order SPSS wants them. After the description
 * in the PSPP Developers Guide, "System File Format".
 */

const SPACE = 0x20;
const LITTLE_ENDIAN = 2;
const UTF_8 = 65001;
const IEEE_754 = 1;
/** Codes of formats: strings, plain numbers, month with year. */
const FORMATS = { A: 1, F: 5, MOYR: 28 } as const;
const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const;
/** SPSS cuts longer ones. */
const LABEL_BYTES = 255;
const VALUE_LABEL_BYTES = 120;
const FILE_LABEL_BYTES = 64;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The number added to small whole numbers so that they take one byte. */
export const BIAS = 100;

export function writeHeader(
  out: ByteWriter,
  table: DataTable,
  { caseElements, writtenAt }: { caseElements: number; writtenAt: string },
): void {
  out.text('$FL2');
  out.field('@(#) SPSS DATA FILE Tirek', 60, SPACE);
  out.i32(LITTLE_ENDIAN);
  out.i32(caseElements);
  out.i32(1); // numbers and blanks in one byte where possible
  out.i32(0); // no weights
  out.i32(table.rows);
  out.f64(BIAS);
  const month = MONTHS[Number(writtenAt.slice(5, 7)) - 1] ?? 'Jan';
  out.field(`${writtenAt.slice(8, 10)} ${month} ${writtenAt.slice(2, 4)}`, 9, SPACE);
  out.field(writtenAt.slice(11, 19), 8, SPACE);
  out.field(cutToBytes(titleOf(table), FILE_LABEL_BYTES), FILE_LABEL_BYTES, SPACE);
  out.fill(0, 3);
}

export function writeVariable(out: ByteWriter, laid: SavVariable): void {
  laid.segments.forEach((width, segment) => {
    const isFirst = segment === 0;
    const label = isFirst ? cutToBytes(laid.variable.label, LABEL_BYTES) : '';
    const missing = isFirst ? missingValues(laid) : { count: 0, values: [] };
    const format = formatOf(laid, width);
    out.i32(2);
    out.i32(width);
    out.i32(label === '' ? 0 : 1);
    out.i32(missing.count);
    out.i32(format);
    out.i32(format);
    out.field(segmentName(laid, segment), 8, SPACE);
    if (label !== '') writeCounted(out, label);
    for (const value of missing.values) out.f64(value);
    for (let more = 1; more < elementsOf(width); more += 1) {
      out.i32(2);
      out.i32(-1);
      out.fill(0, 12);
      out.i32(0);
      out.fill(SPACE, 8);
    }
  });
}

/** Labels of codes and of missing codes; variables with the same labels share a record. */
export function writeValueLabels(
  out: ByteWriter,
  variables: readonly SavVariable[],
  missingLabels: MissingLabels,
): void {
  const shared = new Map<string, { labels: [number, string][]; places: number[] }>();
  for (const laid of variables) {
    if (laid.width > 0) continue;
    const labels = labelsOf(laid, missingLabels);
    if (labels.length === 0) continue;
    const key = JSON.stringify(labels);
    const group = shared.get(key) ?? { labels, places: [] };
    group.places.push(laid.offset + 1);
    shared.set(key, group);
  }
  for (const { labels, places } of shared.values()) {
    out.i32(3);
    out.i32(labels.length);
    for (const [value, label] of labels) {
      out.f64(value);
      const cut = cutToBytes(label, VALUE_LABEL_BYTES);
      const at = utf8Length(cut);
      out.u8(at);
      out.text(cut);
      out.fill(SPACE, (8 - ((at + 1) % 8)) % 8);
    }
    out.i32(4);
    out.i32(places.length);
    for (const place of places) out.i32(place);
  }
}

/** The records that came after the format was first made; SPSS wants them in the order of their numbers. */
export function writeInformation(
  out: ByteWriter,
  table: DataTable,
  variables: readonly SavVariable[],
): void {
  information(out, { number: 3, size: 4, count: 8 });
  for (const value of [1, 0, 0, -1, IEEE_754, 1, LITTLE_ENDIAN, UTF_8]) out.i32(value);

  information(out, { number: 4, size: 8, count: 3 });
  out.f64(-Number.MAX_VALUE); // the value of an unknown number
  out.f64(Number.MAX_VALUE);
  out.f64(-Number.MAX_VALUE * (1 - Number.EPSILON / 2)); // the lowest that is a number

  const sets = responseSets(variables, table.language);
  if (sets !== '') textInformation(out, 7, sets);

  const segments = variables.flatMap((laid) => laid.segments.map((width) => ({ laid, width })));
  information(out, { number: 11, size: 4, count: 3 * segments.length });
  for (const { laid, width } of segments) {
    out.i32(MEASURES[laid.variable.measure]);
    out.i32(width === 0 ? 8 : Math.min(width, 32));
    out.i32(width === 0 ? 1 : 0);
  }

  textInformation(
    out,
    13,
    variables.map(({ shortName, variable }) => `${shortName}=${variable.name}`).join('\t'),
  );
  const long = variables.filter(({ segments: parts }) => parts.length > 1);
  if (long.length > 0) {
    const widths = long.map(({ shortName, width }) => `${shortName}=${width}\u0000\t`);
    textInformation(out, 14, widths.join(''));
  }

  information(out, { number: 16, size: 8, count: 2 });
  out.u64(1);
  out.u64(table.rows);

  textInformation(out, 20, 'UTF-8');
  out.i32(999);
  out.i32(0);
}

function information(
  out: ByteWriter,
  { number, size, count }: { number: number; size: number; count: number },
): void {
  for (const value of [7, number, size, count]) out.i32(value);
}

function textInformation(out: ByteWriter, number: number, text: string): void {
  information(out, { number, size: 1, count: utf8Length(text) });
  out.text(text);
}

/** A label behind its length, filled up to whole words of four bytes. */
function writeCounted(out: ByteWriter, text: string): void {
  const bytes = utf8Length(text);
  out.i32(bytes);
  out.text(text);
  out.fill(SPACE, (4 - (bytes % 4)) % 4);
}

/** Up to three codes are listed; more of them are a range, told by a negative count. */
function missingValues(laid: SavVariable): { count: number; values: number[] } {
  if (laid.width > 0) return { count: 0, values: [] };
  const codes = laid.variable.missing.map((reason) => savMissingCode(reason, laid));
  if (codes.length <= 3) return { count: codes.length, values: codes };
  return { count: -2, values: [Math.min(...codes), Math.max(...codes)] };
}

function labelsOf(laid: SavVariable, missingLabels: MissingLabels): [number, string][] {
  const { values, missing } = laid.variable;
  return [
    ...values.map(({ value, label }: CodedValue): [number, string] => [value, label]),
    ...missing.map((reason): [number, string] => [
      savMissingCode(reason, laid),
      missingLabels[reason],
    ]),
  ];
}

function formatOf({ variable }: SavVariable, width: number): number {
  const [type, columns, decimals] =
    width > 0
      ? [FORMATS.A, Math.min(width, 255), 0]
      : variable.kind === 'month'
        ? [FORMATS.MOYR, 8, 0]
        : [FORMATS.F, 8 + variable.decimals, variable.decimals];
  return (type << 16) | (columns << 8) | decimals;
}

/** The parts of a long string are known by the same first five signs. */
function segmentName({ shortName }: SavVariable, segment: number): string {
  return segment === 0 ? shortName : `${shortName}${segment.toString(36).toUpperCase()}`;
}
