import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, FileAnswer, Id, Nothing } from '../contract.ts';
import { Family } from '../people/index.ts';
import { Paper, StuckPaper } from '../people/papers/index.ts';
import { LANGUAGES } from '../text/languages.ts';
import { AheadEvent } from './ahead.ts';
import { CaseSettings } from './calendar/case-settings.ts';
import { FamilyLife } from './calendar/family-life.ts';
import {
  Attention,
  CaseEntry,
  CaseEntryInput,
  NeedValue,
  TASK_KINDS,
  Words,
} from './case-entry.ts';
import { handOverContract } from './hand-over/contract.ts';
import { LearningStanding } from './learning-tasks.ts';
import { savedListsContract } from './lists/contract.ts';
import { NEED_CATEGORY_IDS } from './needs.ts';
import { SHEET_KINDS } from './printing/print-sheet.ts';
import { TASK_STANDINGS } from './tasks.ts';

export const CaseTaskShown = z.object({
  kind: z.enum(TASK_KINDS),
  subjectId: Id,
  dueOn: DateOnly,
  since: DateOnly,
  isFor: z.enum(['holder', 'supervisor']),
  category: z.nullable(z.enum(NEED_CATEGORY_IDS)),
  putOffUntil: z.nullable(DateOnly),
  standing: z.enum(TASK_STANDINGS),
});

/** One family as the list of today has it. */
export const CaseSummary = z.object({
  family: Family,
  /** The account that holds it. */
  holderId: Id,
  status: z.enum(['none', 'open', 'closing', 'closed']),
  attention: Attention,
  /** How many months may lie between two reviews with this much attention. */
  reviewMonths: z.int(),
  nextReviewOn: z.nullable(DateOnly),
  openNeeds: z.int(),
  /** Needs that are nobody's, as they stand and at which version: enough to put one into somebody's hands. */
  unheld: z.array(
    z.object({ id: Id, version: z.int(), personId: z.nullable(Id), value: NeedValue }),
  ),
  tasks: z.array(CaseTaskShown),
  /** The papers of its members that do not move, or that hold others up. */
  stuck: z.array(StuckPaper),
  /** What may come in the family's life within a year. */
  ahead: z.array(AheadEvent),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const casesContract = {
  /** The families within reach with what is due in each. */
  listCases: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/cases',
    permission: 'case.read',
    input: z.object({}),
    output: z.object({ today: DateOnly, cases: z.array(CaseSummary) }),
    audit: 'read',
  }),

  /** A family's case, whole: every version of everything that was written, for `foldCase`. */
  getCase: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId/case',
    permission: 'case.read',
    input: z.object({ familyId: Id }),
    output: z.object({
      today: DateOnly,
      family: Family,
      entries: z.array(CaseEntry),
      /** What happens in the family's life, from which tasks follow. */
      life: FamilyLife,
      /** Papers of its members, the newest version of each. */
      papers: z.array(Paper),
      /** Members on their way to help in learning. */
      learning: z.array(LearningStanding),
      /** Members who agreed to a record being kept. */
      agreed: z.array(Id),
      /** Members who live and did not. */
      unasked: z.array(Id),
      /** Who wrote, by account. */
      authors: z.record(z.string(), z.string()),
      /** Whether the asker may decide what is waiting: the holder is of her team, and she wrote none of it. */
      mayDecide: z.boolean(),
    }),
    audit: 'read',
  }),

  /**
   * Writes one entry into the case of a family that the asker holds. `basedOn` is the version that was looked at, 0 for something
   * new: `changed-meanwhile` when another holds. `case-consent-missing` where a new word needs a consent that does not stand.
   */
  recordCaseEntry: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/case/entries',
    permission: 'case.write',
    input: z.object({
      id: Id,
      familyId: Id,
      basedOn: z.int().check(z.minimum(0)),
      entry: CaseEntryInput,
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** A supervisor's word on the plan or the closing that waits for it; never on what she wrote herself. */
  decideCase: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/case/decisions',
    permission: 'case.approve',
    input: z.object({
      id: Id,
      familyId: Id,
      about: z.enum(['plan', 'closing']),
      basedOn: z.int().check(z.minimum(1)),
      isAgreed: z.boolean(),
      words: z.nullable(Words),
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** A supervisor's answer to what the holder of a family of her team asked; `basedOn` is the version of the question. */
  answerQuestion: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/case/answers',
    permission: 'case.approve',
    input: z.object({
      id: Id,
      familyId: Id,
      questionId: Id,
      basedOn: z.int().check(z.minimum(1)),
      words: z.nullable(Words),
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  ...savedListsContract,
  ...handOverContract,

  /** What the programme set for the support of its families; version 0 and the usual where nobody set anything. */
  getCaseSettings: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/case-settings',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ version: z.int(), settings: CaseSettings }),
    audit: 'none',
  }),

  /** A new version of the settings, based on the one that was changed. `review-too-rare` for more than three months. */
  setCaseSettings: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/case-settings',
    permission: 'case.settings',
    input: z.object({ id: Id, basedOn: z.int(), settings: CaseSettings }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** A family on one page, or the sheet that goes with it when another colleague takes it over; no note. */
  getFamilySheet: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId/case/sheet.pdf',
    permission: 'case.read',
    input: z.object({ familyId: Id, kind: z.enum(SHEET_KINDS), language: z.enum(LANGUAGES) }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
  }),

  /** The plan on paper, for the family: needs, goals and steps; no note. */
  getPlanFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId/case/plan.pdf',
    permission: 'case.read',
    input: z.object({ familyId: Id, language: z.enum(LANGUAGES) }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
  }),
} as const satisfies Contract;
