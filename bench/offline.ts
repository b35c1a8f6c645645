/**
 * Taking families along: `node bench/offline.ts --families 60 --kilobits 1000`. Invented families of five to six, each with a case of thirty entries, on a real database,
 * asked for over HTTP by the same code as in the browser, packed as a browser asks for it; the line lets so many kilobits a second
 * through and answers late by 100 ms. First everything, then nothing new, then after a change in three families.
 */
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { addDays } from '@tirek/domain/cases';
import { USUAL_AGE_TABLE } from '@tirek/domain/consents';
import { offlineContract } from '@tirek/domain/offline';
import pg from 'pg';
import { SETTINGS_NOW } from '../packages/server/src/demo/campaign-settings.ts';
import { madeUpCase } from '../packages/server/src/demo/made-up/case.ts';
import { chance, madeUpUuid } from '../packages/server/src/demo/made-up/chance.ts';
import { madeUpFamily } from '../packages/server/src/demo/made-up/family.ts';
import { rowsOf } from '../packages/server/src/demo/made-up/rows.ts';
import { sessionCookieName } from '../packages/server/src/http/cookies.ts';
import { derivedKey } from '../packages/server/src/http/derived-key.ts';
import { startTestServer } from '../packages/server/src/test/database-server.ts';
import { TEST_ORIGIN, testApp } from '../packages/server/src/test/test-app.ts';
import { TEST_KEY } from '../packages/server/src/test/throw-away-database.ts';
import type { Head, KeptAnswers } from '../packages/web/src/offline/kept-answers.ts';
import { takeAlong } from '../packages/web/src/offline/take-along.ts';
import { processorTime } from './caseload/processor-time.ts';
import { fill, listBackends, setConsents } from './caseload/queries.ts';

const { values } = parseArgs({
  options: {
    families: { type: 'string', default: '60' },
    kilobits: { type: 'string', default: '1000' },
  },
});
const FAMILIES = Number(values.families);
const BYTES_A_MILLISECOND = Number(values.kilobits) / 8;
const LATE_MS = 100;

const ENTRIES_A_CASE = 30;

const server = await startTestServer();
const app = await testApp();
const saule = app.as('saule');
const random = chance(60);
const newId = () => madeUpUuid(random);
const today = app.clock.now().slice(0, 10);
const held = Array.from({ length: FAMILIES }, () => {
  const family = madeUpFamily(random, newId, { children: 4 });
  const span = { openedOn: addDays(today, -600), today, entries: ENTRIES_A_CASE };
  return {
    ...{ family, holder: app.id('saule'), supervisor: app.id('gulmira'), region: 'KZ-27' },
    ...{ since: addDays(today, -620), entries: madeUpCase(family, span, random, newId) },
  };
});
const families = held.map(({ family }) => family.id);
const people = held.flatMap(({ family }) => family.members.map(({ id }) => id));
const owner = new pg.Client(app.database.owner);
await owner.connect();
await setConsents(owner, app.programmeId, {
  settings: {
    operator: SETTINGS_NOW.operator,
    keptFor: { kk: 'бес жыл', ru: 'пять лет', en: 'five years' },
    ages: USUAL_AGE_TABLE,
  },
  by: app.id('dana'),
});
const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
const { programmeId } = app;
await fill(
  owner,
  rowsOf(held, { programmeId, keyFor, newId, keyVersion: 1, settingsVersion: 1, today }),
);
await owner.query('analyze');
const deviceId = crypto.randomUUID();
await saule.call('registerDevice', { id: deviceId, secret: 'S'.repeat(43), name: 'bench' });
const { port } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }));

let bytes = 0;
/** When the line is free again; what arrives waits for what arrived before. */
let freeAt = 0;
async function overTheLine(input: unknown): Promise<unknown> {
  await sleep(LATE_MS);
  let isPacked = false;
  const packed = await new Promise<Buffer>((resolve, reject) => {
    const asked = request(
      {
        port,
        path: offlineContract.takeAlong.path,
        method: 'POST',
        headers: {
          host: new URL(TEST_ORIGIN).host,
          origin: TEST_ORIGIN,
          'content-type': 'application/json',
          'accept-encoding': 'gzip, br',
          cookie: `${sessionCookieName(TEST_ORIGIN)}=${saule.token}`,
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        isPacked = answer.headers['content-encoding'] === 'br';
        answer.on('data', (piece) => pieces.push(piece));
        answer.on('end', () => resolve(Buffer.concat(pieces)));
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(input));
  });
  bytes += packed.length;
  freeAt = Math.max(freeAt, performance.now()) + packed.length / BYTES_A_MILLISECOND;
  await sleep(freeAt - performance.now());
  return JSON.parse((isPacked ? brotliDecompressSync(packed) : packed).toString());
}

/** Keeps what a device has to know of what it has; sealing is measured by the browser's tests. */
const answers: Pick<KeptAnswers, 'keep' | 'write'> = {
  keep: async (delivery, head) => ({
    ...head,
    known: {
      ...head.known,
      ...Object.fromEntries(delivery.families.map(({ familyId, mark }) => [familyId, mark])),
    },
  }),
  write: async () => undefined,
};

async function take(head: Head): Promise<Head> {
  return await takeAlong(head, {
    call: async (input) => (await overTheLine(input)) as never,
    answers: answers as KeptAnswers,
    now: () => app.clock.now(),
    onStep: () => undefined,
  });
}

/** Of the database's processes so far, in milliseconds. */
async function databaseTime(): Promise<number> {
  const times = await Promise.all((await listBackends(owner)).map(processorTime));
  return times.reduce((sum, each) => sum + each, 0);
}

async function measured(what: string, head: Head): Promise<Head> {
  bytes = 0;
  const from = performance.now();
  const databaseBefore = await databaseTime();
  const spentBefore = process.cpuUsage();
  const next = await take(head);
  const seconds = ((performance.now() - from) / 1000).toFixed(2);
  const spent = process.cpuUsage(spentBefore);
  const processor = ((spent.user + spent.system) / 1e6).toFixed(2);
  const database = (((await databaseTime()) - databaseBefore) / 1000).toFixed(2);
  console.log(
    `${what.padEnd(28)} ${seconds.padStart(6)} s ${(bytes / 1000).toFixed(1).padStart(8)} KB ${processor.padStart(6)} s of the program's processor, ${database} s of the database's`,
  );
  return next;
}

const nothing: Head = {
  accountId: app.id('saule'),
  device: { id: deviceId, secret: '' },
  holder: null,
  chosen: families,
  known: {},
  day: null,
  programme: null,
  takenAt: null,
};
console.log(
  `${FAMILIES} families, ${people.length} people, ${values.kilobits} kbit/s, ${LATE_MS} ms late`,
);
let head = await measured('first', nothing);
head = await measured('nothing new', head);
for (const personId of [people[0]!, people[20]!, people[50]!]) {
  await saule.call('recordLanguages', {
    id: crypto.randomUUID(),
    personId,
    languages: ['kk', 'ru'],
  });
}
head = await measured('three families changed', head);
await measured('another day', { ...head, day: '2026-01-01' });
await owner.end();
await app[Symbol.asyncDispose]();
await server.stop();
