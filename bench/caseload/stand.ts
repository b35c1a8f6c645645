import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from '../../packages/server/src/db/database.ts';
import { startEmbedded } from '../../packages/server/src/db/embedded/index.ts';
import { freePort } from '../../packages/server/src/free-port.ts';
import { programmeDay } from '../../packages/server/src/programmes/index.ts';
import { checkFilled } from './check-filled.ts';
import { fillProgramme } from './fill-programme.ts';
import type { Filled } from './filler.ts';
import { processorTime } from './processor-time.ts';
import { databaseBytes, isSealed, listBackends } from './queries.ts';
import type { ServerSettings } from './server-process.ts';
import { beginProgramme, colleaguesFor, type OTHERS, readBegun, type Worker } from './staff.ts';

export interface Stand extends AsyncDisposable {
  readonly port: number;
  readonly workers: readonly Worker[];
  readonly signingIn: Readonly<Record<(typeof OTHERS)[number], Worker>>;
  readonly made: Filled;
  /** Null where it had been filled before. */
  readonly fillSeconds: number | null;
  readonly bytes: number;
  /** Processor time so far, in milliseconds. */
  spent(): Promise<{ server: number; database: number; serverBytes: number }>;
}

export interface Wanted {
  readonly people: number;
  readonly workers: number;
  /** Where the data stay; without it they go with the stand. Where a fill was broken off, it is taken up again. */
  readonly data?: string | undefined;
  /** Jobs run beside what is measured, unless it is the cost of one request that is asked for. */
  readonly jobs: boolean;
}

/** A database with a programme of so many people, and the program that serves it. */
export async function openStand(wanted: Wanted, told: (text: string) => void): Promise<Stand> {
  const folder = wanted.data ?? (await mkdtemp(join(tmpdir(), 'tirek-bench-')));
  const embedded = await startEmbedded({ folder, log: () => undefined });
  const owner = embedded.connection as pg.ClientConfig;
  const client = new pg.Client(owner);
  let server: ChildProcess | null = null;
  const stop = async () => {
    server?.send({ kind: 'stop' });
    if (server) await new Promise((resolve) => server?.once('exit', resolve));
    await client.end().catch(() => undefined);
    await embedded.stop();
    if (!wanted.data) await rm(folder, { recursive: true, force: true });
  };
  try {
    await client.connect();
    const begun =
      (await readBegun(folder)) ?? (await beginProgramme(client, { ...wanted, owner, folder }));
    const key = Buffer.from(begun.installationKey, 'hex');
    const { programmeId } = begun;
    const { holders, workers, signingIn } = colleaguesFor(begun);
    const from = performance.now();
    const today = programmeDay(new Date().toISOString());
    const { made, isNew } = await fillProgramme(
      client,
      {
        owner,
        programmeId,
        installationKey: key,
        people: begun.people,
        today,
        holders,
        workers: begun.workers,
      },
      (what, done) => {
        const seconds = ((performance.now() - from) / 1000).toFixed(0);
        told(`${what}: ${done.toLocaleString('en')} people, ${seconds} s`);
      },
    );
    const fillSeconds = isNew ? (performance.now() - from) / 1000 : null;
    const [holder] = holders;
    if (holder && isNew) {
      const opened = await openDatabase({ owner, installationKey: key });
      await checkFilled(client, { database: opened, programmeId, installationKey: key, holder });
      await opened.close();
    }
    const port = await freePort('127.0.0.1');
    const given: ServerSettings = {
      port,
      owner,
      folder,
      installationKey: begun.installationKey,
      jobs: wanted.jobs,
    };
    server = await startServer(given);
    const running = server;
    // What the log is behind with after a fill is no part of a day's work.
    while (wanted.jobs && !(await isSealed(client))) await sleep(2000);
    return {
      ...{ port, made, fillSeconds, workers, signingIn, bytes: await databaseBytes(client) },
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
