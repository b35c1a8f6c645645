import type { DisclosurePolicy } from '../disclosure/policy.ts';
import { fewOf } from '../disclosure/risks.ts';
import type { Cell, Row, Table } from '../report.ts';
import type { Speech } from '../variables.ts';

/** One case with a number: a child's age and whose child it is. */
export type NumberCase = { readonly value: number; readonly respondent: number };

/**
 * The same table with its first and last rows put together until enough people stand in them: the
 * label of a last row alone says that somebody has that many. A last row has no upper end any more.
 *
 * @param table rows in the order of their numbers, each with the number it starts at as its id
 */
export function codeEnds(
  table: Table,
  cases: readonly NumberCase[],
  { policy, speech }: { policy: DisclosurePolicy; speech: Speech },
): Table {
  const rows = table.rows.filter(({ role }) => role === 'category');
  const starts = rows.map(({ id }) => Number(id));
  const isEnough = (from: number, below: number) => {
    const inside = cases.filter(({ value }) => value >= from && value < below);
    const families = new Set(inside.map(({ respondent }) => respondent)).size;
    return inside.length > 0 && fewOf({ count: inside.length, families }, policy) === null;
  };
  const endOf = (i: number) => starts[i + 1] ?? Number.POSITIVE_INFINITY;
  let first = 0;
  while (first < rows.length - 1 && !isEnough(Number.NEGATIVE_INFINITY, endOf(first))) first += 1;
  let last = rows.length - 1;
  while (last > first && !isEnough(starts[last]!, Number.POSITIVE_INFINITY)) last -= 1;
  const merge = (from: number, to: number, named: { id: string; label: string }): Row[] =>
    from === to
      ? rows.slice(from, from + 1)
      : [{ ...mergedRow(table, rows.slice(from, to + 1), cases), ...named }];
  const { t } = speech;
  return {
    ...table,
    rows: [
      ...merge(0, first, {
        id: `<${starts[first + 1]}`,
        label: t('hidden.below', { below: starts[first + 1] ?? 0 }),
      }),
      ...rows.slice(first + 1, last),
      ...(last > first
        ? merge(last, rows.length - 1, {
            id: `${starts[last]}+`,
            label: t('bands.from', { from: starts[last]! }),
          })
        : []),
      ...table.rows.filter(({ role }) => role !== 'category'),
    ],
  };
}

/** The numbers that a row of a table with coded ends holds: from, up to and without below. */
export function spanOf({ rows }: Table, id: string): { from: number; below: number } {
  const ids = rows.filter(({ role }) => role === 'category').map((row) => row.id);
  const startOf = (name: string) =>
    name.startsWith('<') ? Number.NEGATIVE_INFINITY : Number.parseFloat(name);
  const next = ids[ids.indexOf(id) + 1];
  return {
    from: startOf(id),
    below: next === undefined ? Number.POSITIVE_INFINITY : startOf(next),
  };
}

/** Counts and shares of counts add up; a share of people does not, where one stands in several rows. */
function mergedRow({ columns }: Table, rows: readonly Row[], cases: readonly NumberCase[]): Row {
  const from = Number(rows[0]!.id);
  const all = new Set(cases.map(({ respondent }) => respondent)).size;
  const parents = new Set(
    cases.filter(({ value }) => value >= from && isWithin(value, rows)).map((c) => c.respondent),
  ).size;
  return {
    ...rows[0]!,
    cells: columns.map(({ id }, i): Cell => {
      if (id === 'respondents' && columns.some((column) => column.id === 'percentOfRespondents')) {
        return parents;
      }
      if (id === 'percentOfRespondents') return all === 0 ? null : (100 * parents) / all;
      if (id === 'cumulative') return rows.at(-1)!.cells[i] ?? null;
      const numbers = rows.map(({ cells }) => cells[i]);
      if (numbers.some((cell) => typeof cell !== 'number')) return null;
      return (numbers as number[]).reduce((sum, cell) => sum + cell, 0);
    }),
  };
}

/** Rows that stand alone are single whole numbers wherever people are counted twice. */
function isWithin(value: number, rows: readonly Row[]): boolean {
  return rows.some(({ id }) => Number(id) === value);
}
