import * as z from 'zod/mini';
import { DateOnly, Id } from '../contract.ts';

/** Who may administer which instrument, as a trainer wrote it down. The newest version of an account and a form counts. */
export const Competence = z.object({
  accountId: Id,
  formCode: z.string(),
  version: z.int(),
  state: z.enum(['held', 'withdrawn']),
  /** The last day on which it holds; null: until it is withdrawn. */
  validUntil: z.nullable(DateOnly),
  recordedOn: DateOnly,
});
export type Competence = z.infer<typeof Competence>;

/** Whether it holds on a day. The database asks the same (`competence_stands`). */
export function competenceStands(
  competence: Pick<Competence, 'state' | 'validUntil'> | undefined,
  on: string,
): boolean {
  if (competence?.state !== 'held') return false;
  return competence.validUntil === null || on <= competence.validUntil;
}
