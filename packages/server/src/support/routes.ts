import type { SignedInActor } from '@tirek/domain/access';
import { birthRange } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { CARE_RULE, foldSupport, standingAid, supportContract } from '@tirek/domain/support';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, oneOf, routesOf } from '../http/handler.ts';
import { listFamilyRows, listMembers, listPersons, openIdentitiesOf } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { listProviders } from '../services/index.ts';
import { findCareRule, insertCareRule, listCareRules } from './care-rule/queries.ts';
import { loadBareSupport, loadSupport } from './load-support.ts';
import { listWritable, requireWritable } from './may-write.ts';
import { insertAid, insertEnd, listAuthors, lockSupport } from './queries.ts';
import { kindOf, recordSheet } from './record-sheet.ts';

const handlers: Handlers<typeof supportContract> = {
  async getCareRules({ tx, actor }) {
    const own = { ...CARE_RULE, methods: { ...CARE_RULE.methods }, set: null };
    return { rules: [...(await listCareRules(tx, accountOf(actor))), own] };
  },

  async setCareRule({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, basedOn, rule } = input;
    about([], { version: basedOn + 1 });
    const { version } = await findCareRule(tx, asker.programmeId);
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    await insertCareRule(tx, asker, { id, version: version + 1, rule, now });
    return { version: version + 1 };
  },

  listSupport: oneOf(async ({ tx, actor, now, keyFor }, inputs) => {
    const asker = accountOf(actor);
    const wanted = [...new Set(inputs.map(({ personId }) => personId))];
    const people = (await listPersons(tx, asker, wanted)).map(({ id }) => id);
    const given = await loadSupport({ tx, actor: asker, keyFor }, people);
    const identities = await openIdentitiesOf(tx, people, keyFor);
    const authors = await listAuthors(tx, people);
    const names = await providerNames(tx, asker);
    const today = programmeDay(now);
    const writable = await listWritable(tx, asker, { people, on: today });
    return inputs.map(({ personId }) => {
      const records = given.get(personId);
      if (!records) return null;
      const birth = identities.get(personId)?.birth ?? null;
      const own = authors.filter((each) => each.personId === personId);
      const providers = [...records.courses, ...records.aid].flatMap(({ providerId }) => {
        const name = providerId && names.get(providerId);
        return name ? [[providerId, name] as const] : [];
      });
      const output = {
        courses: [...records.courses],
        sessions: [...records.sessions],
        ends: [...records.ends],
        aid: [...records.aid],
        ...{ today, born: birth && birthRange(birth), canRecord: writable.has(personId) },
        colleagues: Object.fromEntries(own.map(({ accountId, name }) => [accountId, name])),
        providers: Object.fromEntries(providers),
      };
      return { output, about: [personId] };
    });
  }),

  async listSupportGroups({ tx, actor, about }) {
    const asker = accountOf(actor);
    const families = await listFamilyRows(tx, asker);
    const members = await listMembers(
      tx,
      families.map(({ id }) => id),
    );
    const people = [...new Set(members.map(({ personId }) => personId))];
    const given = [...(await loadBareSupport(tx, asker, people)).values()];
    const courses = given.flatMap((records) =>
      records.courses.filter(({ groupId }) => groupId !== null),
    );
    const ids = new Set(courses.map(({ id }) => id));
    const whom = [...new Set(courses.map(({ personId }) => personId))];
    about(whom, { people: whom.length });
    const ofGroups = ({ courseId }: { courseId: string }) => ids.has(courseId);
    return {
      courses,
      sessions: given.flatMap(({ sessions }) => sessions.filter(ofGroups)),
      ends: given.flatMap(({ ends }) => ends.filter(ofGroups)),
    };
  },

  async recordSupportSheet({ tx, actor, input: { sheet }, now, keyFor, about }) {
    const asker = accountOf(actor);
    const onFound = (people: readonly string[]) => about(people, { people: people.length });
    await recordSheet({ tx, actor: asker, now, keyFor, onFound }, sheet);
    return {};
  },

  async endSupport({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { personId, courseId, endedOn } = input;
    const today = programmeDay(now);
    await lockSupport(tx, [personId]);
    const wanted = { personId, on: today, needsCase: false, needsConsent: false };
    await requireWritable(tx, asker, wanted);
    about([personId]);
    if (endedOn > today) throw new Problem('case-day-to-come');
    const shown = foldSupport(await bareOf(tx, asker, personId)).find(
      ({ course }) => course.id === courseId,
    );
    if (!shown) throw new Problem('not-found');
    if (shown.end) throw new Problem('changed-meanwhile');
    await insertEnd(tx, asker, { ...input, now, today });
    return {};
  },

  async recordMaterialAid({ tx, actor, input: { id, personId, aid }, now, about }) {
    const asker = accountOf(actor);
    const today = programmeDay(now);
    await lockSupport(tx, [personId]);
    await requireWritable(tx, asker, {
      ...{ personId, on: today, needsCase: false },
      needsConsent: aid.isGiven,
    });
    about([personId]);
    if (aid.handedOn > today) throw new Problem('case-day-to-come');
    await kindOf(tx, asker, aid.providerId);
    const { supersedes } = aid;
    if (supersedes !== null) {
      const known = standingAid(await bareOf(tx, asker, personId));
      if (!known.some((each) => each.id === supersedes)) throw new Problem('changed-meanwhile');
    }
    await insertAid(tx, asker, { ...aid, id, personId, now, today });
    return {};
  },
};

const bareOf = async (tx: Tx, actor: SignedInActor, personId: string) =>
  (await loadBareSupport(tx, actor, [personId])).get(personId) ?? NOTHING;
const NOTHING = { courses: [], sessions: [], ends: [], aid: [] };

const providerNames = async (tx: Tx, actor: SignedInActor) =>
  new Map((await listProviders(tx, actor)).map(({ id, provider }) => [id, provider.name]));

export const supportRoutes = routesOf(supportContract, handlers);
