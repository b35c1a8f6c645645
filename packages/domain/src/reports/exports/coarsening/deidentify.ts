import type { CompiledForm } from '../../../instruments/index.ts';
import type { Language } from '../../../text/index.ts';
import {
  type DataColumn,
  type DataTable,
  type DataVariable,
  MISSING_REASONS,
  type NumberColumn,
} from '../data-table.ts';
import { exportIds, type RandomBytes } from '../export-ids.ts';
import { bandValues } from './band-values.ts';
import { chooseLevels } from './choose-levels.ts';
import { type Codes, classesOf, codesAt, WITHHELD } from './classes.ts';
import { type Key, type Level, levelsOf, mergedValues } from './level.ts';
import type { TableLoss, VariableLoss } from './loss.ts';
import { tiesOf, withTies } from './ties.ts';
import { withholdKeys } from './withhold-keys.ts';

/** Every row is like those of k - 1 other families in all keys, and l values of each sensitive variable are told among them. */
export type Anonymous = { readonly k: number; readonly l: number };

type Given = Anonymous & {
  readonly forms: readonly CompiledForm[];
  readonly language: Language;
  readonly random: RandomBytes;
};

const WITHHELD_CODE = MISSING_REASONS.indexOf('withheld') + 1;

/**
 * The tables of a wave with k-anonymity and l-diversity: keys in half-open bands or with rare options put together (Samarati
 * and Sweeney 1998), and what is still alone withheld cell by cell under a reason of its own. Which levels and which cells
 * follows from the answers alone. A table of a list (the children) no longer says whose the rows are: brothers and sisters by
 * their ages are as rare as a finger's print.
 *
 * @throws Problem `export-too-few` where a table has rows of fewer than k families
 */
export function deidentify(
  tables: readonly DataTable[],
  given: Given,
): { readonly tables: DataTable[]; readonly losses: TableLoss[] } {
  const done = tables.map((table, place) => {
    const { table: coarse, loss } = deidentifyTable(table, given);
    return place === 0
      ? { table: coarse, loss }
      : { table: apart(coarse, given.random), loss: { ...loss, isApart: table.rows > 0 } };
  });
  return { tables: done.map(({ table }) => table), losses: done.map(({ loss }) => loss) };
}

function deidentifyTable(
  table: DataTable,
  given: Given,
): { readonly table: DataTable; readonly loss: TableLoss } {
  const { k, l, forms, language } = given;
  const nothing = { table: table.name, rows: table.rows, isApart: false, variables: [] };
  if (table.rows === 0) return { table, loss: nothing };
  const owners = ownersOf(table);
  const keys = table.variables.flatMap((variable, place) =>
    variable.exposure === 'key' ? [keyOf(table, place, k)] : [],
  );
  const levels = chooseLevels(keys, { owners, k });
  const told = withholdKeys(
    keys.map((key, i) => codesAt(key, levels[i]!)),
    { owners, k },
  );
  const classes = classesOf(told, table.rows);
  const withheld = withheldAnswers(table, classes, { l, forms });
  const losses: VariableLoss[] = [];
  const columns: DataColumn[] = [];
  const variables = table.variables.map((variable, place): DataVariable => {
    const i = keys.findIndex((key) => key.place === place);
    const column = table.columns[place]!;
    const hides = withheld[place];
    const coarse =
      i >= 0 && column.kind === 'numbers'
        ? coarseKey(
            { variable, column },
            { key: keys[i]!, level: levels[i]!, codes: told[i]!, language },
          )
        : { variable, column, change: null, coarser: 0 };
    const absent = coarse.column.absent.slice();
    hides?.forEach((row) => {
      absent[row] = WITHHELD_CODE;
    });
    columns.push({ ...coarse.column, absent } as DataColumn);
    const cells = absent.reduce((sum, code) => sum + (code === WITHHELD_CODE ? 1 : 0), 0);
    const { change, coarser } = coarse;
    if (change !== null || cells > 0) {
      losses.push({ variable: variable.name, change, coarser, withheld: cells });
    }
    const missing = MISSING_REASONS.filter(
      (reason) => variable.missing.includes(reason) || (reason === 'withheld' && cells > 0),
    );
    return { ...coarse.variable, missing };
  });
  return { table: { ...table, variables, columns }, loss: { ...nothing, variables: losses } };
}

/** Whose each row is, by the first column; rows of one person stand beside each other. */
function ownersOf({ columns, rows }: DataTable): Int32Array {
  const [ids] = columns;
  const known = new Map<string, number>();
  const owners = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const id = ids?.kind === 'texts' ? ids.values[row]! : String(row);
    owners[row] = known.get(id) ?? known.size;
    known.set(id, owners[row]!);
  }
  return owners;
}

