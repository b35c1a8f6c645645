import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id } from '../../contract.ts';
import { Circumstance, CircumstanceValue, SECTIONS } from './circumstance.ts';

export const circumstancesContract = {
  /** How somebody within reach lives, every version of those parts that the asker may read. */
  listCircumstances: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/circumstances',
    permission: 'person.read',
    input: z.object({ personId: Id }),
    output: z.object({
      today: DateOnly,
      circumstances: z.array(Circumstance),
      hasAgreed: z.boolean(),
    }),
    audit: 'read',
  }),

  /**
   * How one part of somebody's life is since a day. `basedOn` is the newest version that was looked at, 0 for none:
   * `changed-meanwhile` when another holds. `told` null takes back what was written of that day.
   */
  recordCircumstance: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/circumstances',
    permission: 'person.register',
    input: z
      .object({
        id: Id,
        personId: Id,
        section: z.enum(SECTIONS),
        basedOn: z.int().check(z.minimum(0)),
        since: DateOnly,
        told: z.nullable(CircumstanceValue),
      })
      .check(
        z.refine(({ section, told }) => told === null || told.section === section, {
          path: ['told'],
        }),
      ),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),
} as const satisfies Contract;
