import type { AnalysisPlan } from '@tirek/domain/reports';

/** What would be different about a plan that passes instead of the one that was refused. */
export type PlanChange =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'same-people' }
  | { readonly kind: 'fewer-conditions' }
  | { readonly kind: 'all-sections' }
  /** Ids of those left out. */
  | { readonly kind: 'without-sections'; readonly sections: readonly string[] }
  /** Ids of those left out that were not left out before. */
  | { readonly kind: 'without-tables'; readonly tables: readonly string[] };

/**
 * @param all ids of every section there is, which a plan without a choice of its own has
 */
export function planChange(
  refused: AnalysisPlan,
  instead: AnalysisPlan,
  all: readonly string[],
): PlanChange {
  const before = JSON.stringify(refused.population);
  if (JSON.stringify(instead.population) !== before) {
    if (instead.population.length === 0) return { kind: 'everybody' };
    const isPart = instead.population.every((condition) =>
      refused.population.some((other) => JSON.stringify(other) === JSON.stringify(condition)),
    );
    return { kind: isPart ? 'fewer-conditions' : 'same-people' };
  }
  const { sections, without = [] } = instead;
  const tables = without.filter((id) => !refused.without?.includes(id));
  if (tables.length > 0) return { kind: 'without-tables', tables };
  if (sections === null) return { kind: 'all-sections' };
  return {
    kind: 'without-sections',
    sections: (refused.sections ?? all).filter((id) => !sections.includes(id)),
  };
}
