import { roleOfHeading } from './headings.ts';
import {
  REPEATABLE,
  type RegisterMapping,
  type RegisterSheet,
  type RegisterTable,
  type Role,
} from './register-mapping.ts';

/** Titles, dates and stamps stand above the headings; seldom more. */
const LOOKED_AT = 20;

/**
 * Finds the headings of a sheet: the row of the first ones in which most cells speak of people. Headings over two rows, as merged
 * cells make them ("full name" above "surname, name, patronymic"), become one: the lower word holds where there is one.
 */
export function tableOf({ name, rows }: RegisterSheet): RegisterTable | null {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const known = filled.slice(0, LOOKED_AT).map(({ cells }) => recognised(cells));
  const head = known.indexOf(Math.max(...known, 0));
  if (filled.length === 0 || head < 0) return null;
  const upper = filled[head]?.cells ?? [];
  const lower = filled[head + 1]?.cells ?? [];
  const isDouble = (known[head + 1] ?? 0) > 0 && isHeadingRow(lower);
  const headings = isDouble ? joined(upper, lower) : upper;
  const body = filled.slice(head + (isDouble ? 2 : 1));
  const width = Math.max(headings.length, ...body.map(({ cells }) => cells.length));
  return { name, columns: named(headings, width), rows: body };
}

const recognised = (cells: readonly string[]): number =>
  new Set(cells.map(roleOfHeading).filter((role) => role !== null)).size;

/** No cell of it holds a number: a row of people has a year, a telephone or a place in the list. */
const isHeadingRow = (cells: readonly string[]): boolean =>
  !cells.some((cell) => /\d/u.test(cell)) &&
  cells.every((cell) => cell === '' || roleOfHeading(cell) !== null);

const joined = (upper: readonly string[], lower: readonly string[]): string[] =>
  Array.from(
    { length: Math.max(upper.length, lower.length) },
    (_, at) => lower[at] || upper[at] || '',
  );

function named(headings: readonly string[], width: number): string[] {
  const taken = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const heading = (headings[at] ?? '').replace(/\s+/gu, ' ').slice(0, 180) || letterOf(at);
    const times = (taken.get(heading) ?? 0) + 1;
    taken.set(heading, times);
    return times === 1 ? heading : `${heading} (${times})`;
  });
}

/** A column as a spreadsheet calls it: A to Z, then AA. */
const letterOf = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;

/** Proposes what each column holds; the sheet that looks most like a register comes first. */
export function suggestMapping(tables: readonly RegisterTable[]): RegisterMapping | null {
  const proposals = tables.map((table) => ({ table, columns: proposed(table) }));
  const [best] = proposals.toSorted((a, b) => worth(b.columns) - worth(a.columns));
  return best ? { version: 1, sheet: best.table.name, columns: best.columns, region: null } : null;
}

/** How a sheet would be read if nobody corrected it. */
export function proposed({ columns }: RegisterTable): RegisterMapping['columns'] {
  const taken = new Set<Role>();
  return columns.map((column) => {
    const role = roleOfHeading(column) ?? 'aside';
    if (taken.has(role) && !REPEATABLE.has(role)) return { column, role: 'aside' as const };
    taken.add(role);
    return { column, role };
  });
}

const worth = (columns: RegisterMapping['columns']): number =>
  columns.filter(({ role }) => role !== 'aside').length;
