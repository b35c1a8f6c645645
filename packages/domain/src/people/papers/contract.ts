import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../../contract.ts';
import { Family } from '../person.ts';
import { PAPER_KINDS, Paper, PaperInput } from './paper.ts';

export const papersContract = {
  /** The papers of a family's members, every version, and who of them agreed to a record. */
  listFamilyPapers: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId/papers',
    permission: 'paper.read',
    input: z.object({ familyId: Id }),
    output: z.object({ today: DateOnly, papers: z.array(Paper), agreed: z.array(Id) }),
    audit: 'read',
  }),

  /**
   * Where a paper stands from now on. `basedOn` is the version that was looked at, 0 for a new one: `changed-meanwhile` when
   * another holds. `case-consent-missing` where the person did not agree to a record; what ends a paper may be written all the
   * same.
   */
  recordPaper: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/papers',
    permission: 'paper.record',
    input: z.object({
      id: Id,
      personId: Id,
      basedOn: z.int().check(z.minimum(0)),
      paper: PaperInput,
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** The families within reach that have papers, with the newest version of each. */
  listPapers: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/papers',
    permission: 'paper.read',
    input: Nothing,
    output: z.object({
      today: DateOnly,
      families: z.array(
        z.object({
          family: Family,
          /** The account that holds it. */
          holderId: Id,
          papers: z.array(Paper),
        }),
      ),
    }),
    audit: 'read',
  }),

  /** How many people of a region wait for a paper of each kind: whole fives, rounded down, and nobody's name. */
  countPapers: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/paper-counts',
    permission: 'paper.count',
    input: Nothing,
    output: z.object({
      counts: z.array(
        z.object({
          region: z.nullable(z.string()),
          kind: z.enum(PAPER_KINDS),
          people: z.int(),
        }),
      ),
    }),
    audit: 'none',
  }),
} as const satisfies Contract;
