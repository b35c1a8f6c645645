import type { Population } from './population.ts';
import type { TableSpec } from './table-spec.ts';

/**
 * A group of people by what they have in common: the values allowed for each variable. A variable
 * that is not there, or has all its values, restricts nothing.
 */
export type Group = Readonly<Record<string, readonly string[]>>;

/** A cell of a table with the group that it counts. */
export type TableCell = {
  readonly table: string;
  /** Ids of the categories, in the order of the table's dimensions. */
  readonly categories: readonly string[];
  readonly group: Group;
};

/** One name for one group, however it was written; the same in every table and release. */
export function identityOf(group: Group, { variables }: Pick<Population, 'variables'>): string {
  const parts = Object.keys(group)
    .sort()
    .flatMap((variable): [string, string[]][] => {
      const values = [...new Set(group[variable])].sort();
      return values.length === variables[variable]?.length ? [] : [[variable, values]];
    });
  return JSON.stringify(parts);
}

/** Every cell of a table; combinations that its own filters leave empty are none. */
export function cellsOf({ id, dimensions, filters }: TableSpec): TableCell[] {
  const start: TableCell = { table: id, categories: [], group: groupOfFilters(filters) };
  return dimensions.reduce<TableCell[]>(
    (cells, { variable, categories }) =>
      cells.flatMap((cell) =>
        categories.flatMap((category) => {
          const allowed = cell.group[variable];
          const values = allowed
            ? category.values.filter((value) => allowed.includes(value))
            : category.values;
          if (values.length === 0) return [];
          return [
            {
              ...cell,
              categories: [...cell.categories, category.id],
              group: { ...cell.group, [variable]: values },
            },
          ];
        }),
      ),
    [start],
  );
}

/** Everybody that a table is about. */
export function groupOfFilters(filters: TableSpec['filters']): Group {
  return Object.fromEntries(filters.map(({ variable, values }) => [variable, values]));
}
