import type { RequestChange } from './refusal.ts';
import type { TableSpec } from './table-spec.ts';

/** So many requests are tried before the search gives up. */
const MOST_TRIES = 40;
const MOST_STEPS = 3;

type Attempt = {
  readonly tables: readonly TableSpec[];
  readonly changes: readonly RequestChange[];
};

/**
 * The fewest changes after which the tables pass; among equally few, those that leave most to tell.
 *
 * @param told how much of the tables would be told, null when they are refused
 */
export function smallestChange(
  tables: readonly TableSpec[],
  told: (tables: readonly TableSpec[]) => number | null,
): readonly RequestChange[] {
  let attempts: Attempt[] = [{ tables, changes: [] }];
  let tries = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let best: { told: number; changes: readonly RequestChange[] } | null = null;
    attempts = attempts.flatMap(nextAttempts);
    for (const attempt of attempts) {
      if (tries === MOST_TRIES) break;
      tries += 1;
      const left = told(attempt.tables);
      if (left !== null && left > (best?.told ?? 0))
        best = { told: left, changes: attempt.changes };
    }
    if (best) return best.changes;
  }
  return [];
}

function nextAttempts({ tables, changes }: Attempt): Attempt[] {
  return tables.flatMap((table): Attempt[] => {
    const instead = (tableLeft: TableSpec | null, change: RequestChange): Attempt => ({
      tables: tables.flatMap((other) => (other === table ? (tableLeft ?? []) : other)),
      changes: [...changes, change],
    });
    const without = <T extends { readonly variable: string }>(
      list: readonly T[],
      variable: string,
    ) => list.filter((part) => part.variable !== variable);
    return [
      ...table.filters.map(({ variable }) =>
        instead(
          { ...table, filters: without(table.filters, variable) },
          { kind: 'drop-filter', table: table.id, variable },
        ),
      ),
      ...(table.dimensions.length > 1 ? table.dimensions : []).map(({ variable }) =>
        instead(
          { ...table, dimensions: without(table.dimensions, variable) },
          { kind: 'drop-dimension', table: table.id, variable },
        ),
      ),
      ...(tables.length > 1 ? [instead(null, { kind: 'drop-table', table: table.id })] : []),
    ];
  });
}
