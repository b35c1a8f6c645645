import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id, Nothing } from '../../contract.ts';
import { LANGUAGES } from '../../text/languages.ts';
import { FamilyMember } from '../person.ts';
import { Care, FamilyGraph, Household, LifeStatus, Parentage, Union } from './family-graph.ts';
import { FINDINGS, type FindingCode } from './findings.ts';

/** One thing that is written down about a family; of a person, where life stands. Sex and birth are told at registration. */
export const RecordedFact = z.discriminatedUnion('fact', [
  z.object({ fact: z.literal('life'), value: z.object({ id: Id, life: LifeStatus }) }),
  z.object({ fact: z.literal('union'), value: Union }),
  z.object({ fact: z.literal('parentage'), value: Parentage }),
  z.object({ fact: z.literal('care'), value: Care }),
  z.object({ fact: z.literal('household'), value: Household }),
]);
export type RecordedFact = z.infer<typeof RecordedFact>;

export const FACT_KINDS = ['life', 'union', 'parentage', 'care', 'household'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

const FindingName = z.enum(Object.keys(FINDINGS) as [FindingCode, ...FindingCode[]]);

export const familyGraphContract = {
  /** Who is whose in a family within reach, with its members of today. Facts about somebody who left it are not shown. */
  getFamilyGraph: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId/graph',
    permission: 'person.read',
    input: z.object({ familyId: Id }),
    output: z.object({
      members: z.array(FamilyMember),
      graph: FamilyGraph,
      /** By the id of a fact, or of the person whose life it tells of: which version holds. */
      versions: z.record(z.string(), z.int()),
    }),
    audit: 'read',
  }),

  /** The genogram and the same facts in sentences, on paper. */
  getGenogramFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId/genogram.pdf',
    permission: 'person.read',
    input: z.object({
      familyId: Id,
      language: z.enum(LANGUAGES),
      index: z.optional(Id),
    }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
  }),

  /**
   * Writes down or corrects a fact. `basedOn` is the version that was looked at, 0 for a new fact: `changed-meanwhile` when another
   * holds. `family-fact-impossible` and `family-fact-unlikely` say (details: `findings`) what stands against it; the unlikely is
   * written down when each finding is named in `confirmed`.
   */
  recordFamilyFact: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/facts',
    permission: 'person.register',
    input: z.object({
      id: Id,
      familyId: Id,
      basedOn: z.int().check(z.minimum(0)),
      fact: RecordedFact,
      confirmed: z.array(FindingName).check(z.maxLength(20)),
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** Takes back a fact that was written down by mistake; what stood there stays in the database. */
  withdrawFamilyFact: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/facts/:factId/withdrawal',
    permission: 'person.register',
    input: z.object({
      id: Id,
      familyId: Id,
      factId: Id,
      kind: z.enum(FACT_KINDS),
      basedOn: z.int().check(z.minimum(1)),
    }),
    output: Nothing,
    audit: 'write',
  }),
} as const satisfies Contract;
