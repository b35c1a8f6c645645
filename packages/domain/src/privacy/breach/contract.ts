import * as z from 'zod/mini';
import { DateOnly, endpoint, FileAnswer, Id, Instant, Nothing } from '../../contract.ts';
import { LANGUAGES } from '../../text/languages.ts';

/** What happened to personal data that should not have. */
export const BREACH_KINDS = [
  ...['lost-device', 'wrong-recipient', 'seen-by-others', 'stolen-access', 'lost-data', 'other'],
] as const;
/** How many people it concerns, as far as is known. */
export const BREACH_SIZES = ['unknown', 'up-to-10', 'up-to-100', 'more'] as const;
/** Which data it concerns. */
export const BREACH_DATA = [
  'names',
  'contacts',
  'documents',
  'family',
  'health',
  'support',
] as const;
/** How the notice was given. */
export const NOTICE_WAYS = ['portal', 'letter', 'by-mail'] as const;

const Told = z.string().check(z.trim(), z.minLength(15), z.maxLength(1200));

export const Breach = z.object({
  id: Id,
  noticedOn: DateOnly,
  kind: z.enum(BREACH_KINDS),
  size: z.enum(BREACH_SIZES),
  data: z.array(z.enum(BREACH_DATA)),
  /** What happened, and what was done since; without names. */
  what: z.string(),
  measures: z.string(),
  /** The end of this day is the last moment for the notice. */
  dueOn: DateOnly,
  recordedBy: z.string(),
  recordedAt: Instant,
  /** `overdue`: the day is over and no notice was given. */
  state: z.enum(['waiting', 'overdue', 'noticed']),
  notice: z.nullable(
    z.object({ way: z.enum(NOTICE_WAYS), on: DateOnly, by: z.string(), at: Instant }),
  ),
});
export type Breach = z.infer<typeof Breach>;

export const breachContract = {
  /** Writes a breach down; from the day on which it was noticed the clock runs. */
  recordBreach: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/breaches',
    permission: 'breach.manage',
    input: z.object({
      id: Id,
      noticedOn: DateOnly,
      kind: z.enum(BREACH_KINDS),
      size: z.enum(BREACH_SIZES),
      data: z.array(z.enum(BREACH_DATA)).check(z.minLength(1), z.maxLength(BREACH_DATA.length)),
      what: Told,
      measures: Told,
    }),
    output: z.object({ dueOn: DateOnly }),
    audit: 'write',
  }),

  /** Every breach of the programme: those that wait for a notice first. */
  listBreaches: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/breaches',
    permission: 'breach.manage',
    input: Nothing,
    output: z.object({ breaches: z.array(Breach) }),
    audit: 'read',
  }),

  /** The notice to the authority, drafted; to be signed. `consent-settings-missing`: nobody has said who the operator is. */
  getBreachNoticeFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/breaches/:breachId/notice.pdf',
    permission: 'breach.manage',
    input: z.object({ breachId: Id, language: z.enum(LANGUAGES) }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
  }),

  /** That the notice was given. */
  recordBreachNotice: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/breaches/:breachId/notice',
    permission: 'breach.manage',
    input: z.object({ id: Id, breachId: Id, way: z.enum(NOTICE_WAYS), on: DateOnly }),
    output: Nothing,
    audit: 'write',
  }),
};
