import * as z from 'zod/mini';
import { DateOnly, endpoint, Nothing } from '../../contract.ts';

/** What somebody may have to decide about other people's data, in the order in which it presses. */
export const DUTY_KINDS = [
  'emergency',
  'breach',
  'copy',
  'demand',
  'extract',
  'erasure',
  'renewal',
  'export',
  'release',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export const Duty = z.object({
  kind: z.enum(DUTY_KINDS),
  /** How many wait for a word of the asker; never those that somebody else must decide. */
  waiting: z.int(),
  /** How many of them are past their day. */
  overdue: z.int(),
  /** The nearest day by which one of them must be done, where there is such a day. */
  nearest: z.nullable(DateOnly),
});
export type Duty = z.infer<typeof Duty>;

export const dutiesContract = {
  /** What waits for the asker, in numbers: every page asks, so that nothing urgent is found late. */
  listDuties: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/duties',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ duties: z.array(Duty) }),
    audit: 'none',
  }),
};
