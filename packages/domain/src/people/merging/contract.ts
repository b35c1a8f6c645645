import * as z from 'zod/mini';
import { ConsentStanding } from '../../consents/index.ts';
import { type Contract, DateOnly, endpoint, Id, Instant, Nothing } from '../../contract.ts';
import { FINDINGS, type FindingCode } from '../family-graph/findings.ts';
import { Identity, PersonName, Sex } from '../identity.ts';
import { FamilyMember, LanguageCode } from '../person.ts';
import { MERGE_REASONS } from './identity-as-one.ts';
import { MERGE_CONFLICTS } from './merge-conflicts.ts';
import { PERSON_RECORDS } from './person-records.ts';

/** Why two records cannot become one as they are. */
export const MERGE_OBSTACLES = ['kin', 'entangled', 'waits'] as const;

const chosen = <Value extends z.core.$ZodType>(value: Value) =>
  z.object({ value, why: z.enum(MERGE_REASONS) });

const Findings = z.array(
  z.object({
    code: z.enum(Object.keys(FINDINGS) as [FindingCode, ...FindingCode[]]),
    persons: z.readonly(z.array(Id)),
  }),
);

/** One of two records as it is compared. */
const MergeRecord = z.object({
  personId: Id,
  registeredAt: Instant,
  sex: Sex,
  identity: Identity,
  languages: z.array(LanguageCode),
  residence: z.nullable(z.object({ region: z.string(), from: z.nullable(DateOnly) })),
  /** Where her life stands, in a word of the family graph; null while nobody has said. */
  life: z.nullable(z.string()),
  families: z.array(z.object({ id: Id, holder: z.string(), members: z.array(FamilyMember) })),
  consents: z.array(ConsentStanding),
  /** How many rows of each kind hang on it, as far as the asker may know of them. */
  hangs: z.array(z.object({ what: z.enum(PERSON_RECORDS), count: z.int() })),
});
export type MergeRecord = z.infer<typeof MergeRecord>;

export const MergePreview = z.object({
  /** Who stands for both. */
  kept: MergeRecord,
  other: MergeRecord,
  /** What stands afterwards, and why. */
  after: z.object({
    names: chosen(z.array(PersonName)),
    birth: chosen(Identity.shape.birth),
    sex: chosen(Sex),
    phones: chosen(Identity.shape.phones),
    documents: chosen(Identity.shape.documents),
    languages: chosen(z.array(LanguageCode)),
    residence: chosen(z.nullable(z.string())),
    life: chosen(z.nullable(z.string())),
    consents: z.array(ConsentStanding),
  }),
  conflicts: z.array(z.enum(MERGE_CONFLICTS)),
  /** What would be impossible or unlikely in the families. */
  findings: Findings,
  obstacle: z.nullable(z.enum(MERGE_OBSTACLES)),
  /** Different colleagues hold the two: somebody who answers for both has to agree. */
  needsAnother: z.boolean(),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** A merge that waits for a decision or that stands. Names only as far as the reader reaches the person. */
export const Merge = z.object({
  id: Id,
  personId: Id,
  /** Null once it stands: nobody is found under it then. */
  otherId: z.nullable(Id),
  name: z.nullable(PersonName),
  otherName: z.nullable(PersonName),
  state: z.enum(['waits', 'stands']),
  askedBy: z.string(),
  at: Instant,
  mayDecide: z.boolean(),
  mayUndo: z.boolean(),
});
export type Merge = z.infer<typeof Merge>;

const Confirmed = z.array(z.enum(MERGE_CONFLICTS)).check(z.maxLength(20));

export const mergingContract = {
  /** Two records of which both are within reach, side by side, and what would stand afterwards. */
  previewMerge: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/merges/:otherId',
    permission: 'person.merge',
    input: z.object({ personId: Id, otherId: Id }),
    output: MergePreview,
    audit: 'read',
  }),

  /**
   * Says that two records are one person; `personId` stands for both. Done at once where one colleague holds both, else it waits
   * for another person. The other one may be out of reach when she was just opened as the same person. `confirmed` names every
   * conflict that was shown; `merge-conflicts` otherwise.
   */
  askMerge: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/merges',
    permission: 'person.merge',
    input: z.object({ id: Id, personId: Id, otherId: Id, confirmed: Confirmed }),
    output: z.object({ state: z.enum(['done', 'asked']) }),
    audit: 'write',
  }),

  /** What waits and what stands within reach, the newest first. */
  listMerges: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/merges',
    permission: 'person.merge',
    input: Nothing,
    output: z.object({ merges: z.array(Merge) }),
    audit: 'read',
  }),

  /** Agrees to a merge that somebody else asked for, or declines. */
  decideMerge: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/merges/:mergeId/decision',
    permission: 'merge.decide',
    input: z.object({ id: Id, mergeId: Id, isAgreed: z.boolean(), confirmed: Confirmed }),
    output: Nothing,
    audit: 'write',
  }),

  /** Takes a merge back: each record has again what hung on it. */
  undoMerge: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/merges/:mergeId/undoing',
    permission: 'person.merge',
    input: z.object({ id: Id, mergeId: Id }),
    output: Nothing,
    audit: 'write',
  }),
} as const satisfies Contract;
