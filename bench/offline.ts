/**
 * Taking families along: `node bench/offline.ts --families 60 --kilobits 1000`. Invented families of five on a real database,
 * asked for over HTTP by the same code as in the browser, packed as a browser asks for it; the line lets so many kilobits a second
 * through and answers late by 100 ms. First everything, then nothing new, then after a change in three families.
 */
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { offlineContract } from '@tirek/domain/offline';
import { sessionCookieName } from '../packages/server/src/http/cookies.ts';
import { bornOn, register } from '../packages/server/src/people/test/registering.ts';
import { startTestServer } from '../packages/server/src/test/database-server.ts';
import { TEST_ORIGIN, testApp } from '../packages/server/src/test/test-app.ts';
import type { Head, KeptAnswers } from '../packages/web/src/offline/kept-answers.ts';
import { takeAlong } from '../packages/web/src/offline/take-along.ts';

const { values } = parseArgs({
  options: {
    families: { type: 'string', default: '60' },
    kilobits: { type: 'string', default: '1000' },
  },
});
const FAMILIES = Number(values.families);
const BYTES_A_MILLISECOND = Number(values.kilobits) / 8;
const LATE_MS = 100;
const GIVEN = ['Айгүл', 'Ерасыл', 'Әсел', 'Тимур', 'Хадиша'];

const server = await startTestServer();
const app = await testApp();
// A browser asks sixty times a minute at most: after ten families another one takes over.
let saule = app.as('saule');
const families: string[] = [];
const people: string[] = [];
for (let at = 0; at < FAMILIES; at += 1) {
  let familyId: string | undefined;
  if (at % 10 === 9) saule = app.as('saule');
  for (const [place, given] of GIVEN.entries()) {
    const made = await register(saule, {
      given,
      family: `Үлгі${at}`,
      birth: bornOn(`${1985 + place * 6}-05-17`),
      region: 'KZ-27',
      ...(familyId ? { familyId } : {}),
    });
    familyId = made.familyId;
    people.push(made.personId);
  }
  families.push(familyId ?? '');
}
const deviceId = crypto.randomUUID();
await saule.call('registerDevice', { id: deviceId, secret: 'S'.repeat(43), name: 'bench' });
const { port } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }));

let bytes = 0;
/** When the line is free again; what arrives waits for what arrived before. */
let freeAt = 0;
async function overTheLine(input: unknown): Promise<unknown> {
  await sleep(LATE_MS);
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
          'accept-encoding': 'gzip',
          cookie: `${sessionCookieName(TEST_ORIGIN)}=${saule.token}`,
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
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
  const text = packed[0] === 0x1f ? gunzipSync(packed) : packed;
  return JSON.parse(text.toString());
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

async function measured(what: string, head: Head): Promise<Head> {
  bytes = 0;
  const from = performance.now();
  const next = await take(head);
  const seconds = ((performance.now() - from) / 1000).toFixed(2);
  console.log(
    `${what.padEnd(28)} ${seconds.padStart(6)} s ${(bytes / 1000).toFixed(1).padStart(8)} KB`,
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
await app[Symbol.asyncDispose]();
await server.stop();
