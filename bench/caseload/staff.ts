/** Who works in the programme that is filled, under the same ids at every run, and what a fill that was broken off needs to know. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { USUAL_AGE_TABLE } from '@tirek/domain/consents';
import type pg from 'pg';
import { sealSecret } from '../../packages/server/src/access/second-factors/sealed-secret.ts';
import { newPasswordRecord } from '../../packages/server/src/access/sign-in/password.ts';
import { openDatabase } from '../../packages/server/src/db/database.ts';
import { SETTINGS_NOW } from '../../packages/server/src/demo/campaign-settings.ts';
import { chance, madeUpUuid } from '../../packages/server/src/demo/made-up/chance.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { seedProgramme } from '../../packages/server/src/programmes/index.ts';
import type { Holder } from './filler.ts';
import { addColleagues, addTeams, giveSignIns, setConsents } from './queries.ts';

/** A practitioner holds a dozen families, and a supervisor answers for ten practitioners. */
const FAMILIES_A_HOLDER = 12.5;
const TEAM = 10;
const PEOPLE_A_FAMILY = 4;
export const PASSWORD = 'bench-caseload-tirek';
export const REGIONS = [
  ...(['KZ-10', 'KZ-19', 'KZ-27', 'KZ-33', 'KZ-47'] as const),
  ...(['KZ-61', 'KZ-71', 'KZ-75', 'KZ-79'] as const),
] as const;
/** Who looks at more than a caseload: one of each signs in. */
export const OTHERS = [
  ...(['supervisor', 'regional-coordinator', 'national-coordinator'] as const),
  ...(['technical-administrator', 'data-protection-officer', 'analyst'] as const),
] as const;

/** What a programme was begun with. The people are invented, so that its key may lie beside the data. */
export interface Begun {
  readonly installationKey: string;
  readonly programmeId: string;
  readonly people: number;
  readonly workers: number;
}

export interface Worker {
  readonly id: string;
  readonly signInName: string;
  readonly totpSecret: Buffer;
}

/** Those who hold families, those who answer for them, and who of all signs in. */
export function colleaguesFor({ people, workers }: Pick<Begun, 'people' | 'workers'>) {
  const count = Math.max(workers, Math.ceil(people / PEOPLE_A_FAMILY / FAMILIES_A_HOLDER));
  const random = chance(80);
  const supervisors = Array.from({ length: Math.ceil(count / TEAM) }, () => madeUpUuid(random));
  const holders: Holder[] = Array.from({ length: count }, (_, at) => ({
    id: madeUpUuid(random),
    supervisor: supervisors[Math.floor(at / TEAM)] as string,
    region: REGIONS[Math.floor(at / TEAM) % REGIONS.length] as string,
  }));
  const others = OTHERS.map((role, at) => ({
    role,
    id: role === 'supervisor' ? (supervisors[0] as string) : madeUpUuid(random),
    region: role === 'supervisor' || role === 'regional-coordinator' ? REGIONS[0] : null,
    place: role === 'supervisor' ? count : count + supervisors.length + at - 1,
  }));
  const signsIn = (id: string, place: number): Worker => ({
    ...{ id, signInName: `colleague.${place}` },
    totpSecret: createHash('sha256').update(`bench ${place}`).digest().subarray(0, 20),
  });
  return {
    ...{ holders, supervisors, others },
    workers: holders.slice(0, workers).map(({ id }, at) => signsIn(id, at)),
    signingIn: Object.fromEntries(
      others.map(({ role, id, place }) => [role, signsIn(id, place)]),
    ) as Record<(typeof OTHERS)[number], Worker>,
  };
}

const fileOf = (folder: string) => join(folder, 'begun.json');

export async function readBegun(folder: string): Promise<Begun | null> {
  if (!existsSync(fileOf(folder))) return null;
  return JSON.parse(await readFile(fileOf(folder), 'utf8')) as Begun;
}

/** A programme with its colleagues and without anybody whom they know. */
export async function beginProgramme(
  client: pg.Client,
  {
    people,
    workers,
    owner,
    folder,
  }: { people: number; workers: number; owner: pg.ClientConfig; folder: string },
): Promise<Begun> {
  const key = randomBytes(32);
  const keyFor = (purpose: string) => derivedKey(key, purpose);
  const database = await openDatabase({ owner, installationKey: key });
  const name = { kk: 'Үлгі', ru: 'Образец', en: 'Sample' };
  const programmeId = await seedProgramme(database, { code: 'bench', name }, randomUUID);
  await database.close();
  const colleagues = colleaguesFor({ people, workers });
  const { holders, supervisors, others } = colleagues;
  await addColleagues(client, programmeId, [
    ...holders.map(({ id, region }) => ({ id, region, role: 'practitioner' })),
    ...supervisors.map((id, at) => ({
      ...{ id, role: 'supervisor', region: REGIONS[at % REGIONS.length] as string },
    })),
    ...others.map(({ id, region, role }) => ({ id, region, role })).slice(1),
  ]);
  await addTeams(
    client,
    programmeId,
    holders.map(({ id, supervisor }) => ({ supervisor, practitioner: id })),
  );
  await giveSignIns(
    client,
    await newPasswordRecord(PASSWORD, keyFor),
    [...colleagues.workers, ...Object.values(colleagues.signingIn)].map(({ id, totpSecret }) => ({
      ...{ id, sealedSecret: sealSecret(totpSecret, id, keyFor) },
    })),
  );
  const settings = {
    operator: SETTINGS_NOW.operator,
    keptFor: { kk: 'бес жыл', ru: 'пять лет', en: 'five years' },
    ages: USUAL_AGE_TABLE,
  };
  await setConsents(client, programmeId, { settings, by: supervisors[0] as string });
  const begun = { installationKey: key.toString('hex'), programmeId, people, workers };
  await writeFile(fileOf(folder), JSON.stringify(begun));
  return begun;
}
