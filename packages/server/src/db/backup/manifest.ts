import type pg from 'pg';
import { BackupRefused } from './backup-refused.ts';

export interface BackedUpTable {
  readonly name: string;
  /** Those with values of their own, in order; what the database computes is computed again. */
  readonly columns: readonly string[];
}

export interface BackedUpSequence {
  readonly name: string;
  /** Digits. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** What a backup holds, told at its beginning. */
export interface BackupManifest {
  readonly programVersion: string;
  /** UTC instant. */
  readonly takenAt: string;
  readonly postgresVersion: string;
  /** Applied migrations in order. */
  readonly migrations: ReadonlyArray<{ readonly name: string; readonly checksum: string }>;
  readonly tables: readonly BackedUpTable[];
  readonly sequences: readonly BackedUpSequence[];
  /** Hexadecimal; null when the key is kept apart. */
  readonly installationKey: string | null;
}

/** Sums of one table, behind its rows. */
export interface TableSums {
  readonly rows: number;
  readonly bytes: number;
  /** Of the rows as COPY writes them, hexadecimal. */
  readonly sha256: string;
}

/** At the very end. */
export interface BackupTotals {
  readonly tables: number;
  readonly rows: number;
}

/** Makes COPY write and read alike on every server and under every setting. */
export const COPY_SETTINGS = `set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres'; set local timezone = 'UTC'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'; set local lc_monetary = 'C'; set local synchronize_seqscans = off;
  set local row_security = off; set local statement_timeout = 0; set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

/** Every ordinary table of the schema `public`. @throws BackupRefused `other-schema` when some lie elsewhere: nothing may be left out silently. */
export async function listTables(client: pg.ClientBase): Promise<BackedUpTable[]> {
  const strangers = await client.query<{ schema: string }>(
    `select nspname as schema from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'r' and relpersistence = 'p' and nspname <> 'public'
       and nspname <> 'information_schema' and nspname !~ '^pg_' limit 1`,
  );
  const [stranger] = strangers.rows;
  if (stranger) throw new BackupRefused('other-schema', { schema: stranger.schema });
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select relname as name, array_agg(attname::text order by attnum) as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid
     where relkind = 'r' and relpersistence = 'p' and relnamespace = 'public'::regnamespace
       and attnum > 0 and not attisdropped and attgenerated = ''
     group by relname order by relname`,
  );
  return rows;
}

export async function listSequences(client: pg.ClientBase): Promise<BackedUpSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname`,
  );
  const sequences: BackedUpSequence[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ last_value: string; is_called: boolean }>(
      `select last_value::text, is_called from ${client.escapeIdentifier(name)}`,
    );
    const [value] = found.rows;
    if (value) sequences.push({ name, lastValue: value.last_value, isCalled: value.is_called });
  }
  return sequences;
}

export async function listMigrations(client: pg.ClientBase): Promise<BackupManifest['migrations']> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration order by name',
  );
  return rows;
}

/** `table (column, column)` as COPY wants it. */
export function copyTarget(client: pg.ClientBase, { name, columns }: BackedUpTable): string {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  return `public.${client.escapeIdentifier(name)} (${list})`;
}
