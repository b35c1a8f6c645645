import { createHash } from 'node:crypto';
import type { InputOf } from '@tirek/domain/contract';
import { FAMILIES_A_DELIVERY, offlineContract, type StoredAnswer } from '@tirek/domain/offline';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../http/account-of.ts';
import { type Request, type Route, routesOf } from '../http/handler.ts';
import { programmeDay } from '../programmes/index.ts';
import { answersOf, type WantedRead } from './answers-of.ts';
import {
  deviceStanding,
  endDevice,
  type FamilyAlong,
  insertDevice,
  keepTaking,
  listDevices,
  listOwnFamilies,
  mayTake,
} from './queries.ts';

/** Which reads a device is given, by name. */
interface ReadsAlong {
  /** Of the programme: asked without input. */
  readonly programme: readonly string[];
  /** Of a family: asked with its id. */
  readonly family: readonly string[];
  /** Of a person: asked with her id. */
  readonly person: readonly string[];
  /** Of a person, with an answer that another day or another setting changes though nobody wrote anything. */
  readonly personOfToday: readonly string[];
}

/** The one list of what is taken along: a feature that has pages for a family adds the reads of these pages. */
const READS: ReadsAlong = {
  programme: [
    ...['listRegions', 'listPurposeTexts', 'getConsentSettings', 'listConsentReceivers'],
    'getCaseSettings',
    ...['listCompetences', 'getPathway'],
  ],
  family: [
    ...['getFamily', 'getFamilyGraph', 'getCase', 'listAttachments', 'listFamilyPapers'],
    'listFamilyHolders',
  ],
  person: ['getPerson', 'listCircumstances'],
  personOfToday: [
    ...(['listConsents', 'listAssessments', 'listSteps', 'getRescreens'] as const),
    'listSafetyEventsOf',
    'listSupport',
  ],
};

const given = (answers: readonly (StoredAnswer | null)[]): StoredAnswer[] =>
  answers.filter((answer) => answer !== null);
const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** The endpoints of devices and of taking along, over all that the program can be asked. */
export function offlineRoutesOver(routes: readonly Route[]): readonly Route[] {
  const routeOf = (name: string): Route => {
    const route = routes.find((each) => each.name === name);
    if (!route) throw new Error(`no endpoint ${name}`);
    return route;
  };
  const programmeReads = READS.programme.map((name) => ({ route: routeOf(name), input: {} }));
  const familyReads = READS.family.map(routeOf);
  const personReads = READS.person.map(routeOf);
  const readsOfToday = READS.personOfToday.map(routeOf);

  const ofPeople = (reads: readonly Route[], { people }: FamilyAlong): WantedRead[] =>
    people.flatMap((personId) => reads.map((route) => ({ route, input: { personId } })));
  const ofFamily = (family: FamilyAlong): WantedRead[] => [
    ...familyReads.map((route) => ({ route, input: { familyId: family.familyId } })),
    ...ofPeople(personReads, family),
    ...ofPeople(readsOfToday, family),
  ];

  async function takeAlong(request: Request<InputOf<(typeof offlineContract)['takeAlong']>>) {
    const { tx, input, now, about } = request;
    const actor = accountOf(request.actor);
    if (!(await mayTake(tx, actor, input.deviceId))) throw new Problem('device-ended');
    const day = programmeDay(now);
    const own = await listOwnFamilies(tx, actor, input.families);
    const programmeAnswers = given(await answersOf(request, programmeReads));
    const mark = hashOf(JSON.stringify(programmeAnswers)).toString('base64url');
    const isSameProgramme = mark === input.programme;
    const isSameDay = day === input.day && isSameProgramme;
    const isKnown = (family: FamilyAlong) => input.known[family.familyId] === family.version;
    const due = own.filter((family) => !(isKnown(family) && isSameDay));
    const wanted = due.slice(0, FAMILIES_A_DELIVERY).map((family) => ({
      family,
      reads: isKnown(family) ? ofPeople(readsOfToday, family) : ofFamily(family),
    }));
    // All of them in one go: so many families cost about as many queries as one.
    const answers = await answersOf(
      request,
      wanted.flatMap(({ reads }) => reads),
    );
    let taken = 0;
    const families = wanted.map(({ family: { familyId, version }, reads }) => {
      const own = given(answers.slice(taken, taken + reads.length));
      taken += reads.length;
      return { familyId, mark: version, answers: own };
    });
    const ownIds = new Set(own.map(({ familyId }) => familyId));
    const gone = input.families.filter((id) => !ownIds.has(id));
    about([input.deviceId, ...families.map(({ familyId }) => familyId)], {
      families: families.length,
      gone: gone.length,
    });
    await keepTaking(tx, actor, { deviceId: input.deviceId, now });
    return {
      day,
      programme: { mark, answers: isSameProgramme ? [] : programmeAnswers },
      families,
      left: due.slice(FAMILIES_A_DELIVERY).map(({ familyId }) => familyId),
      gone,
    };
  }

  return routesOf(offlineContract, {
    takeAlong,

    async registerDevice({ tx, actor, input, now, about }) {
      const { id, secret, name } = input;
      about([id]);
      await insertDevice(tx, accountOf(actor), { id, secretHash: hashOf(secret), name, now });
      return {};
    },

    async listDevices({ tx, actor }) {
      return { devices: await listDevices(tx, accountOf(actor)) };
    },

    async endDevice({ tx, actor, input, now, about }) {
      const { deviceId } = input;
      about([deviceId]);
      if (!(await endDevice(tx, accountOf(actor), { deviceId, now }))) {
        throw new Problem('not-found');
      }
      return {};
    },

    async checkDevice({ tx, input }) {
      const { deviceId, secret } = input;
      return { standing: await deviceStanding(tx, { deviceId, secretHash: hashOf(secret) }) };
    },
  });
}
