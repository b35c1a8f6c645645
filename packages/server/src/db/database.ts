import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { DatabaseUnfit } from './database-unfit.ts';
import { OLDEST_MAJOR } from './embedded/index.ts';
import { rememberKey, requireSameKey } from './installation-key-check.ts';
import { migrate } from './migrate.ts';
import { createLogins, loginsFor } from './roles.ts';
import type { Tables } from './tables.ts';
import { valueParsers } from './value-parsers.ts';

export type Tx = Transaction<Tables>;

/** An open database: two pools of unprivileged logins, and the owner's settings for maintenance. */
export interface Database {
  readonly app: Kysely<Tables>;
  readonly appPool: pg.Pool;
  readonly jobs: Kysely<Tables>;
  readonly jobsPool: pg.Pool;
  readonly owner: pg.ClientConfig;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** How the owner of the tables (or a superuser) reaches the database. */
  readonly owner: pg.ClientConfig;
  readonly installationKey: Buffer;
  /** Connections of this process for requests; jobs take three more. */
  readonly connections?: number;
}

/**
 * Migrates the database, makes the logins and opens the pools.
 * @throws DatabaseUnfit when it belongs to another installation key, or to another version of the program or of PostgreSQL.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { installationKey } = options;
  const given = options.owner.connectionString
    ? { ...options.owner, ...placeOf(options.owner.connectionString), connectionString: undefined }
    : options.owner;
  const client = new pg.Client(given);
  await client.connect();
  let database: string;
  try {
    database = (await client.query('select current_database() as name')).rows[0].name;
    await requireNewEnough(client);
    await requireSameKey(client, installationKey);
    const logins = loginsFor(database, installationKey);
    await createLogins(client, logins);
    await migrate(client);
    await rememberKey(client, installationKey);
  } finally {
    await client.end();
  }
  const logins = loginsFor(database, installationKey);
  const owner = { ...given, database };
  const pool = (login: 'app' | 'jobs', max: number) =>
    new pg.Pool({ ...owner, ...logins[login], max, types: valueParsers });
  const appPool = pool('app', options.connections ?? 10);
  const jobsPool = pool('jobs', 3);
  const app = kyselyOver(appPool);
  const jobs = kyselyOver(jobsPool);
  for (const each of [appPool, jobsPool]) each.on('error', () => undefined);
  return {
    app,
    appPool,
    jobs,
    jobsPool,
    owner,
    async close() {
      await Promise.all([app.destroy(), jobs.destroy()]);
    },
  };
}

/** @throws DatabaseUnfit `too-old` */
async function requireNewEnough(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  const [{ number, version } = { number: 0, version: '' }] = rows;
  if (Math.floor(number / 10_000) < OLDEST_MAJOR)
    throw new DatabaseUnfit('too-old', { version, oldest: OLDEST_MAJOR });
}

function kyselyOver(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Host, port, login and database of a `postgres://` address. */
export function placeOf(connectionString: string): pg.ClientConfig {
  const url = new URL(connectionString);
  const ssl = url.searchParams.get('sslmode');
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: url.port ? Number(url.port) : 5432,
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...(ssl && ssl !== 'disable' ? { ssl: { rejectUnauthorized: ssl === 'verify-full' } } : {}),
  };
}
