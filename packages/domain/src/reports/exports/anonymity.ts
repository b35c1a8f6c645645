import { type DataTable, MISSING_CODES, reasonOf } from './data-table.ts';

/**
 * How many different values of a sensitive variable the people of the least varied class have; of a class in which none is told
 * nobody learns any. Null where none is told at all.
 */
export type Diversity = { readonly variable: string; readonly fewestValues: number | null };

/** How well the rows of a table hide among each other. */
export type Anonymity = {
  /** Variables by which somebody could be recognised. */
  readonly keys: readonly string[];
  /** Rows that are alike in all keys form a class; null in an empty table. */
  readonly classes: number;
  /** Rows of the smallest class: k of k-anonymity. Null in a table without rows. */
  readonly smallestClass: number | null;
  /** Rows that are alone in their class, and those in classes of fewer than three and of fewer than five. */
  readonly rowsAlone: number;
  readonly rowsBelowThree: number;
  readonly rowsBelowFive: number;
  /** l of (distinct) l-diversity for each sensitive variable. */
  readonly diversity: readonly Diversity[];
};

/**
 * k-anonymity (Samarati and Sweeney 1998) over the key variables of a table and distinct l-diversity
 * (Machanavajjhala et al. 2007, definition 2 in its simplest form) of its sensitive ones. A missing
 * value is a value of its own, with its reason: whoever knows a person may know that she declined.
 */
export function anonymityOf(table: DataTable): Anonymity {
  const places = (exposure: string) =>
    table.variables.flatMap((variable, place) => (variable.exposure === exposure ? [place] : []));
  const keys = places('key');
  const sensitive = places('sensitive');
  const classes = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row += 1) {
    const key = keys.map((place) => sign(table, place, row)).join('|');
    const members = classes.get(key);
    if (members) members.push(row);
    else classes.set(key, [row]);
  }
  const groups = [...classes.values()];
  const rowsBelow = (size: number) =>
    groups.reduce((sum, { length }) => sum + (length < size ? length : 0), 0);
  return {
    keys: keys.map((place) => table.variables[place]!.name),
    classes: groups.length,
    smallestClass: table.rows === 0 ? null : least(groups.map(({ length }) => length)),
    rowsAlone: rowsBelow(2),
    rowsBelowThree: rowsBelow(3),
    rowsBelowFive: rowsBelow(5),
    diversity: sensitive.map((place) => ({
      variable: table.variables[place]!.name,
      fewestValues: fewestOf(groups.flatMap((rows) => valuesTold(table, place, rows) ?? [])),
    })),
  };
}

/** How many different values of a variable some rows have; null where all are withheld. */
function valuesTold(table: DataTable, place: number, rows: readonly number[]): number | null {
  const { absent } = table.columns[place]!;
  const isTold = rows.some((row) => reasonOf(absent[row]!) !== 'withheld');
  return isTold ? new Set(rows.map((row) => sign(table, place, row))).size : null;
}

function sign(table: DataTable, place: number, row: number): string {
  const column = table.columns[place]!;
  const reason = reasonOf(column.absent[row]!);
  return reason === null ? String(column.values[row]) : MISSING_CODES[reason].stata;
}

const fewestOf = (values: readonly number[]) => (values.length === 0 ? null : least(values));
const least = (values: readonly number[]) =>
  values.reduce((smallest, value) => Math.min(smallest, value), values[0] ?? 0);
