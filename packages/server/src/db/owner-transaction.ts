import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Tx } from './database.ts';
import type { Tables } from './tables.ts';
import { valueParsers } from './value-parsers.ts';

/** The owner of the tables at work, on one connection. */
export interface Owner {
  readonly pool: pg.Pool;
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connects as the owner; who opens closes. */
export function openOwner(database: Database): Owner {
  const pool = new pg.Pool({ ...database.owner, max: 1, types: valueParsers });
  pool.on('error', () => undefined);
  const owner = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    pool,
    run: (work) => owner.transaction().execute(work),
    close: () => owner.destroy(),
  };
}

/**
 * Runs maintenance in one transaction as the owner of the tables, whom no row policy binds: the command line and the demo's
 * seeding. Never for a request. Whatever it does about people is the caller's to write to the audit log.
 */
export async function asOwner<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const owner = openOwner(database);
  try {
    return await owner.run(work);
  } finally {
    await owner.close();
  }
}
