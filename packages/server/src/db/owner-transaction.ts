import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Tx } from './database.ts';
import type { Tables } from './tables.ts';
import { valueParsers } from './value-parsers.ts';

/**
 * Runs maintenance in one transaction as the owner of the tables, whom no row policy binds: the command line and the demo's
 * seeding. Never for a request. Whatever it does about people is the caller's to write to the audit log.
 */
export async function asOwner<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ ...database.owner, max: 1, types: valueParsers });
  const owner = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  try {
    return await owner.transaction().execute(work);
  } finally {
    await owner.destroy();
  }
}
