import type { DataColumn, DataTable, DataVariable } from '../data-table.ts';
import { utf8Length } from '../utf8.ts';

/** Types of Stata, with the code each has in the file. */
export type DtaType =
  | {
      readonly kind: 'byte' | 'int' | 'long' | 'double';
      readonly code: number;
      readonly bytes: number;
    }
  /** A string in as many bytes, or one kept apart from the rows (`strL`). */
  | { readonly kind: 'string' | 'long-string'; readonly code: number; readonly bytes: number };

/** Lowest and highest number that each type holds; above them lie its missing values. */
const WHOLE: readonly {
  kind: 'byte' | 'int' | 'long';
  code: number;
  bytes: number;
  low: number;
  high: number;
}[] = [
  { kind: 'byte', code: 65530, bytes: 1, low: -127, high: 100 },
  { kind: 'int', code: 65529, bytes: 2, low: -32_767, high: 32_740 },
  { kind: 'long', code: 65528, bytes: 4, low: -2_147_483_647, high: 2_147_483_620 },
];
const DOUBLE = { kind: 'double', code: 65526, bytes: 8 } as const;
const LONG_STRING = { kind: 'long-string', code: 32768, bytes: 8 } as const;
const WIDEST_STRING = 2045;
/** From here on a double of Stata is a missing value. */
const TOO_HIGH = 2 ** 1023;

export type DtaVariable = {
  readonly variable: DataVariable;
  readonly type: DtaType;
  /** How Stata shows it. */
  readonly format: string;
  /** Name of its set of value labels; empty where it has none. */
  readonly labelSet: string;
};

/**
 * The narrowest type for every column, and names for the sets of value labels: variables with the
 * same labels share the set that bears the name of the first of them.
 * @throws RangeError on a number greater than Stata holds (8.99e307)
 */
export function layOutDta(table: DataTable, labelsOf: (variable: DataVariable) => unknown[]) {
  const sets = new Map<string, string>();
  return table.variables.map((variable, place): DtaVariable => {
    const type = typeOf(table.columns[place]!);
    const labels = type.kind.endsWith('string') ? [] : labelsOf(variable);
    const key = JSON.stringify(labels);
    if (labels.length > 0 && !sets.has(key)) sets.set(key, variable.name);
    return { variable, type, format: formatOf(variable, type), labelSet: sets.get(key) ?? '' };
  });
}

function typeOf(column: DataColumn): DtaType {
  if (column.kind === 'texts') {
    const width = column.values.reduce((most, text) => Math.max(most, utf8Length(text)), 1);
    return width > WIDEST_STRING ? LONG_STRING : { kind: 'string', code: width, bytes: width };
  }
  const { values, absent } = column;
  let low = 0;
  let high = 0;
  let isWhole = true;
  for (let row = 0; row < values.length; row += 1) {
    if (absent[row] !== 0) continue;
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
    // A whole type has no -0, and none is meant.
    if (!Number.isInteger(value)) isWhole = false;
  }
  if (high >= TOO_HIGH) {
    throw new RangeError('Stata cannot hold a number this great');
  }
  const fitting = WHOLE.find((each) => low >= each.low && high <= each.high);
  return isWhole && fitting ? fitting : DOUBLE;
}

function formatOf({ kind, decimals }: DataVariable, { kind: type, bytes }: DtaType): string {
  if (type === 'long-string') return '%9s';
  if (type === 'string') return `%-${Math.min(bytes, 80)}s`;
  if (kind === 'month') return '%tm';
  return decimals > 0 ? `%10.${decimals}f` : '%10.0g';
}
