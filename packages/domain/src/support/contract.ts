import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../contract.ts';
import { Names } from '../services/index.ts';
import { CareRuleSet, MeetingsThatCount } from './care-rule.ts';
import {
  AidInput,
  MaterialAid,
  SUPPORT_ENDINGS,
  SupportCourse,
  SupportEnd,
  SupportSession,
  SupportSheet,
} from './support-record.ts';

const records = {
  courses: z.array(SupportCourse),
  sessions: z.array(SupportSession),
  ends: z.array(SupportEnd),
  aid: z.array(MaterialAid),
};
const around = {
  today: DateOnly,
  /** Who wrote it down, by account. */
  colleagues: z.record(z.string(), z.string()),
  /** Names of the institutions that gave it, by id. */
  providers: z.record(z.string(), Names),
};
const born = z.nullable(z.object({ from: DateOnly, to: DateOnly }));

export const supportContract = {
  /** The help that somebody within reach really got, for `foldSupport`. */
  listSupport: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/support',
    permission: 'support.read',
    input: z.object({ personId: Id }),
    output: z.object({ ...records, ...around, born, canRecord: z.boolean() }),
    audit: 'read',
  }),

  /** Groups in which people within reach meet, with these people's own rows; nobody else's participants are told. */
  listSupportGroups: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/support-groups',
    permission: 'support.read',
    input: Nothing,
    output: z.object({
      ...{ courses: records.courses, sessions: records.sessions, ends: records.ends },
    }),
    audit: 'read',
  }),

  /**
   * What is written down after a meeting, of one person or of a group: each her own row. The holder's, for people who agreed to a
   * record and whose case is open. `support-ended` after its end, `changed-meanwhile` where an entry was corrected before.
   */
  recordSupportSheet: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/support-sheets',
    permission: 'support.record',
    input: z.object({ id: Id, sheet: SupportSheet }),
    output: Nothing,
    audit: 'write',
  }),

  /** That help of one kind is over, and how it ended. */
  endSupport: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/support/:courseId/end',
    permission: 'support.record',
    input: z.object({
      id: Id,
      personId: Id,
      courseId: Id,
      endedOn: DateOnly,
      how: z.enum(SUPPORT_ENDINGS),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** Something of worth that was handed over. It hangs on no answer and on no consent to being asked. */
  recordMaterialAid: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/material-aid',
    permission: 'support.record',
    input: z.object({ id: Id, personId: Id, aid: AidInput }),
    output: Nothing,
    audit: 'write',
  }),

  /** From how many meetings on help counts as evidence-based care, every version, the newest first. */
  getCareRules: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/care-rules',
    permission: 'pathway.read',
    input: Nothing,
    output: z.object({ rules: z.array(CareRuleSet) }),
    audit: 'none',
  }),

  /** Another rule from now on. `basedOn` is the version that was looked at: `changed-meanwhile` when another holds. */
  setCareRule: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/care-rules',
    permission: 'pathway.edit',
    input: z.object({ id: Id, basedOn: z.int().check(z.minimum(1)), rule: MeetingsThatCount }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),
} as const satisfies Contract;
