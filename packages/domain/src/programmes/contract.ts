import * as z from 'zod/mini';
import { DateOnly, endpoint, Nothing } from '../contract.ts';

/** A region of the programme. Regions come and go: Kazakhstan has 20 since 2022, older tables show 16. */
export const Region = z.object({
  /** Such as `KZ-75`. */
  code: z.string(),
  /** By language. */
  name: z.record(z.string(), z.string()),
  validFrom: DateOnly,
  /** First day on which it is no more; null while it stands. */
  validUntil: z.nullable(DateOnly),
});
export type Region = z.infer<typeof Region>;

export const programmesContract = {
  /** The regions of the asker's programme, those of today and those of before, by code. */
  listRegions: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/regions',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ regions: z.array(Region) }),
    audit: 'none',
  }),
};
