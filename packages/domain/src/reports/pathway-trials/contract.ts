import * as z from 'zod/mini';
import { type Contract, endpoint, Id, Instant, Nothing } from '../../contract.ts';
import { TrialResult } from './trial-result.ts';

/** Trying one version of the pathway on what people of the programme really answered. */
export const PathwayTrial = z.object({
  id: Id,
  versionId: Id,
  askedAt: Instant,
  askedBy: z.string(),
  /** How many people are looked at, in whole fives; null until that is counted. */
  people: z.nullable(z.int()),
  done: z.int(),
  /** Null while it goes on. */
  madeAt: z.nullable(Instant),
  /** Null while it goes on, and where so few people are there that nothing may be told. */
  result: z.nullable(TrialResult),
});
export type PathwayTrial = z.infer<typeof PathwayTrial>;

export const pathwayTrialsContract = {
  /** What versions came to when they were tried on past people, the newest first. */
  listPathwayTrials: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/pathway-trials',
    permission: 'pathway.edit',
    input: Nothing,
    output: z.object({ trials: z.array(PathwayTrial) }),
    audit: 'none',
  }),

  /**
   * Has a version tried on past people, in the background. `already-done` where it was tried this month: a second look at the same
   * people would tell who came in between.
   */
  tryPathway: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/pathway-versions/:versionId/trials',
    permission: 'pathway.edit',
    input: z.object({ id: Id, versionId: Id }),
    output: z.object({}),
    audit: 'write',
  }),
} as const satisfies Contract;
