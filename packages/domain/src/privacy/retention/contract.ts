import * as z from 'zod/mini';
import { DateOnly, endpoint, Id, Instant, Nothing } from '../../contract.ts';

/** What a supervisor says once a year of the purpose of a file, and why; the database knows the same words. */
export const RENEWAL_REASONS = {
  'goes-on': [
    'support-goes-on',
    'children-followed',
    'return-expected',
    'agreed-follow-up',
    'law-requires',
  ],
  ends: ['goals-reached', 'family-asks', 'moved-away', 'out-of-touch'],
} as const;
export const RENEWAL_VERDICTS = ['goes-on', 'ends'] as const;
export type RenewalVerdict = (typeof RENEWAL_VERDICTS)[number];

/** Why a file was put away. */
export const AWAY_REASONS = ['inactive', 'purpose-ended'] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** Why a file is opened again. */
export const REOPEN_REASONS = [
  'family-came-back',
  'person-asks',
  'another-needs',
  'law-demands',
] as const;

/** A file whose purpose is to be confirmed, or was to be. */
export const Renewal = z.object({
  familyId: Id,
  holder: z.string(),
  /** Who holds the family, as it was shown: the word is given about her work. */
  holderId: Id,
  confirmedOn: DateOnly,
  dueOn: DateOnly,
  isOverdue: z.boolean(),
  /** The purpose ends only after the support did. */
  isCaseOpen: z.boolean(),
});
export type Renewal = z.infer<typeof Renewal>;

/** Files in numbers. */
export const FilesAhead = z.object({
  /** What will be put away within the next thirty days if nothing happens until then. */
  families: z.int(),
  people: z.int(),
  /** What would be, and is held or waits for somebody's word; told to nobody but the data protection officer. */
  stopped: z.nullable(z.int()),
  putAway: z.int(),
  /** Files whose yearly word is overdue. */
  overdue: z.int(),
});
export type FilesAhead = z.infer<typeof FilesAhead>;

/** A file that is put away, within reach. */
export const PutAwayFile = z.object({
  id: Id,
  familyId: Id,
  holder: z.string(),
  isOwn: z.boolean(),
  because: z.enum(AWAY_REASONS),
  since: Instant,
});
export type PutAwayFile = z.infer<typeof PutAwayFile>;

export const retentionContract = {
  /** Numbers of the asker's team, or of the programme for the data protection officer. */
  getFilesAhead: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/files-ahead',
    permission: 'retention.read',
    input: Nothing,
    output: FilesAhead,
    audit: 'none',
  }),

  /** The files of the asker's team whose purpose is to be confirmed within thirty days, the overdue first. */
  listRenewals: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/renewals',
    permission: 'purpose.renew',
    input: Nothing,
    output: z.object({ renewals: z.array(Renewal) }),
    audit: 'read',
  }),

  /**
   * Says that the purpose of a file goes on, or lets it end; never of a family that the asker holds. `purpose-case-open` where it is
   * to end and the support has not.
   */
  renewPurpose: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/renewals',
    permission: 'purpose.renew',
    input: z
      .object({
        id: Id,
        familyId: Id,
        verdict: z.enum(RENEWAL_VERDICTS),
        reason: z.enum([...RENEWAL_REASONS['goes-on'], ...RENEWAL_REASONS.ends]),
      })
      .check(
        z.refine(
          ({ verdict, reason }) => (RENEWAL_REASONS[verdict] as readonly string[]).includes(reason),
          { path: ['reason'] },
        ),
      ),
    output: Nothing,
    audit: 'write',
  }),

  /** Which families within reach are put away; it says no more than whoever holds them knows. */
  listPutAway: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/put-away',
    permission: 'person.read',
    input: Nothing,
    output: z.object({ files: z.array(PutAwayFile) }),
    audit: 'none',
  }),

  /** Brings the names of a file back into everyday reading. */
  reopenFile: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/put-away/:fileId/reopening',
    permission: 'file.reopen',
    input: z.object({ id: Id, fileId: Id, reason: z.enum(REOPEN_REASONS) }),
    output: Nothing,
    audit: 'write',
  }),
};
