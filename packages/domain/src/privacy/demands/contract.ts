import * as z from 'zod/mini';
import { DateOnly, endpoint, Id, Instant, Nothing } from '../../contract.ts';

/** Who demands data in writing. */
export const DEMAND_BODIES = [
  'court',
  'prosecutor',
  'investigator',
  'security',
  'guardianship',
  'other',
] as const;
/** What the demand rests on, as the paper itself names it. */
export const DEMAND_BASES = ['court-decision', 'criminal-case', 'law-article', 'none'] as const;
/** What is answered, the least first. */
export const DEMAND_ANSWERS = ['refused', 'nothing-held', 'less', 'as-asked'] as const;
/** Whether whom it is about was told; `barred`: the law or the paper forbids it. */
export const DEMAND_TELLINGS = ['told', 'barred', 'out-of-reach'] as const;
export const DEMAND_BARRED_REASONS = ['court-forbids', 'secret-of-investigation', 'law'] as const;
/** `asked`: the answer waits for a second person; `returned`: she did not agree; `agreed`: it may go out; `closed`: it went. */
export const DEMAND_STATES = ['asked', 'returned', 'agreed', 'closed'] as const;

const Told = z.string().check(z.trim(), z.minLength(10), z.maxLength(1200));
const Answer = z.enum(DEMAND_ANSWERS);

export const LegalDemand = z.object({
  id: Id,
  from: z.enum(DEMAND_BODIES),
  basis: z.enum(DEMAND_BASES),
  writtenOn: DateOnly,
  receivedOn: DateOnly,
  /** The end of this day is what the paper gives. */
  dueOn: DateOnly,
  /** What is asked for, in words without names. */
  asked: z.string(),
  state: z.enum(DEMAND_STATES),
  isOverdue: z.boolean(),
  /** The newest answer that was proposed. */
  answer: z.object({
    id: Id,
    kind: Answer,
    why: z.string(),
    by: z.object({ id: Id, name: z.string() }),
    at: Instant,
  }),
  decision: z.nullable(
    z.object({ isAgreed: z.boolean(), words: z.nullable(z.string()), by: z.string(), at: Instant }),
  ),
  closing: z.nullable(
    z.object({
      answeredOn: DateOnly,
      telling: z.enum(DEMAND_TELLINGS),
      barredBy: z.nullable(z.enum(DEMAND_BARRED_REASONS)),
    }),
  ),
});
export type LegalDemand = z.infer<typeof LegalDemand>;

/** What may be published of one year: demands, and never people. */
export const DemandYear = z.object({
  year: z.int(),
  received: z.int(),
  answers: z.record(Answer, z.int()),
  told: z.int(),
  barred: z.int(),
});
export type DemandYear = z.infer<typeof DemandYear>;

const Proposed = { answer: Answer, why: Told };

export const demandsContract = {
  /** Every written demand of the programme, those that press first, and their count by year. */
  listDemands: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/demands',
    permission: 'demand.read',
    input: Nothing,
    output: z.object({ demands: z.array(LegalDemand), years: z.array(DemandYear) }),
    audit: 'read',
  }),

  /**
   * Writes a demand down with the least that answers it. `demand-without-basis` where something is to be told although the paper
   * names nothing that it rests on.
   */
  recordDemand: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/demands',
    permission: 'demand.manage',
    input: z.object({
      id: Id,
      answerId: Id,
      from: z.enum(DEMAND_BODIES),
      basis: z.enum(DEMAND_BASES),
      writtenOn: DateOnly,
      receivedOn: DateOnly,
      dueOn: DateOnly,
      asked: Told,
      ...Proposed,
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** Another answer, once the first was not agreed to. */
  proposeDemandAnswer: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/demands/:demandId/answers',
    permission: 'demand.manage',
    input: z.object({ id: Id, demandId: Id, ...Proposed }),
    output: Nothing,
    audit: 'write',
  }),

  /** A second person's word on the answer; never on one's own. */
  decideDemandAnswer: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/demands/:demandId/decision',
    permission: 'demand.decide',
    input: z.object({
      id: Id,
      demandId: Id,
      answerId: Id,
      isAgreed: z.boolean(),
      words: z.nullable(Told),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** That the answer which was agreed to went out, and whether whom it is about was told. */
  closeDemand: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/demands/:demandId/closing',
    permission: 'demand.manage',
    input: z
      .object({
        id: Id,
        demandId: Id,
        answeredOn: DateOnly,
        telling: z.enum(DEMAND_TELLINGS),
        barredBy: z.nullable(z.enum(DEMAND_BARRED_REASONS)),
      })
      .check(
        z.refine(({ telling, barredBy }) => (telling === 'barred') === (barredBy !== null), {
          path: ['barredBy'],
        }),
      ),
    output: Nothing,
    audit: 'write',
  }),
};
