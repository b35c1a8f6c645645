import { Problem } from '../../../problem.ts';
import {
  type DataTable,
  type DataVariable,
  MISSING_CODES,
  MISSING_REASONS,
  type NumberColumn,
} from '../data-table.ts';
import { utf8Length } from '../utf8.ts';

/** A string wider than this is kept in several variables of the file. */
const WIDEST_STRING = 255;
/** Each of them stands for so many bytes of the whole, although it holds 255. */
const SEGMENT_SHARE = 252;
/** SPSS knows no longer string. */
const WIDEST_LONG_STRING = 32767;

/** One variable as it lies in the file. */
export type SavVariable = {
  readonly variable: DataVariable;
  /** Name in eight bytes; the first one of a long string's. */
  readonly shortName: string;
  /** Bytes of a string; 0 for a number. */
  readonly width: number;
  /** Widths of the variables that a string is kept in; one 0 for a number. */
  readonly segments: readonly number[];
  /** Elements of eight bytes before it in a case. */
  readonly offset: number;
  /** What is added to the usual codes of missing values, so that no real value is one of them. */
  readonly missingShift: number;
};

/**
 * How the variables of a table lie in an SPSS file.
 * @throws Problem `internal` when a text is longer than SPSS can hold
 */
export function layOutSav(table: DataTable): { variables: SavVariable[]; caseElements: number } {
  let offset = 0;
  const variables = table.variables.map((variable, place): SavVariable => {
    const column = table.columns[place]!;
    const width =
      column.kind === 'texts'
        ? column.values.reduce((most, text) => Math.max(most, utf8Length(text)), 1)
        : 0;
    if (width > WIDEST_LONG_STRING) {
      throw new Problem('internal', { variable: variable.name, tooLong: width });
    }
    const segments = segmentsOf(width);
    const laid = {
      variable,
      shortName: `V${place.toString(36).toUpperCase().padStart(4, '0')}`,
      width,
      segments,
      offset,
      missingShift: column.kind === 'numbers' ? missingShift(column) : 0,
    };
    offset += segments.reduce((sum, segment) => sum + elementsOf(segment), 0);
    return laid;
  });
  return { variables, caseElements: offset };
}

/** Elements of eight bytes that a variable of this width takes. */
export function elementsOf(width: number): number {
  return Math.max(1, Math.ceil(width / 8));
}

/** The number that stands for a reason in a variable. */
export function savMissingCode(
  reason: (typeof MISSING_REASONS)[number],
  { missingShift: shift }: Pick<SavVariable, 'missingShift'>,
): number {
  return MISSING_CODES[reason].spss + shift;
}

/** The codes of a table's variables, for the codebook; in the order of the variables. */
export function savMissingShifts(table: DataTable): number[] {
  return layOutSav(table).variables.map(({ missingShift: shift }) => shift);
}

function segmentsOf(width: number): number[] {
  if (width <= WIDEST_STRING) return [width];
  const count = Math.ceil(width / SEGMENT_SHARE);
  return Array.from({ length: count }, (_, i) =>
    i < count - 1 ? WIDEST_STRING : width - i * SEGMENT_SHARE,
  );
}

const CODES = MISSING_REASONS.map((reason) => MISSING_CODES[reason].spss);
const LOWEST = Math.min(...CODES);
const HIGHEST = Math.max(...CODES);

/** -99 to -94 unless a real value lies there; then the same below -999, -9999 and so on. */
function missingShift({ values, absent }: NumberColumn): number {
  for (let power = 2; power <= 15; power += 1) {
    const shift = 100 - 10 ** power;
    const isTaken = values.some(
      (value, row) => absent[row] === 0 && value >= LOWEST + shift && value <= HIGHEST + shift,
    );
    if (!isTaken) return shift;
  }
  throw new Problem('internal', { missing: 'free codes' });
}
