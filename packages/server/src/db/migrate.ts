import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLE_PERMISSIONS } from '@tirek/domain/access';
import type pg from 'pg';
import { DatabaseUnfit } from './database-unfit.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any two processes that migrate the same database wait for each other on this number. */
export const MIGRATION_LOCK = 749_2022;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The program's migrations in order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

export async function createMigrationTable(owner: pg.ClientBase): Promise<void> {
  await owner.query(`create table if not exists schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
}

/** Applies one migration in the transaction that is open. */
export async function applyMigration(owner: pg.ClientBase, migration: Migration): Promise<void> {
  await owner.query(migration.sql);
  await owner.query('insert into schema_migration (name, checksum) values ($1, $2)', [
    migration.name,
    migration.checksum,
  ]);
}

/**
 * Applies the migrations that are new, each in its own transaction, forward only.
 * @throws DatabaseUnfit when an applied migration was edited afterwards, or when the database is newer than the program.
 */
export async function migrate(owner: pg.ClientBase): Promise<string[]> {
  const applied: string[] = [];
  await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await createMigrationTable(owner);
    const done = await owner.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration',
    );
    const known = new Map(done.rows.map((row) => [row.name, row.checksum]));
    const migrations = await readMigrations();
    const stranger = [...known.keys()].find((name) => !migrations.some((own) => own.name === name));
    if (stranger) throw new DatabaseUnfit('newer', { migration: stranger });
    for (const migration of migrations) {
      const { name, checksum } = migration;
      if (known.get(name) === checksum) continue;
      if (known.has(name)) throw new DatabaseUnfit('edited', { migration: name });
      await inTransaction(owner, () => applyMigration(owner, migration));
      applied.push(name);
    }
    await copyRolePermissions(owner);
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
  return applied;
}

/** The row policies read the domain's table of roles from `role_permission`. */
async function copyRolePermissions(owner: pg.ClientBase): Promise<void> {
  const pairs = Object.entries(ROLE_PERMISSIONS).flatMap(([role, permissions]) =>
    permissions.map((permission) => ({ role, permission })),
  );
  await inTransaction(owner, async () => {
    await owner.query('delete from role_permission');
    await owner.query(
      'insert into role_permission (role, permission) select * from unnest($1::text[], $2::text[])',
      [pairs.map((pair) => pair.role), pairs.map((pair) => pair.permission)],
    );
  });
}

async function inTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
