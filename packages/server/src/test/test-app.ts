import { randomUUID } from 'node:crypto';
import type { Awaited } from '@tirek/domain/access';
import type { FastifyInstance } from 'fastify';
import { identify } from '../access/index.ts';
import { programOver } from '../app.ts';
import type { Database } from '../db/database.ts';
import { type CastName, castId, seedCast } from '../demo/cast.ts';
import type { Locks } from '../http/answer.ts';
import { createServer } from '../http/server.ts';
import type { MessageSettings } from '../message-settings.ts';
import { seedProgramme } from '../programmes/seed-programme.ts';
import { type FormCatalogue, libraryForms } from '../surveys/index.ts';
import { closeOwner, insertTestSession } from './queries.ts';
import { type SettableClock, settableClock } from './settable-clock.ts';
import { type TestClient, testClient } from './test-client.ts';
import { TEST_KEY, throwAwayDatabase } from './throw-away-database.ts';

/** The address people type in tests; https, so that cookies are as in earnest. */
export const TEST_ORIGIN = 'https://tirek.test';
/** When tests begin unless they say otherwise: a Monday morning in Oral. */
export const TEST_START = '2026-11-23T05:00:00.000Z';

export interface TestApp extends AsyncDisposable {
  readonly database: Database;
  readonly server: FastifyInstance;
  readonly programmeId: string;
  readonly clock: SettableClock;
  /** A browser in which one of the cast is fully signed in; each call a new one with a session of its own. */
  as(name: CastName): TestClient;
  /** A browser in which the holder of any account is fully signed in, or as far as told. */
  asAccount(accountId: string, awaited?: Awaited | null): TestClient;
  /** A browser in which nobody is signed in, from an address of its own unless told. */
  visitor(address?: string): TestClient;
  /** Ids of the cast's accounts. */
  readonly id: (name: CastName) => string;
  /** The log's lines: whatever is `internal` in an answer is told here. */
  readonly log: Readonly<Record<string, unknown>>[];
}

export interface TestAppOptions {
  readonly locks?: Locks;
  /** Share a database between two apps: two processes of one installation. */
  readonly database?: Database;
  readonly clock?: SettableClock;
  /** Instruments other than those that ship. */
  readonly forms?: FormCatalogue;
  /** By what messages leave; nothing does unless told. */
  readonly messages?: MessageSettings;
}

/** Argon2id at its cheapest: nobody is to be kept out of a throw-away database. */
const CHEAP = { memoryKib: 8, passes: 1 };

/** The whole program on a throw-away database with the cast in it, answering through `inject`. `await using app = await testApp()`. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const own = options.database ? null : await throwAwayDatabase();
  const database = options.database ?? own;
  if (!database) throw new Error('no database');
  const clock = options.clock ?? settableClock(TEST_START);
  const programmeId = await seedProgramme(
    database,
    { code: 'kz', name: { kk: 'Отбасын қолдау', ru: 'Поддержка семьи', en: 'Family support' } },
    randomUUID,
  );
  await seedCast(database, {
    programmeId,
    installationKey: TEST_KEY,
    now: clock.now(),
    language: 'ru',
    cost: CHEAP,
  });
  const log: Record<string, unknown>[] = [];
  const { routes, pages } = programOver(options.forms ?? libraryForms, options.messages);
  const server = await createServer({
    database,
    routes,
    pages,
    identify,
    installationKey: TEST_KEY,
    origin: TEST_ORIGIN,
    clock,
    newId: randomUUID,
    webFolder: null,
    perMinute: 1_000_000,
    log: (line) => log.push(line),
    ...(options.locks ? { locks: options.locks } : {}),
  });
  let addresses = 0;
  const newAddress = () => `10.0.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`;
  const client = (address: string, signIn?: () => Promise<string>) =>
    testClient({
      server,
      routes,
      origin: TEST_ORIGIN,
      address,
      ...(signIn ? { signIn } : {}),
    });
  const asAccount = (accountId: string, awaited: Awaited | null = null) =>
    client(newAddress(), () => insertTestSession(database, accountId, clock.now(), awaited));
  return {
    database,
    server,
    programmeId,
    clock,
    log,
    id: castId,
    as: (name) => asAccount(castId(name)),
    asAccount,
    visitor: (address = newAddress()) => client(address),
    async [Symbol.asyncDispose]() {
      await server.close();
      if (own) await closeOwner(database);
      await own?.[Symbol.asyncDispose]();
    },
  };
}
