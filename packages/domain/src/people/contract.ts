import * as z from 'zod/mini';
import { RegionCode } from '../access/index.ts';
import { DateOnly, endpoint, Id, Instant, Nothing } from '../contract.ts';
import { Identity, Sex } from './identity.ts';
import {
  Family,
  LanguageCode,
  OPENING_REASONS,
  OpenedPerson,
  Person,
  PersonCard,
  PersonQuery,
} from './person.ts';

/** A search is worth so long for a registration; the database holds the same (`is_fresh_search`). */
export const SEARCH_MINUTES = 15;
/** At most so many cards are shown. */
export const MOST_CARDS = 10;

const NewResidence = z.object({ id: Id, region: RegionCode, from: z.nullable(DateOnly) });

export const peopleContract = {
  /**
   * Looks for somebody in the whole programme. What is asked stands in the body, in no address and no log. `id` is the
   * search's own, made by the client: a registration names it.
   */
  searchPeople: endpoint({
    kind: 'read',
    method: 'POST',
    path: '/api/people/search',
    permission: 'identity.search',
    input: z.object({ id: Id, query: PersonQuery }),
    output: z.object({ cards: z.array(PersonCard) }),
    audit: 'read',
    perMinute: 60,
  }),

  /** One look at somebody who was just found and is held by others, with a reason; the log keeps both. */
  openPerson: endpoint({
    kind: 'read',
    method: 'POST',
    path: '/api/people/:personId/open',
    permission: 'identity.search',
    input: z.object({ id: Id, personId: Id, searchId: Id, reason: z.enum(OPENING_REASONS) }),
    output: OpenedPerson,
    audit: 'read',
  }),

  /** Registers somebody who was looked for and not found, in a new family of one's own or in one that is within reach. */
  registerPerson: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people',
    permission: 'person.register',
    input: z.object({
      id: Id,
      searchId: Id,
      family: z.object({ kind: z.enum(['new', 'held']), id: Id }),
      memberFrom: z.nullable(DateOnly),
      sex: Sex,
      identity: Identity,
      languages: z.array(LanguageCode).check(z.maxLength(8)),
      residence: z.nullable(NewResidence),
    }),
    output: z.object({ personId: Id, familyId: Id }),
    audit: 'write',
  }),

  /** A person of one's own caseload or team, whole. */
  getPerson: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId',
    permission: 'person.read',
    input: z.object({ personId: Id }),
    output: Person,
    audit: 'read',
  }),

  /** A new version of who somebody is. `basedOn` is the version that was changed; when there is a newer one, nothing is done. */
  changeIdentity: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/identity',
    permission: 'identity.change',
    input: z.object({ id: Id, personId: Id, basedOn: z.int(), identity: Identity }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** The languages somebody speaks, best first. */
  recordLanguages: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/languages',
    permission: 'person.register',
    input: z.object({
      id: Id,
      personId: Id,
      languages: z.array(LanguageCode).check(z.minLength(1), z.maxLength(8)),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** Where somebody lives from a day on; what was her residence until then ends on that day. */
  recordMove: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/residences',
    permission: 'person.register',
    input: z.object({ id: Id, personId: Id, region: RegionCode, from: DateOnly }),
    output: Nothing,
    audit: 'write',
  }),

  /** The families within reach: one's own, or those of one's team. */
  listFamilies: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families',
    permission: 'person.read',
    input: Nothing,
    output: z.object({ families: z.array(Family) }),
    audit: 'read',
  }),

  getFamily: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId',
    permission: 'person.read',
    input: z.object({ familyId: Id }),
    output: Family,
    audit: 'read',
  }),

  /** Brings a person within reach into another family within reach. */
  addFamilyMember: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/members',
    permission: 'person.register',
    input: z.object({ id: Id, familyId: Id, personId: Id, from: z.nullable(DateOnly) }),
    output: Nothing,
    audit: 'write',
  }),

  /** Somebody belongs to a family no longer. Refused for her last one: nobody would hold her. */
  endFamilyMember: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/members/:memberId/end',
    permission: 'person.register',
    input: z.object({ id: Id, familyId: Id, memberId: Id, until: DateOnly }),
    output: Nothing,
    audit: 'write',
  }),

  /** The practitioners to whom a supervisor may give families, and how many each holds. */
  listTeam: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/team',
    permission: 'caseload.assign',
    input: Nothing,
    output: z.object({
      practitioners: z.array(z.object({ accountId: Id, name: z.string(), families: z.int() })),
    }),
    audit: 'none',
  }),

  /** Gives a family of the team to another practitioner of the team, never to oneself. */
  handOverFamily: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/holder',
    permission: 'caseload.assign',
    input: z.object({ id: Id, familyId: Id, accountId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** How many families and people the centres of a region hold: whole fives, rounded down, and nobody's name. */
  countCaseloads: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/caseload-counts',
    permission: 'caseload.count',
    input: Nothing,
    output: z.object({
      regions: z.array(
        z.object({ region: z.nullable(z.string()), families: z.int(), people: z.int() }),
      ),
    }),
    audit: 'none',
  }),

  /** Who supervises whom. */
  listSupervision: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/supervision',
    permission: 'account.read',
    input: Nothing,
    output: z.object({
      supervision: z.array(
        z.object({ id: Id, supervisorId: Id, practitionerId: Id, fromAt: Instant }),
      ),
    }),
    audit: 'none',
  }),

  assignSupervision: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/supervision',
    permission: 'supervision.assign',
    input: z.object({ id: Id, supervisorId: Id, practitionerId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  endSupervision: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/supervision/:supervisionId/end',
    permission: 'supervision.assign',
    input: z.object({ id: Id, supervisionId: Id }),
    output: Nothing,
    audit: 'write',
  }),
};
