import type { Database } from '../db/database.ts';
import { callAs, castActor } from './call-as.ts';
import { castId, madeUpId } from './cast.ts';
import { colleagueActor, colleagueId } from './colleagues.ts';
import { DEMO_FAMILIES, type DemoFamily, type DemoPerson } from './families.ts';
import { listRegistered } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

/** Whom Gulmira answers for; families, each member searched for and then registered, as practitioners do. */
export async function seedFamilies(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  for (const practitionerId of [castId('saule'), colleagueId('ainur')]) {
    const kairat = castActor('kairat', programmeId);
    await callAs({ database, actor: kairat }, options, 'assignSupervision', {
      id: madeUpId(`supervision ${practitionerId}`),
      supervisorId: castId('gulmira'),
      practitionerId,
    });
  }
  const people = DEMO_FAMILIES.flatMap((family, at) =>
    family.members.map((member, place) => ({
      family,
      member,
      isFirst: place === 0,
      familyId: madeUpId(`family ${at}`),
      personId: madeUpId(`person ${at} ${place}`),
    })),
  );
  const registered = await listRegistered(
    database,
    people.map(({ personId }) => personId),
  );
  for (const each of people) {
    if (registered.has(each.personId)) continue;
    const { holder } = each.family;
    const actor =
      holder === 'saule' ? castActor(holder, programmeId) : colleagueActor(holder, programmeId);
    const call = (endpoint: string, input: Readonly<Record<string, unknown>>) =>
      callAs({ database, actor }, options, endpoint, input);
    const searchId = options.newId();
    await call('searchPeople', { id: searchId, query: queryOf(each.member) });
    await call('registerPerson', registrationOf({ ...each, searchId }, options));
  }
}

function queryOf({ family, given, patronymic = '', birth, sex, phone }: DemoPerson) {
  return { family, given, patronymic, birth, sex, phone: phone ?? null, documentNumber: null };
}

interface ToRegister {
  readonly family: DemoFamily;
  readonly member: DemoPerson;
  readonly isFirst: boolean;
  readonly familyId: string;
  readonly personId: string;
  readonly searchId: string;
}

function registrationOf(one: ToRegister, { newId }: DemoOptions) {
  const { family, member, isFirst, familyId, personId, searchId } = one;
  const { family: familyName, given, patronymic = '', birth, sex, phone, languages } = member;
  return {
    id: personId,
    searchId,
    family: { kind: isFirst ? 'new' : 'held', id: familyId },
    memberFrom: null,
    sex,
    identity: {
      names: [{ kind: 'called', family: familyName, given, patronymic }],
      birth,
      phones: phone ? [phone] : [],
      documents: [],
    },
    languages,
    residence: { id: newId(), region: family.region, from: null },
  };
}
