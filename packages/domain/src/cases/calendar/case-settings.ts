import * as z from 'zod/mini';
import type { ProblemCode } from '../../problem.ts';
import { ATTENTIONS, type Attention } from '../case-entry.ts';

/** The longest time between two reviews that a programme may set; what case management for children asks for at least. */
export const MOST_REVIEW_MONTHS = 3;

const months = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));

/** What a programme sets for the support of its families. */
export const CaseSettings = z.object({
  /** The longest time between two reviews by how much attention a family needs; `caseSettingsObstacle` refuses more than three. */
  reviewMonths: z.object({ usual: months(1, 12), raised: months(1, 12), high: months(1, 12) }),
  /** So many months before somebody is expected home from prison the preparation begins. */
  preparationMonths: months(3, 18),
  /** Who is so old on the first of September goes to school that year. */
  schoolAge: months(5, 8),
});
export type CaseSettings = z.infer<typeof CaseSettings>;

/** What holds until a programme sets its own. In Kazakhstan a child is taken into the first grade from six. */
export const USUAL_CASE_SETTINGS: CaseSettings = {
  reviewMonths: { usual: 3, raised: 2, high: 1 } satisfies Record<Attention, number>,
  preparationMonths: 9,
  schoolAge: 6,
};

/** Why a programme may not set this, or null: reviews may be oftener than usual, never rarer. */
export function caseSettingsObstacle({ reviewMonths }: CaseSettings): ProblemCode | null {
  const isTooRare = ATTENTIONS.some((each) => reviewMonths[each] > MOST_REVIEW_MONTHS);
  return isTooRare ? 'review-too-rare' : null;
}
