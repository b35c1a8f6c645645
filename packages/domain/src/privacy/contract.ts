import * as z from 'zod/mini';
import { DateOnly, endpoint, Id, Instant, Nothing } from '../contract.ts';

export const AUDIT_EFFECTS = ['read', 'write', 'refused', 'system'] as const;
export const ACTOR_KINDS = ['visitor', 'respondent', 'account', 'system'] as const;

/** One row of the log: who did what to which opaque ids. Never a name, an answer or free text of a family. */
export const AuditEntry = z.object({
  /** Number of the entry; higher is newer. */
  number: z.int(),
  at: Instant,
  actorKind: z.enum(ACTOR_KINDS),
  /** The colleague, where one acted; `name` is today's. */
  account: z.nullable(z.object({ id: Id, name: z.string() })),
  /** Name of the endpoint or job. */
  action: z.string(),
  effect: z.enum(AUDIT_EFFECTS),
  about: z.array(z.string()),
  /** Counts, codes and dates. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Whether the chain holds it already; false for the last second or so. */
  isSealed: z.boolean(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The end of the chain. Whoever writes both values down elsewhere can later prove that nothing before was changed or cut off. */
export const AuditHead = z.object({
  sequence: z.int(),
  /** 64 hexadecimal digits. */
  hash: z.string(),
  sealedAt: Instant,
});
export type AuditHead = z.infer<typeof AuditHead>;

/** Entries of one page. */
export const AUDIT_PAGE = 100;

export const privacyContract = {
  /** The log, newest first, `AUDIT_PAGE` entries a page. Reading it is an entry of its own. */
  listAuditEntries: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/audit/entries',
    permission: 'audit.read',
    input: z.object({
      effect: z.optional(z.enum(AUDIT_EFFECTS)),
      action: z.optional(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/))),
      accountId: z.optional(Id),
      /** The day in Kazakhstan (UTC+5). */
      day: z.optional(DateOnly),
      /** Only entries older than this number: the last one of the page before. */
      before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
    }),
    output: z.object({
      entries: z.array(AuditEntry),
      /** `before` of the next page; null on the last one. */
      next: z.nullable(z.string()),
    }),
    audit: 'read',
  }),
  /** How far the log is sealed. */
  readAuditState: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/audit/state',
    permission: 'audit.read',
    input: Nothing,
    output: z.object({
      head: z.nullable(AuditHead),
      /** Entries that the chain holds, of all programmes. */
      sealedEntries: z.int(),
      /** Entries that wait for the sealer, as far as the asker may see them. */
      unsealedEntries: z.int(),
      /** The last check of the whole chain, made every night. */
      lastCheck: z.nullable(z.object({ at: Instant, isIntact: z.boolean() })),
    }),
    audit: 'read',
  }),
};
