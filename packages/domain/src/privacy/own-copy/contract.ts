import * as z from 'zod/mini';
import { DateOnly, endpoint, FileAnswer, Id, Instant, Nothing } from '../../contract.ts';
import { LANGUAGES } from '../../text/languages.ts';
import { OWN_COPY_SECTIONS, WithheldSection } from './held.ts';
import { OwnCopyPassphrase } from './passphrase.ts';

/** Who asks: she herself, who answers for her before the law, or whom she authorised. */
export const COPY_ASKERS = ['person', 'guardian', 'representative'] as const;
/** How it was made sure that it is she, or somebody who may ask for her. */
export const COPY_PROOFS = ['known', 'identity-document', 'authority-paper'] as const;
export const COPY_DECLINE_REASONS = ['not-proven', 'withhold-more', 'law-forbids'] as const;
/** How the sealed archive reached her. */
export const HAND_OVER_WAYS = ['in-person', 'on-a-stick', 'by-mail', 'by-messenger'] as const;

/** `over`: the archive is gone, because it was handed over, declined or its time ran out. */
export const OWN_COPY_STATES = ['waiting', 'released', 'declined', 'handed-over', 'over'] as const;

export const OwnCopy = z.object({
  id: Id,
  personId: Id,
  askedBy: z.enum(COPY_ASKERS),
  askedOn: DateOnly,
  proof: z.enum(COPY_PROOFS),
  language: z.enum(LANGUAGES),
  withheld: z.array(WithheldSection),
  dueOn: DateOnly,
  /** Working days left until it is due, today not counted; negative once it is overdue. Null where nothing waits any more. */
  daysLeft: z.nullable(z.int()),
  /** SHA-256 of the sealed archive: proves later which one was handed over. */
  fingerprint: z.string(),
  bytes: z.int(),
  madeBy: z.object({ id: Id, name: z.string() }),
  madeAt: Instant,
  expiresAt: Instant,
  state: z.enum(OWN_COPY_STATES),
  decision: z.nullable(
    z.object({
      kind: z.enum(['released', 'declined']),
      reason: z.nullable(z.enum(COPY_DECLINE_REASONS)),
      by: z.string(),
      at: Instant,
    }),
  ),
  handOver: z.nullable(
    z.object({ way: z.enum(HAND_OVER_WAYS), on: DateOnly, by: z.string(), at: Instant }),
  ),
});
export type OwnCopy = z.infer<typeof OwnCopy>;

export const ownCopyContract = {
  /**
   * Makes somebody's own copy of all that is held about her and seals it under a passphrase which is kept nowhere. It waits for
   * somebody else's word before it leaves. `own-copy-waiting` where one waits already.
   */
  makeOwnCopy: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/own-copies',
    permission: 'copy.make',
    input: z.object({
      id: Id,
      personId: Id,
      askedBy: z.enum(COPY_ASKERS),
      askedOn: DateOnly,
      proof: z.enum(COPY_PROOFS),
      language: z.enum(LANGUAGES),
      withheld: z.array(WithheldSection).check(z.maxLength(OWN_COPY_SECTIONS.length)),
      passphrase: OwnCopyPassphrase,
    }),
    output: z.object({ dueOn: DateOnly, fingerprint: z.string() }),
    audit: 'write',
    perMinute: 10,
  }),

  /** The copies that were made for somebody within reach, the newest first. */
  listOwnCopiesOf: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/own-copies',
    permission: 'copy.make',
    input: z.object({ personId: Id }),
    output: z.object({ copies: z.array(OwnCopy) }),
    audit: 'read',
  }),

  /** Every copy of the programme, those that wait first. Nobody who reads this list can open one. */
  listOwnCopies: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/own-copies',
    permission: 'copy.release',
    input: Nothing,
    output: z.object({ copies: z.array(OwnCopy) }),
    audit: 'read',
  }),

  /** Lets a copy leave, or says why not. Never one's own. */
  decideOwnCopy: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/own-copies/:copyId/decision',
    permission: 'copy.release',
    input: z.object({
      id: Id,
      copyId: Id,
      decision: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('released') }),
        z.object({ kind: z.literal('declined'), reason: z.enum(COPY_DECLINE_REASONS) }),
      ]),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** The sealed archive, once released and until it was handed over. */
  fetchOwnCopy: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/own-copies/:copyId/file',
    permission: 'copy.fetch',
    input: z.object({ copyId: Id }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
  }),

  /** That she has it: the receipt. The archive is deleted here. */
  recordCopyHandOver: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/own-copies/:copyId/hand-over',
    permission: 'copy.fetch',
    input: z.object({ id: Id, copyId: Id, way: z.enum(HAND_OVER_WAYS), on: DateOnly }),
    output: Nothing,
    audit: 'write',
  }),
};
