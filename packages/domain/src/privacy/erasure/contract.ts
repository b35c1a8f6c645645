import * as z from 'zod/mini';
import { endpoint, Id, Instant, Nothing } from '../../contract.ts';

/** Why somebody is to be erased. */
export const ERASURE_BASES = [
  'person-asks',
  'guardian-asks',
  'purpose-ended',
  'recorded-wrongly',
] as const;

/** Why it is not done. */
export const DECLINE_REASONS = ['not-asked-by-her', 'help-goes-on', 'law-forbids'] as const;

/** Why nothing of somebody may be erased for now. */
export const HOLD_BASES = ['court', 'prosecutor', 'complaint', 'claim'] as const;

/** How many of each thing there are. Numbers only: whoever decides must not learn who it is. */
export const ErasurePreview = z.object({
  /** What goes for good. */
  goes: z.object({
    identityVersions: z.int(),
    /** What a search finds her by. */
    searchMarks: z.int(),
    /** Consents with the names of a witness or guardian, or what is withheld. */
    sealedConsents: z.int(),
    lifeFacts: z.int(),
    languages: z.int(),
    /** What was written in words about her, or with her as who speaks for her family. */
    caseWords: z.int(),
    papers: z.int(),
    circumstances: z.int(),
    attachments: z.int(),
    schoolNotes: z.int(),
    peerMatches: z.int(),
    assessments: z.int(),
    /** What a pathway proposed for her, and what was decided about it. */
    careSteps: z.int(),
    /** Help that was given to her, and meetings of it. */
    supportGiven: z.int(),
    /** To whom she was passed on, what was told, and what came of it. */
    referrals: z.int(),
    /** Links to her own phone, whatever became of them. */
    phoneLinks: z.int(),
  }),
  /** What stays under an id that tells nothing. */
  stays: z.object({
    /** What a school wrote in its own record of a pupil. */
    schoolEntries: z.int(),
    families: z.int(),
    residences: z.int(),
    consentWords: z.int(),
    sharedFacts: z.int(),
    caseEntries: z.int(),
    /** Papers of others that wait for one about her. */
    papersAbout: z.int(),
    safetyEvents: z.int(),
    logEntries: z.int(),
  }),
  /** Asked for and not decided yet. */
  request: z.nullable(z.object({ id: Id, askedAt: Instant })),
  isErased: z.boolean(),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const ErasureRequest = z.object({
  id: Id,
  personId: Id,
  basis: z.enum(ERASURE_BASES),
  askedBy: z.object({ id: Id, name: z.string() }),
  askedAt: Instant,
  isOnHold: z.boolean(),
  decision: z.nullable(
    z.object({
      kind: z.enum(['erased', 'declined']),
      reason: z.nullable(z.enum(DECLINE_REASONS)),
      by: z.string(),
      at: Instant,
    }),
  ),
});
export type ErasureRequest = z.infer<typeof ErasureRequest>;

export const LegalHold = z.object({
  id: Id,
  personId: Id,
  basis: z.enum(HOLD_BASES),
  placedAt: Instant,
  liftedAt: z.nullable(Instant),
});
export type LegalHold = z.infer<typeof LegalHold>;

export const erasureContract = {
  /** What an erasure would take away and what it would leave, in numbers. */
  previewErasure: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/erasure',
    permission: 'erasure.read',
    input: z.object({ personId: Id }),
    output: ErasurePreview,
    audit: 'read',
  }),

  /** Asks that somebody within reach be erased. Somebody else decides. */
  requestErasure: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/erasure-requests',
    permission: 'erasure.request',
    input: z.object({ id: Id, personId: Id, basis: z.enum(ERASURE_BASES) }),
    output: Nothing,
    audit: 'write',
  }),

  /** Every request of the programme, the undecided first. */
  listErasureRequests: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/erasure-requests',
    permission: 'erasure.decide',
    input: Nothing,
    output: z.object({ requests: z.array(ErasureRequest) }),
    audit: 'read',
  }),

  /** Erases, for good and at once, or says why not. Never one's own request, never while a hold stands. */
  decideErasure: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/erasure-requests/:requestId/decision',
    permission: 'erasure.decide',
    input: z.object({
      id: Id,
      requestId: Id,
      decision: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('erased') }),
        z.object({ kind: z.literal('declined'), reason: z.enum(DECLINE_REASONS) }),
      ]),
    }),
    /** In how many consents of her family her name was struck out. */
    output: z.object({ struckTexts: z.int() }),
    audit: 'write',
  }),

  listLegalHolds: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/legal-holds',
    permission: 'hold.manage',
    input: Nothing,
    output: z.object({ holds: z.array(LegalHold) }),
    audit: 'read',
  }),

  /** Nothing of this person may be erased until the hold is lifted. */
  placeLegalHold: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/legal-holds',
    permission: 'hold.manage',
    input: z.object({ id: Id, personId: Id, basis: z.enum(HOLD_BASES) }),
    output: Nothing,
    audit: 'write',
  }),

  liftLegalHold: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/legal-holds/:holdId/lift',
    permission: 'hold.manage',
    input: z.object({ id: Id, holdId: Id }),
    output: Nothing,
    audit: 'write',
  }),
};
