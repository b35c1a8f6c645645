import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Tx } from '../database.ts';
import { requireSameKey } from '../installation-key-check.ts';
import {
  applyMigration,
  createMigrationTable,
  MIGRATION_LOCK,
  readMigrations,
} from '../migrate.ts';
import { createLogins, loginsFor } from '../roles.ts';
import type { Tables } from '../tables.ts';
import { valueParsers } from '../value-parsers.ts';
import type { BackupSecret } from './backup-key.ts';
import { BackupRefused } from './backup-refused.ts';
import {
  type BackedUpTable,
  type BackupManifest,
  type BackupTotals,
  COPY_SETTINGS,
  copyTarget,
  listTables,
  type TableSums,
} from './manifest.ts';
import { readBackup } from './read-backup.ts';
import { findAnything, type TakenOff, takeChecksOff } from './settle-schema.ts';
import { sumRows } from './sum-rows.ts';

export interface RestoreOptions<Finished> {
  readonly owner: pg.ClientConfig;
  readonly file: string;
  readonly secret: BackupSecret;
  /** Decides which installation key holds from now on; given the one out of the backup, or null. Throws to refuse. */
  acceptKey(keyInBackup: Buffer | null): Promise<Buffer>;
  /** The last work, in the same transaction, when everything is in its place. */
  finish(tx: Tx, installationKey: Buffer): Promise<Finished>;
}

export interface Restored<Finished> {
  readonly manifest: BackupManifest;
  readonly totals: BackupTotals;
  readonly installationKey: Buffer;
  readonly finished: Finished;
}

/**
 * Restores a backup into an empty database, all of it or nothing: one transaction makes the tables as they were, loads the
 * rows, checks every foreign key, reads every table back and compares its sum with that in the backup. Until the last byte of
 * the file has been authenticated nothing is committed.
 *
 * @throws BackupRefused; DatabaseUnfit `key-differs` when the accepted key is not the one the backed-up database was made with
 */
export async function restoreBackup<Finished>(
  options: RestoreOptions<Finished>,
): Promise<Restored<Finished>> {
  const client = new pg.Client({ ...options.owner, types: valueParsers });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(COPY_SETTINGS);
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const found = await findAnything(client);
    if (found) throw new BackupRefused('not-empty', { table: found });
    const prepared: { checks?: TakenOff; key?: Buffer } = {};
    const read = await readBackup(options.file, options.secret, {
      async manifest(manifest) {
        prepared.key = await prepareSchema(client, manifest, options.acceptKey);
        prepared.checks = await takeChecksOff(client);
        await emptyTables(client, manifest.tables);
      },
      table: (table, rows) => loadTable(client, table, rows),
    });
    const { key, checks } = prepared;
    if (!key || !checks) throw new BackupRefused('damaged', { place: 'manifest' });
    await setSequences(client, read.manifest);
    await checks.putBack();
    for (const table of read.manifest.tables)
      await requireSameSums(client, table, read.sums.get(table.name));
    await requireSameKey(client, key);
    const finished = await options.finish(kyselyOn(client), key);
    await client.query('commit');
    await client.query('analyze');
    return { manifest: read.manifest, totals: read.totals, installationKey: key, finished };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** Makes the logins and exactly the tables that the backup knows; newer migrations come afterwards, as at any start. */
async function prepareSchema(
  client: pg.Client,
  manifest: BackupManifest,
  acceptKey: (keyInBackup: Buffer | null) => Promise<Buffer>,
): Promise<Buffer> {
  const own = await readMigrations();
  for (const { name, checksum } of manifest.migrations) {
    const known = own.find((migration) => migration.name === name);
    if (!known) throw new BackupRefused('newer', { version: manifest.programVersion });
    if (known.checksum !== checksum) throw new BackupRefused('schema-differs', { migration: name });
  }
  const { installationKey } = manifest;
  const key = await acceptKey(
    installationKey === null ? null : Buffer.from(installationKey, 'hex'),
  );
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  await createLogins(client, loginsFor(rows[0]?.name ?? '', key));
  await createMigrationTable(client);
  const names = new Set(manifest.migrations.map((migration) => migration.name));
  for (const migration of own)
    if (names.has(migration.name)) await applyMigration(client, migration);
  const made = await listTables(client);
  const shape = (tables: readonly BackedUpTable[]) =>
    JSON.stringify(tables.map(({ name, columns }) => [name, columns]));
  if (shape(made) !== shape(manifest.tables))
    throw new BackupRefused('schema-differs', {
      migration: manifest.migrations.at(-1)?.name ?? '',
    });
  return key;
}

/** What migrations put into tables by themselves is in the backup as well. */
async function emptyTables(client: pg.Client, tables: readonly BackedUpTable[]): Promise<void> {
  const names = tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`);
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
}

async function loadTable(
  client: pg.Client,
  table: BackedUpTable,
  rows: AsyncIterable<Buffer>,
): Promise<{ rows: number }> {
  const target = client.query(copyFrom(`copy ${copyTarget(client, table)} from stdin`));
  await pipeline(Readable.from(rows, { objectMode: false }), target);
  return { rows: target.rowCount };
}

async function setSequences(client: pg.Client, { sequences }: BackupManifest): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      `public.${client.escapeIdentifier(name)}`,
      lastValue,
      isCalled,
    ]);
}

/** Rows lie in the order in which they were loaded: read back, they make the same text. */
async function requireSameSums(
  client: pg.Client,
  table: BackedUpTable,
  sums: TableSums | undefined,
): Promise<void> {
  const summed = sumRows();
  const stream = client.query(copyTo(`copy ${copyTarget(client, table)} to stdout`));
  for await (const piece of stream as AsyncIterable<Buffer>) summed.add(piece);
  const { rows, sha256 } = summed.sums();
  if (sums?.rows !== rows || sums.sha256 !== sha256)
    throw new BackupRefused('damaged', { place: table.name });
}

/** The transaction that is open on this connection, for queries of the rest of the program. */
function kyselyOn(client: pg.Client): Tx {
  const connection = Object.assign(client, { release: () => undefined });
  const pool = { connect: async () => connection, end: async () => undefined };
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }) as unknown as Tx;
}
