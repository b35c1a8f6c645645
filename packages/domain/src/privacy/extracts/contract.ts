import * as z from 'zod/mini';
import { endpoint, FileAnswer, Id, Instant, Nothing } from '../../contract.ts';
import { LANGUAGES } from '../../text/languages.ts';
import { OwnCopyPassphrase } from '../own-copy/passphrase.ts';

/**
 * What a list is taken out for. Each is a purpose that people agree to by itself, and none of them leads out of the centre: what
 * goes to others is a release, an own copy, or a case that is handed over.
 */
export const EXTRACT_PURPOSES = [
  'service',
  'screening',
  'contact-phone',
  'contact-messenger',
] as const;
export type ExtractPurpose = (typeof EXTRACT_PURPOSES)[number];

/** What a list may tell of each person, in the order of its columns. */
export const EXTRACT_COLUMNS = [
  'family',
  'name',
  'birth',
  'phones',
  'sex',
  'age',
  'status',
  'attention',
  'next-review',
  'needs',
] as const;
const ExtractColumn = z.enum(EXTRACT_COLUMNS);
export type ExtractColumn = z.infer<typeof ExtractColumn>;

export const EXTRACT_STATES = ['waiting', 'ready', 'declined', 'over'] as const;
export const EXTRACT_DECLINE_REASONS = ['not-needed', 'fewer-people', 'fewer-columns'] as const;
export const MOST_EXTRACT_FAMILIES = 500;

/** How many people a list has, and how many it leaves out and why. */
const Counts = {
  people: z.int(),
  leftOut: z.object({ noConsent: z.int(), erased: z.int() }),
};

export const Extract = z.object({
  id: Id,
  purpose: z.enum(EXTRACT_PURPOSES),
  columns: z.array(ExtractColumn),
  /** What for, in the maker's words; without names. */
  reason: z.string(),
  ...Counts,
  needsSecond: z.boolean(),
  /** SHA-256 of the sealed archive. */
  fingerprint: z.string(),
  madeBy: z.object({ id: Id, name: z.string() }),
  madeAt: Instant,
  expiresAt: Instant,
  /** `over`: the archive is deleted. */
  state: z.enum(EXTRACT_STATES),
  decision: z.nullable(
    z.object({
      kind: z.enum(['released', 'declined']),
      reason: z.nullable(z.enum(EXTRACT_DECLINE_REASONS)),
      by: z.string(),
      at: Instant,
    }),
  ),
});
export type Extract = z.infer<typeof Extract>;

export const extractsContract = {
  /**
   * Takes the people of some families within reach out as a list, sealed under a passphrase that is kept nowhere. Whoever did not
   * agree to the purpose is left out. With more people than the programme allows, counted together with the maker's lists of the
   * last days, it waits for a second person. `extract-empty` where nobody agreed.
   */
  makeExtract: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/extracts',
    permission: 'extract.make',
    input: z.object({
      id: Id,
      families: z.array(Id).check(z.minLength(1), z.maxLength(MOST_EXTRACT_FAMILIES)),
      purpose: z.enum(EXTRACT_PURPOSES),
      columns: z.array(ExtractColumn).check(z.minLength(1), z.maxLength(EXTRACT_COLUMNS.length)),
      reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(400)),
      language: z.enum(LANGUAGES),
      passphrase: OwnCopyPassphrase,
    }),
    output: z.object({ ...Counts, needsSecond: z.boolean(), expiresAt: Instant }),
    audit: 'write',
    perMinute: 10,
  }),

  /** The asker's own lists, and those that she may let out; what waits comes first. */
  listExtracts: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/extracts',
    permission: 'extract.read',
    input: Nothing,
    output: z.object({ extracts: z.array(Extract) }),
    audit: 'read',
  }),

  /** Lets a list out, or says why not. Never one's own. */
  decideExtract: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/extracts/:extractId/decision',
    permission: 'extract.release',
    input: z.object({
      id: Id,
      extractId: Id,
      decision: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('released') }),
        z.object({ kind: z.literal('declined'), reason: z.enum(EXTRACT_DECLINE_REASONS) }),
      ]),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** The sealed archive, for whoever made it, until it runs out. `extract-outdated` once somebody in it may be in it no more. */
  fetchExtract: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/extracts/:extractId/file',
    permission: 'extract.make',
    input: z.object({ extractId: Id }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
  }),
};
