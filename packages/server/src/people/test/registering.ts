import { randomUUID } from 'node:crypto';
import type { Role } from '@tirek/domain/access';
import type { Identity, PersonQuery, Sex } from '@tirek/domain/people';
import { insertPosition } from '../../test/queries.ts';
import type { TestApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';

/** Somebody made up, as far as a test names her. */
export interface MadeUpPerson {
  readonly family?: string;
  readonly given: string;
  readonly patronymic?: string;
  readonly sex?: Sex;
  readonly birth?: Identity['birth'];
  readonly phone?: string;
  readonly documentNumber?: string;
  readonly region?: string;
  /** An existing family; a new one unless told. */
  readonly familyId?: string;
}

export const queryOf = (person: MadeUpPerson): PersonQuery => ({
  family: person.family ?? '',
  given: person.given,
  patronymic: person.patronymic ?? '',
  birth: person.birth ?? null,
  sex: person.sex ?? 'unknown',
  phone: person.phone ?? null,
  documentNumber: person.documentNumber ?? null,
});

export const identityOf = (person: MadeUpPerson): Identity => ({
  names: [
    {
      kind: 'called',
      family: person.family ?? '',
      given: person.given,
      patronymic: person.patronymic ?? '',
    },
  ],
  birth: person.birth ?? null,
  phones: person.phone ? [person.phone] : [],
  documents: person.documentNumber
    ? [{ kind: 'personal-number', number: person.documentNumber }]
    : [],
});

export const bornOn = (date: string): Identity['birth'] => ({ precision: 'day', date });

/** What the form sends after a search that found nobody. */
export function registrationOf(person: MadeUpPerson, searchId: string) {
  return {
    id: randomUUID(),
    searchId,
    family: { kind: person.familyId ? 'held' : 'new', id: person.familyId ?? randomUUID() },
    memberFrom: null,
    sex: person.sex ?? 'unknown',
    identity: identityOf(person),
    languages: ['kk'],
    residence: person.region ? { id: randomUUID(), region: person.region, from: null } : null,
  } as const;
}

export async function search(client: TestClient, person: MadeUpPerson) {
  const id = randomUUID();
  const { cards } = await client.call('searchPeople', { id, query: queryOf(person) });
  return { id, cards };
}

/** Searches and registers, as a practitioner does. */
export async function register(client: TestClient, person: MadeUpPerson) {
  const { id } = await search(client, person);
  return await client.call('registerPerson', registrationOf(person, id));
}

/** A practitioner of another centre, without the work of inviting one. @returns her account. */
export async function colleague(
  app: TestApp,
  signInName: string,
  role: Role = 'practitioner',
  region: string | null = 'KZ-75',
): Promise<string> {
  const accountId = randomUUID();
  await insertPosition(app.database, {
    accountId,
    programmeId: app.programmeId,
    signInName,
    assignments: [{ role, region }],
  });
  return accountId;
}
