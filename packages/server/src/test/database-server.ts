import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openDatabase } from '../db/database.ts';
import { startEmbedded } from '../db/embedded/index.ts';
import { onServer, SERVER_VARIABLE, TEMPLATE, TEST_KEY } from './throw-away-database.ts';

/**
 * One database server for a whole test run: `DATABASE_URL` where it is set, else an embedded one in a folder of its own.
 * Holds a migrated template; every test file copies it.
 */
export async function startTestServer(): Promise<{ stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  const started = given ? null : await startOwn();
  const server: pg.ClientConfig = started?.connection ?? { connectionString: given };
  await onServer(server, async (client) => {
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE}`);
  });
  const template = await openDatabase({
    owner: given
      ? { connectionString: withDatabase(given, TEMPLATE) }
      : { ...server, database: TEMPLATE },
    installationKey: TEST_KEY,
  });
  const { database: _, ...place } = template.owner;
  await template.close();
  process.env[SERVER_VARIABLE] = JSON.stringify({ ...place, database: 'postgres' });
  return {
    async stop() {
      await onServer(server, (client) =>
        client.query(`drop database if exists ${TEMPLATE} with (force)`),
      );
      await started?.stop();
    },
  };
}

/** Vitest's global set-up. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  return () => server.stop();
}

async function startOwn() {
  const folder = await mkdtemp(join(tmpdir(), 'tirek-test-'));
  const embedded = await startEmbedded({ folder, durability: 'none', log: () => undefined });
  return {
    connection: embedded.connection,
    async stop() {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