function keyOf(table: DataTable, place: number, k: number): Key {
  const variable = table.variables[place]!;
  const { values, absent } = table.columns[place] as NumberColumn;
  const counts = new Map<number, number>();
  values.forEach((value, row) => {
    if (absent[row] === 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  });
  const distinct = [...counts.keys()].sort((a, b) => a - b);
  const placeOf = new Map(distinct.map((value, i) => [value, i]));
  const tokens = Int32Array.from(values, (value, row) =>
    absent[row] === 0 ? placeOf.get(value)! : distinct.length + absent[row]! - 1,
  );
  const spread = { distinct, counts: distinct.map((value) => counts.get(value)!) };
  return { place, variable, distinct, tokens, levels: levelsOf(variable, spread, k) };
}

function coarseKey(
  { variable, column }: { variable: DataVariable; column: NumberColumn },
  given: { key: Key; level: Level; codes: Codes; language: Language },
) {
  const { key, level, codes, language } = given;
  const absent = Uint8Array.from(column.absent, (code, row) =>
    codes[row] === WITHHELD ? WITHHELD_CODE : code,
  );
  const change = level.kind === 'exact' ? null : level.kind;
  const stayed = absent.reduce((sum, code) => sum + (code === 0 ? 1 : 0), 0);
  if (level.kind === 'exact' || level.kind === 'withheld') {
    return { variable, column: { ...column, absent }, change, coarser: 0 };
  }
  if (level.kind === 'bands') {
    const isWhole = key.distinct.every(Number.isInteger) && level.starts.every(Number.isInteger);
    const values = key.tokens.map((token) => (level.groupOf[token] ?? 0) + 1);
    return {
      variable: {
        ...variable,
        kind: 'coded' as const,
        measure: 'ordinal' as const,
        decimals: 0,
        values: bandValues(level.starts, { language, isWhole }),
      },
      column: { ...column, values: Int16Array.from(values), absent },
      change,
      coarser: stayed,
    };
  }
  const { values, codeOf } = mergedValues(variable, level, key.distinct);
  const written = Float64Array.from(column.values, (value) => codeOf.get(value) ?? 0);
  const merged = new Set(values.filter(({ id }) => id.includes('+')).map(({ value }) => value));
  const coarser = written.reduce(
    (sum, value, row) => sum + (absent[row] === 0 && merged.has(value) ? 1 : 0),
    0,
  );
  return {
    variable: { ...variable, values },
    column: { ...column, values: written, absent },
    change,
    coarser,
  };
}

/** The rows in which each column is withheld, because too few different answers stand in a class: whoever finds somebody there knows hers. */
function withheldAnswers(
  table: DataTable,
  classes: Int32Array,
  { l, forms }: Pick<Given, 'l' | 'forms'>,
): number[][] {
  const withheld = table.variables.map((): number[] => []);
  const ties = tiesOf(table.variables, forms);
  const members = new Map<number, number[]>();
  classes.forEach((each, row) => {
    members.set(each, [...(members.get(each) ?? []), row]);
  });
  for (const rows of members.values()) {
    const uniform = table.variables.flatMap(({ exposure }, place) => {
      if (exposure !== 'sensitive') return [];
      const { values, absent } = table.columns[place]!;
      const signs = new Set(rows.map((row) => (absent[row] ? `.${absent[row]}` : values[row])));
      return signs.size < l ? [place] : [];
    });
    for (const place of withTies(uniform, ties)) {
      // Keys are the classes themselves; they are hidden enough.
      if (table.variables[place]!.exposure !== 'key') withheld[place]!.push(...rows);
    }
  }
  return withheld;
}

/** The rows of a list under ids of their own, in the order of these. */
function apart(table: DataTable, random: RandomBytes): DataTable {
  const ids = exportIds(table.rows, random);
  const order = ids.map((id, row) => ({ id, row })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const columns = table.columns.map((column, place): DataColumn => {
    const absent = Uint8Array.from(order, ({ row }) => column.absent[row]!);
    if (column.kind === 'texts') {
      const values = order.map(({ id, row }) => (place === 0 ? id : column.values[row]!));
      return { kind: 'texts', values, absent };
    }
    const values = column.values.slice();
    order.forEach(({ row }, i) => {
      values[i] = column.values[row]!;
    });
    return { kind: 'numbers', values, absent };
  });
  return { ...table, columns };
}
