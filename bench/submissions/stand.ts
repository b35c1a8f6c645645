import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCode, ONE_TIME_LENGTH } from '@tirek/domain/surveys';
import pg from 'pg';
import { openDatabase } from '../../packages/server/src/db/database.ts';
import { startEmbedded } from '../../packages/server/src/db/embedded/index.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { surveyKeys } from '../../packages/server/src/surveys/survey-keys.ts';
import { someAnswers } from './form.ts';
import type { ServerSettings } from './server-process.ts';

export const SLUG = 'benchabc';
const PROGRAMME = randomUUID();
const CAMPAIGN = randomUUID();
const WAVE = randomUUID();

export interface Stand extends AsyncDisposable {
  readonly version: string;
  readonly consentVersion: string;
  readonly port: number;
  readonly server: ChildProcess;
  /** Adds answers by SQL, as many rows as a large programme would have; tells how many there are, again and again. */
  fill(rows: number, told: (done: number) => void): Promise<void>;
  /** New one-time codes, or null in open mode. */
  codes(count: number): Promise<string[] | null>;
  count(): Promise<{ waiting: number; stored: number; receipts: number }>;
  /** Bytes of write-ahead log that the database has made so far: what a disk must take, however busy the machine is. */
  logBytes(): Promise<number>;
  /** Answers that wait for the shuffling; unlike `count`, cheap however many are stored. */
  waiting(): Promise<number>;
}

