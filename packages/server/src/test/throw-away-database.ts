import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from '../db/database.ts';

/** The installation key of every test database. */
export const TEST_KEY = Buffer.alloc(32, 7);

/** Set by the global set-up: the server that all tests share, with a migrated template on it. */
export const SERVER_VARIABLE = 'TIREK_TEST_SERVER';

export const testServer = (): pg.ClientConfig => {
  const text = process.env[SERVER_VARIABLE];
  if (!text) throw new Error('The test database server is not running.');
  return JSON.parse(text) as pg.ClientConfig;
};

/** Named by `TIREK_TEST_TEMPLATE` where several runs share one server. */
export const TEMPLATE = process.env.TIREK_TEST_TEMPLATE ?? 'tirek_test_template';

/** A database of one's own, copied from the migrated template, dropped at the end. */
export async function throwAwayDatabase(): Promise<Database & AsyncDisposable> {
  const server = testServer();
  const name = `tirek_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, (client) => copyTemplate(client, name));
  const database = await openDatabase({
    owner: { ...server, database: name },
    installationKey: TEST_KEY,
    connections: 4,
  });
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database.close();
      await onServer(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
        await client.query(`drop role if exists ${name}_app, ${name}_jobs`);
      });
    },
  };
}

/** Runs work on the server's maintenance database. */
export async function onServer<T>(
  server: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Two test files may copy at once; PostgreSQL refuses a template that somebody else is copying. */
async function copyTemplate(client: pg.Client, name: string): Promise<void> {
  const COPY_LOCK = 749_2023;
  await client.query('select pg_advisory_lock($1)', [COPY_LOCK]);
  try {
    await client.query(`create database ${name} template ${TEMPLATE}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [COPY_LOCK]);
  }
}
