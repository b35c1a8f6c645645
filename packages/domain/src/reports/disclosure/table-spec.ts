import * as z from 'zod/mini';
import { type DisclosurePolicy, isFiner, PLACE_LEVELS } from './policy.ts';
import type { Population } from './population.ts';
import { type Refusal, refuse } from './refusal.ts';

const Id = z.string().check(z.minLength(1));

/** A row or a column: people with one of these values. A total has all of them. */
export const Category = z.strictObject({ id: Id, values: z.array(Id).check(z.minLength(1)) });
export type Category = z.infer<typeof Category>;

export const Dimension = z.strictObject({
  variable: Id,
  /** How fine the categories are; needed where the variable is a place. */
  place: z.optional(z.enum(PLACE_LEVELS)),
  /** May overlap and lie inside each other: a total, a region with its parts, nested bands. */
  categories: z.array(Category).check(z.minLength(1)),
});
export type Dimension = z.infer<typeof Dimension>;

/** The table is about people with one of these values only. */
export const Filter = z.strictObject({
  variable: Id,
  place: z.optional(z.enum(PLACE_LEVELS)),
  values: z.array(Id).check(z.minLength(1)),
});
export type Filter = z.infer<typeof Filter>;

/** A table of counts before anything is counted: every combination of its categories is a cell. */
export const TableSpec = z.strictObject({
  id: Id,
  dimensions: z.array(Dimension),
  filters: z.array(Filter),
  /**
   * Variables that neighbours see anyway (sex, age). Of all others nobody may learn that everybody or
   * nobody in a group has a value.
   */
  visible: z.array(Id),
  /** The cells carry means of something else as well, so that they need as many people as a mean. */
  hasMeans: z.boolean(),
});
export type TableSpec = z.infer<typeof TableSpec>;

/** Every value of a variable as one category, for the margin of a table. */
export function totalOf({ variables }: Population, variable: string): Category {
  return { id: 'total', values: [...(variables[variable] ?? [])] };
}

/** Looks for tables that this population cannot fill, and for places finer than the policy tells. */
export function checkTables(
  tables: readonly TableSpec[],
  population: Population,
  policy: DisclosurePolicy,
): Refusal | null {
  const ids = tables.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) return refuse('table-unreadable', { table: twice, details: ['id'] });
  for (const table of tables) {
    const parsed = z.safeParse(TableSpec, table);
    if (!parsed.success) {
      const details = parsed.error.issues.map(({ path }) => path.join('.') || '*');
      return refuse('table-unreadable', { table: String(table?.id ?? ''), details });
    }
    const wrong = wrongParts(table, population);
    if (wrong.length > 0) return refuse('table-unreadable', { table: table.id, details: wrong });
    const fine = [...table.dimensions, ...table.filters]
      .filter(
        ({ variable, place }) =>
          population.places.includes(variable) &&
          (place === undefined || isFiner(place, policy.finestPlace)),
      )
      .map(({ variable }) => variable);
    if (fine.length > 0) return refuse('place-too-fine', { table: table.id, details: fine });
  }
  return null;
}

function wrongParts(
  { dimensions, filters, visible }: TableSpec,
  { variables }: Population,
): string[] {
  const wrong: string[] = [];
  const used = [...dimensions, ...filters].map(({ variable }) => variable);
  for (const name of [...used, ...visible]) if (!variables[name]) wrong.push(name);
  const across = dimensions.map(({ variable }) => variable);
  const filtered = filters.map(({ variable }) => variable);
  for (const names of [across, filtered]) {
    if (new Set(names).size < names.length) wrong.push('variable');
  }
  for (const { variable, categories } of dimensions) {
    const ids = categories.map(({ id }) => id);
    if (new Set(ids).size < ids.length) wrong.push(variable);
    for (const { values } of categories)
      if (!areValues(values, variables[variable])) wrong.push(variable);
  }
  for (const { variable, values } of filters) {
    if (!areValues(values, variables[variable])) wrong.push(variable);
  }
  return [...new Set(wrong)];
}

function areValues(values: readonly string[], all: readonly string[] = []): boolean {
  return new Set(values).size === values.length && values.every((value) => all.includes(value));
}
