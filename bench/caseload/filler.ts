/** One of those who fill a programme at once: makes families, seals them as the program does, and sends their rows by COPY. */
import { randomBytes, randomInt } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { addDays } from '@tirek/domain/cases';
import pg from 'pg';
import { madeUpCase } from '../../packages/server/src/demo/made-up/case.ts';
import {
  between,
  type Chance,
  chance,
  pick,
} from '../../packages/server/src/demo/made-up/chance.ts';
import { madeUpFamily } from '../../packages/server/src/demo/made-up/family.ts';
import { type HeldFamily, rowsOf } from '../../packages/server/src/demo/made-up/rows.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { fillNext, pastTriggers, type Sent } from './queries.ts';

/** A practitioner with her supervisor and region. */
export interface Holder {
  readonly id: string;
  readonly supervisor: string;
  readonly region: string;
}

export interface Filling {
  readonly owner: pg.ClientConfig;
  readonly programmeId: string;
  readonly installationKey: Uint8Array;
  readonly today: string;
  readonly holders: readonly Holder[];
  /** So many of them sign in, and what they read has to open. */
  readonly workers: number;
  /** So many people are this one's to make. */
  readonly people: number;
  /** Families are dealt out in turn: to whom this one's first goes, and how far it is to the next. */
  readonly first: number;
  readonly step: number;
  /** What it sent before it was broken off. */
  readonly sent: Sent | null;
}

/** What has been sent so far. */
export interface Filled {
  readonly people: number;
  readonly families: number;
  readonly entries: number;
  readonly rows: number;
}

/** One family in so many has a very long case. */
const LONG_CASE_IN = 100;
const LONG_CASE = 600;
const YEARS = 10;
const AT_ONCE = 400;

const { owner, programmeId, installationKey, today, holders, workers, people, first, step, sent } =
  workerData as Filling;
const key = Buffer.from(installationKey);
// Out of chance they would repeat: two streams of it are one and the same after a while.
const newId = () => crypto.randomUUID();
const NOISE = randomBytes(1 << 20);
function noise(bytes: number): Buffer {
  const from = randomInt(NOISE.length - bytes);
  return NOISE.subarray(from, from + bytes);
}
const signsIn = new Set(holders.slice(0, workers).map(({ id }) => id));
const programme = {
  ...{ programmeId, newId, keyVersion: 1, settingsVersion: 1, today },
  keyFor: (purpose: string) => derivedKey(key, purpose),
  hashes: new Map<string, string>(),
  noiseFor: ({ holder }: HeldFamily) => (signsIn.has(holder) ? null : noise),
};
const client = new pg.Client(owner);
await client.connect();
await pastTriggers(client);
const { batches = 0, families = 0, people: sentPeople = 0, entries = 0, rows = 0 } = sent ?? {};
const made = { batches, families, people: sentPeople, entries, rows };
let writing: Promise<void> = Promise.resolve();
while (made.people < people) {
  // Each batch has its own chance, so that whoever goes on with it makes what it would have made.
  const random = chance(2022 + first + made.batches * step);
  const batch: HeldFamily[] = [];
  for (let at = 0; at < AT_ONCE && made.people < people; at++) {
    const held = heldFamily(first + made.families * step, random);
    batch.push(held);
    made.families += 1;
    made.people += held.family.members.length;
    made.entries += held.entries.length;
  }
  const tables = rowsOf(batch, programme);
  made.rows += tables.reduce((sum, { rows }) => sum + rows.length, 0);
  await writing;
  parentPort?.postMessage({ ...made } satisfies Filled);
  made.batches += 1;
  writing = fillNext(client, { tables, sent: { ...made, filler: first } });
  // Its rows are on their way before the next ones are made.
  await new Promise(setImmediate);
}
await writing;
await client.end();

function heldFamily(number: number, random: Chance): HeldFamily {
  const holder = holders[number % holders.length];
  if (!holder) throw new Error('Nobody holds a family.');
  const family = madeUpFamily(random, newId);
  const since = addDays(today, -between(30, YEARS * 365, random));
  const entries = number % LONG_CASE_IN === 7 ? LONG_CASE : pick([8, 14, 20, 30, 45], random);
  const opened = { openedOn: addDays(since, 3), today, entries };
  const { id, supervisor, region } = holder;
  return {
    ...{ family, holder: id, supervisor, region, since },
    entries: madeUpCase(family, opened, random, newId),
  };
}