/** A database with one open wave and a server that serves it. */
export async function openStand(mode: 'open' | 'one-time'): Promise<Stand> {
  const key = randomBytes(32);
  const place = process.env.DATABASE_URL ? await givenServer() : await ownServer();
  const client = new pg.Client(place.owner);
  try {
    await (await openDatabase({ owner: place.owner, installationKey: key })).close();
    await client.connect();
    await requireDurable(client);
    await addWave(client, mode);
  } catch (error) {
    await client.end().catch(() => undefined);
    await place.stop();
    throw error;
  }
  const port = await freePort();
  const settings: ServerSettings = {
    port,
    owner: place.owner,
    installationKey: key.toString('hex'),
  };
  const server = fork(join(import.meta.dirname, 'server-process.ts'), [JSON.stringify(settings)], {
    execArgv: process.env.PROFILE_FOLDER
      ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE_FOLDER}`]
      : [],
  });
  await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', () => reject(new Error('The server did not start.')));
  });
  const keys = surveyKeys((purpose) => derivedKey(key, purpose));
  return {
    version: (await client.query('show server_version')).rows[0].server_version,
    consentVersion: `survey-${mode}-1`,
    port,
    server,
    fill: (rows, told) => fill(client, rows, told),
    async codes(count) {
      if (mode === 'open') return null;
      const codes = Array.from({ length: count }, newCode);
      await client.query(
        'insert into survey_code (wave_id, code_hash) select $1, hash from unnest($2::uuid[]) as hash',
        [WAVE, codes.map((code) => keys.code(WAVE, code))],
      );
      return codes;
    },
    async count() {
      const { rows } = await client.query(
        `select (select coalesce(sum(answers), 0) from survey_arrival)::int as waiting,
          (select count(*) from survey_response)::int as stored, (select count(*) from survey_receipt)::int as receipts`,
      );
      return rows[0];
    },
    async logBytes() {
      const { rows } = await client.query(
        "select (pg_current_wal_insert_lsn() - '0/0')::float8 as bytes",
      );
      return rows[0].bytes;
    },
    async waiting() {
      const { rows } = await client.query(
        'select coalesce(sum(answers), 0)::int as waiting from survey_arrival',
      );
      return rows[0].waiting;
    },
    async [Symbol.asyncDispose]() {
      server.send({ kind: 'stop' });
      await new Promise((resolve) => server.once('exit', resolve));
      await client.end();
      await place.stop();
    },
  };
}

async function addWave(client: pg.Client, mode: string): Promise<void> {
  const texts = { kk: 'bench', ru: 'bench', en: 'bench' };
  const settings = {
    title: texts,
    purpose: texts,
    audience: texts,
    linkage: mode,
    forms: [{ code: 'bench', version: '1' }],
    languages: ['en'],
    consentVersion: `survey-${mode}-1`,
    operator: { name: texts, registrationNumber: '000000000000', contact: texts },
    help: [],
    retentionMonths: 12,
    quickExit: 'https://example.org/',
  };
  await client.query('insert into programme (id, code, name) values ($1, $2, $3)', [
    PROGRAMME,
    'bench',
    JSON.stringify(texts),
  ]);
  await client.query(
    `insert into survey_campaign (id, programme_id, slug, status, settings, published_at)
     values ($1, $2, 'campaign', 'published', $3, now())`,
    [CAMPAIGN, PROGRAMME, JSON.stringify(settings)],
  );
  await client.query(
    `insert into survey_wave (id, campaign_id, programme_id, number, slug, status, opens_on, closes_on)
     values ($1, $2, $3, 1, $4, 'open', current_date - 1, current_date + 30)`,
    [WAVE, CAMPAIGN, PROGRAMME, SLUG],
  );
}

async function fill(client: pg.Client, rows: number, told: (done: number) => void): Promise<void> {
  // Full-size answers; a hundred different ones, since what is in them does not matter here.
  const samples = Array.from({ length: 100 }, () => JSON.stringify({ bench: someAnswers() }));
  await client.query('create temp table sample (n integer primary key, answers jsonb)');
  await client.query(
    'insert into sample select n - 1, a::jsonb from unnest($1::text[]) with ordinality as given (a, n)',
    [samples],
  );
  const AT_ONCE = 50_000;
  for (let done = 0; done < rows; done += AT_ONCE) {
    await client.query(
      `with made as (select gen_random_uuid() as id, n from generate_series(1, $2::int) as n),
        receipts as (insert into survey_receipt (id_hash, wave_id, received_on)
          select gen_random_uuid(), $1, current_date - 1 from made)
       insert into survey_response (wave_id, id, language, consent_version, consent_language, received_on, answers, scores, form_versions)
       select $1, made.id, 'en', 'survey-open-1', 'en', current_date - 1, sample.answers, '{}', '{"bench": "1"}'
       from made join sample on sample.n = made.n % 100`,
      [WAVE, Math.min(AT_ONCE, rows - done)],
    );
    told(Math.min(rows, done + AT_ONCE));
  }
  await client.query('vacuum analyze survey_response');
  await client.query('vacuum analyze survey_receipt');
  await client.query('checkpoint');
}

async function ownServer() {
  const folder = await mkdtemp(join(tmpdir(), 'tirek-bench-'));
  const embedded = await startEmbedded({ folder, log: () => undefined });
  return {
    owner: embedded.connection as pg.ClientConfig,
    async stop() {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function givenServer() {
  const name = `tirek_bench_${randomBytes(4).toString('hex')}`;
  const url = new URL(process.env.DATABASE_URL!);
  const onServer = async (text: string) => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await onServer(`create database ${name}`);
  return {
    owner: {
      host: decodeURIComponent(url.hostname),
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: name,
    } satisfies pg.ClientConfig as pg.ClientConfig,
    async stop() {
      await onServer(`drop database ${name} with (force)`);
      await onServer(`drop role if exists ${name}_app, ${name}_jobs`);
    },
  };
}

/** A figure without durable commits would say nothing. */
async function requireDurable(client: pg.Client): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query(`show ${setting}`);
    if (rows[0][setting] === 'off') throw new Error(`This server runs with ${setting} off.`);
  }
}

function newCode(): string {
  const bytes = randomBytes(64).filter((byte) => byte < 253);
  return makeCode([...bytes.subarray(0, ONE_TIME_LENGTH - 1)].map((byte) => byte % 23));
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
