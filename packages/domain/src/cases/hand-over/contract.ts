import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../../contract.ts';

export const OFFER_ANSWERS = ['accepted', 'declined', 'withdrawn'] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

/** A family that the asker holds and offered to a colleague elsewhere. */
export const GivenOffer = z.object({
  id: Id,
  familyId: Id,
  to: z.string(),
  region: z.nullable(z.string()),
  offeredOn: DateOnly,
  /** Null: it waits. */
  answer: z.nullable(z.enum(OFFER_ANSWERS)),
});
/** A family that waits for the asker: from where and how many people, and nobody's name before she takes it over. */
export const ReceivedOffer = z.object({
  id: Id,
  from: z.string(),
  region: z.nullable(z.string()),
  people: z.int(),
  offeredOn: DateOnly,
});
export type GivenOffer = z.infer<typeof GivenOffer>;
export type ReceivedOffer = z.infer<typeof ReceivedOffer>;

export const handOverContract = {
  /** What the asker offered, and what waits for her. */
  listFamilyOffers: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/family-offers',
    permission: 'caseload.hold',
    input: Nothing,
    output: z.object({
      given: z.array(GivenOffer),
      received: z.array(ReceivedOffer),
    }),
    audit: 'read',
  }),

  /** To whom the asker may offer a family: those who hold families in another region, or, where none is given, in none. */
  listColleaguesElsewhere: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/colleagues-elsewhere',
    permission: 'caseload.hold',
    input: z.object({ region: z.optional(z.string()) }),
    output: z.object({ colleagues: z.array(z.object({ accountId: Id, name: z.string() })) }),
    audit: 'none',
  }),

  /**
   * Offers a family that the asker holds to a colleague of another region. The note is an entry of the case and comes with it;
   * `case-consent-missing` where no new word may be written. `offer-refused` where another offer waits already.
   */
  offerFamily: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/offers',
    permission: 'caseload.hold',
    input: z.object({
      id: Id,
      familyId: Id,
      accountId: Id,
      note: z.nullable(
        z.object({ id: Id, text: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)) }),
      ),
    }),
    output: z.object({}),
    audit: 'write',
  }),

  /** `already-done` where it is not open any more. The family is told to whom takes it over. */
  answerFamilyOffer: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/family-offers/:offerId/answer',
    permission: 'caseload.hold',
    input: z.object({ id: Id, offerId: Id, answer: z.enum(OFFER_ANSWERS) }),
    output: z.object({ familyId: z.nullable(Id) }),
    audit: 'write',
  }),

  /** Who held a family, one after another, whoever handed it on. */
  listFamilyHolders: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId/holders',
    permission: 'person.read',
    input: z.object({ familyId: Id }),
    output: z.object({
      holders: z.array(
        z.object({
          name: z.string(),
          region: z.nullable(z.string()),
          from: DateOnly,
          until: z.nullable(DateOnly),
        }),
      ),
    }),
    audit: 'read',
  }),
} as const satisfies Contract;
