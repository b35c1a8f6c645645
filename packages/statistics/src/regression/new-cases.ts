import { completeRows } from './design.ts';
import type { DesignPlan } from './design-plan.ts';
import { codesOf } from './predictors.ts';

/** Values of the predictors by name: numbers, or levels of a factor; all of one length. */
export type NewCases = Readonly<Record<string, ArrayLike<number | string | null | undefined>>>;

/**
 * New cases as the model's design reads them.
 * @throws RangeError when a predictor of the model is not given, lengths differ, or a level is unknown
 */
export function newCodes(
  plan: DesignPlan,
  cases: NewCases,
): { codes: Map<string, Float64Array>; rows: Int32Array; count: number } {
  const used = [...new Set(plan.terms.flatMap((term) => term.predictors))];
  const codes = new Map<string, Float64Array>();
  for (const name of used) {
    const values = Object.hasOwn(cases, name) ? cases[name] : undefined;
    if (values === undefined) throw new RangeError(`no values of ${name}`);
    codes.set(name, codesOf(name, plan.levels.get(name) ?? null, values));
  }
  const all = [...codes.values()];
  // A model without predictors says the same of any case: one.
  const count = all[0]?.length ?? 1;
  if (all.some((values) => values.length !== count))
    throw new RangeError('predictors differ in length');
  return { codes, rows: completeRows(all, count), count };
}
