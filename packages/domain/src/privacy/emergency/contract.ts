import * as z from 'zod/mini';
import { endpoint, Id, Instant, Nothing } from '../../contract.ts';

/** Why a record that others hold is opened at once. `holder-away`: help cannot wait and nobody who may open it can be reached. */
export const EMERGENCY_REASONS = ['danger-to-life', 'child-at-risk', 'holder-away'] as const;
export const EMERGENCY_VERDICTS = ['justified', 'not-justified'] as const;
/** So long an opening lasts; the database holds the same. */
export const EMERGENCY_HOURS = 3;

/** What happened, so that somebody who was not there can judge it; without names. */
const Account = z.string().check(z.trim(), z.minLength(15), z.maxLength(600));

export const EmergencyOpening = z.object({
  id: Id,
  personId: Id,
  openedBy: z.object({ id: Id, name: z.string() }),
  reason: z.enum(EMERGENCY_REASONS),
  /** Null once the person was erased. */
  words: z.nullable(z.string()),
  openedAt: Instant,
  until: Instant,
  isOpen: z.boolean(),
  review: z.nullable(
    z.object({
      verdict: z.enum(EMERGENCY_VERDICTS),
      words: z.nullable(z.string()),
      by: z.string(),
      at: Instant,
    }),
  ),
});
export type EmergencyOpening = z.infer<typeof EmergencyOpening>;

export const emergencyContract = {
  /**
   * Opens somebody who was just found and is held by others, with her family, to be read for `EMERGENCY_HOURS`. Supervisors are
   * told at once. It is never made longer: who needs more time finds her again, says why again, and they are told again.
   */
  openEmergency: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/emergency',
    permission: 'emergency.open',
    input: z.object({
      id: Id,
      personId: Id,
      searchId: Id,
      reason: z.enum(EMERGENCY_REASONS),
      words: Account,
    }),
    output: z.object({ until: Instant }),
    audit: 'write',
    perMinute: 10,
  }),

  /** What the asker herself opened and can still read; it says no more than she knows. */
  listOwnEmergencies: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/emergencies/own',
    permission: 'emergency.open',
    input: Nothing,
    output: z.object({
      open: z.array(z.object({ id: Id, personId: Id, families: z.array(Id), until: Instant })),
    }),
    audit: 'none',
  }),

  /** Openings that the asker hears of: by her team, of families of her team, or all of them. Those without a word first. */
  listEmergencies: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/emergencies',
    permission: 'emergency.review',
    input: Nothing,
    output: z.object({ openings: z.array(EmergencyOpening) }),
    audit: 'read',
  }),

  /** Says afterwards whether it was justified, and why. Never of one's own, and once. */
  reviewEmergency: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/emergencies/:openingId/review',
    permission: 'emergency.review',
    input: z.object({
      id: Id,
      openingId: Id,
      verdict: z.enum(EMERGENCY_VERDICTS),
      words: Account,
    }),
    output: Nothing,
    audit: 'write',
  }),
};
