import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../../contract.ts';
import { DueRescreen, RescreenSkip, SKIP_REASONS } from './due-rescreen.ts';
import { ListedRescreen } from './rescreen-list.ts';

export const rescreeningContract = {
  /** Whoever within reach is to be asked again within a year, each with the next sitting. */
  listRescreens: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/rescreens',
    permission: 'assessment.read',
    input: Nothing,
    output: z.object({ today: DateOnly, people: z.array(ListedRescreen) }),
    audit: 'read',
  }),

  /** What comes for one person within ten years, and what was put off. */
  getRescreens: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/rescreens',
    permission: 'assessment.read',
    input: z.object({ personId: Id }),
    output: z.object({
      today: DateOnly,
      /** A consent to screening stands: without it nothing is due. */
      hasAgreed: z.boolean(),
      isBirthKnown: z.boolean(),
      coming: z.array(DueRescreen),
      /** The newest first. */
      skips: z.array(RescreenSkip),
    }),
    audit: 'read',
  }),

  /**
   * Puts the next sitting of somebody whose family the asker holds off, to a day within half a year. `dueBy` is the one that was
   * looked at: `changed-meanwhile` where another is next.
   */
  skipRescreen: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/rescreens/skips',
    permission: 'assessment.record',
    input: z.object({
      id: Id,
      personId: Id,
      dueBy: DateOnly,
      until: DateOnly,
      reason: z.enum(SKIP_REASONS),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** How many people of a region are to be asked and how many are overdue: whole fives, rounded down, and nobody's name. */
  countRescreens: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/rescreens/counts',
    permission: 'caseload.count',
    input: Nothing,
    output: z.object({
      today: DateOnly,
      regions: z.array(
        z.object({ region: z.nullable(z.string()), due: z.int(), overdue: z.int() }),
      ),
    }),
    audit: 'none',
  }),
} as const satisfies Contract;
