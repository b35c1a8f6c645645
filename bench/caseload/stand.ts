import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { USUAL_AGE_TABLE } from '@tirek/domain/consents';
import pg from 'pg';
import { sealSecret } from '../../packages/server/src/access/second-factors/sealed-secret.ts';
import { newPasswordRecord } from '../../packages/server/src/access/sign-in/password.ts';
import { openDatabase } from '../../packages/server/src/db/database.ts';
import { startEmbedded } from '../../packages/server/src/db/embedded/index.ts';
import { SETTINGS_NOW } from '../../packages/server/src/demo/campaign-settings.ts';
import { freePort } from '../../packages/server/src/free-port.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { programmeDay, seedProgramme } from '../../packages/server/src/programmes/index.ts';
import { checkFilled } from './check-filled.ts';
import { fillProgramme, REGIONS } from './fill-programme.ts';
import type { Filled } from './filler.ts';
import {
  addColleagues,
  addTeams,
  databaseBytes,
  giveSignIns,
  listBackends,
  setConsents,
} from './queries.ts';
import type { ServerSettings } from './server-process.ts';

/** A practitioner holds a dozen families, and a supervisor answers for ten practitioners. */
const FAMILIES_A_HOLDER = 12.5;
const TEAM = 10;
const PEOPLE_A_FAMILY = 4;
export const PASSWORD = 'bench-caseload-tirek';

export interface Worker {
  readonly signInName: string;
  readonly totpSecret: Buffer;
}

export interface Stand extends AsyncDisposable {
  readonly port: number;
  readonly workers: readonly Worker[];
  readonly made: Filled;
  readonly fillSeconds: number;
  readonly bytes: number;
  /** Processor time so far, in milliseconds. */
  spent(): Promise<{ server: number; database: number; serverBytes: number }>;
}

/** A database with a programme of so many people, and the program that serves it. */
export async function openStand(
  { people, workers }: { people: number; workers: number },
  told: (text: string) => void,
): Promise<Stand> {
  const key = randomBytes(32);
  const keyFor = (purpose: string) => derivedKey(key, purpose);
  const folder = await mkdtemp(join(tmpdir(), 'tirek-bench-'));
  const embedded = await startEmbedded({ folder, log: () => undefined });
  const owner = embedded.connection as pg.ClientConfig;
  const client = new pg.Client(owner);
  let server: ChildProcess | null = null;
  const stop = async () => {
    server?.send({ kind: 'stop' });
    if (server) await new Promise((resolve) => server?.once('exit', resolve));
    await client.end().catch(() => undefined);
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const database = await openDatabase({ owner, installationKey: key });
    const name = { kk: 'Үлгі', ru: 'Образец', en: 'Sample' };
    const programmeId = await seedProgramme(database, { code: 'bench', name }, randomUUID);
    await database.close();
    await client.connect();
    const holderCount = Math.max(workers, Math.ceil(people / PEOPLE_A_FAMILY / FAMILIES_A_HOLDER));
    const supervisors = Array.from({ length: Math.ceil(holderCount / TEAM) }, () => randomUUID());
    const holders = Array.from({ length: holderCount }, (_, at) => ({
      id: randomUUID(),
      supervisor: supervisors[Math.floor(at / TEAM)] as string,
      region: REGIONS[Math.floor(at / TEAM) % REGIONS.length] as string,
    }));
    await addColleagues(client, programmeId, [
      ...holders.map(({ id, region }) => ({ id, region, role: 'practitioner' })),
      ...supervisors.map((id, at) => ({
        ...{ id, role: 'supervisor', region: REGIONS[at % REGIONS.length] as string },
      })),
    ]);
    await addTeams(
      client,
      programmeId,
      holders.map(({ id, supervisor }) => ({ supervisor, practitioner: id })),
    );
    const signingIn = holders.slice(0, workers).map(({ id }, at) => {
      const totpSecret = createHash('sha256').update(`bench ${at}`).digest().subarray(0, 20);
      return { id, signInName: `colleague.${at}`, totpSecret };
    });
    await giveSignIns(
      client,
      await newPasswordRecord(PASSWORD, keyFor),
      signingIn.map(({ id, totpSecret }) => ({
        ...{ id, sealedSecret: sealSecret(totpSecret, id, keyFor) },
      })),
    );
    const settings = {
      operator: SETTINGS_NOW.operator,
      keptFor: { kk: 'бес жыл', ru: 'пять лет', en: 'five years' },
      ages: USUAL_AGE_TABLE,
    };
    await setConsents(client, programmeId, { settings, by: supervisors[0] as string });
    const from = performance.now();
    const today = programmeDay(new Date().toISOString());
    const made = await fillProgramme(
      client,
      { owner, programmeId, installationKey: key, people, today, holders },
      (what, done) => {
        const seconds = ((performance.now() - from) / 1000).toFixed(0);
        told(`${what}: ${done.toLocaleString('en')} people, ${seconds} s`);
      },
    );
    const fillSeconds = (performance.now() - from) / 1000;
    const [holder] = holders;
    if (holder) {
      const opened = await openDatabase({ owner, installationKey: key });
      await checkFilled(client, { database: opened, programmeId, installationKey: key, holder });
      await opened.close();
    }
    const port = await freePort('127.0.0.1');
    const given: ServerSettings = { port, owner, folder, installationKey: key.toString('hex') };
    server = await startServer(given);
    const running = server;
    return {
      ...{ port, made, fillSeconds, workers: signingIn, bytes: await databaseBytes(client) },
      async spent() {
        const told = new Promise<{ cpu: number; bytes: number }>((resolve) => {
          running.once('message', (message) => resolve(message as { cpu: number; bytes: number }));
        });
        running.send({ kind: 'spent' });
        const { cpu, bytes } = await told;
        const backends = await Promise.all((await listBackends(client)).map(processorTime));
        const database = backends.reduce((sum, each) => sum + each, 0);
        return { server: cpu, serverBytes: bytes, database };
      },
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startServer(settings: ServerSettings): Promise<ChildProcess> {
  const server = fork(join(import.meta.dirname, 'server-process.ts'), [JSON.stringify(settings)], {
    execArgv: process.env.PROFILE_FOLDER
      ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE_FOLDER}`]
      : [],
  });
  await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', () => reject(new Error('The server did not start.')));
  });
  return server;
}

/** What Linux has counted of a process, in milliseconds; elsewhere 0. A tick is a hundredth of a second. */
async function processorTime(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  const fields = told?.slice(told.lastIndexOf(')') + 2).split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) * 10 : 0;
}
