import { open, rename, rm, stat } from 'node:fs/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type BackupSecret, newBackupKey } from './backup-key.ts';
import { BackupRefused } from './backup-refused.ts';
import { writeFrame } from './frames.ts';
import {
  type BackupManifest,
  type BackupTotals,
  COPY_SETTINGS,
  copyTarget,
  listMigrations,
  listSequences,
  listTables,
} from './manifest.ts';
import { readBackup } from './read-backup.ts';
import { sealStream } from './sealed-stream.ts';
import { sumRows } from './sum-rows.ts';

export interface TakeBackupOptions {
  readonly owner: pg.ClientConfig;
  readonly file: string;
  readonly secret: BackupSecret;
  readonly salt: Buffer;
  readonly programVersion: string;
  /** UTC instant. */
  readonly takenAt: string;
  /** Goes into the encrypted file; null keeps it out. */
  readonly installationKey: Buffer | null;
}

export interface BackupTaken extends BackupTotals {
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * Writes everything the database holds at one moment into one encrypted file, while others go on working, and then reads the
 * file back from its first byte to its last. The file gets its name only after that.
 *
 * @throws BackupRefused `exists`, `unwritable`, `other-schema`
 */
export async function takeBackup(options: TakeBackupOptions): Promise<BackupTaken> {
  const { file, secret } = options;
  if (await isThere(file)) throw new BackupRefused('exists', { file });
  const part = `${file}.part`;
  try {
    const totals = await writeBackup(part, options);
    const read = await readBackup(part, secret);
    if (read.totals.rows !== totals.rows || read.totals.tables !== totals.tables)
      throw new BackupRefused('damaged', { place: 'totals' });
    await rename(part, file);
    return { ...totals, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(part, { force: true });
    throw refusalOf(error, file);
  }
}

async function writeBackup(part: string, options: TakeBackupOptions): Promise<BackupTotals> {
  const { header, key } = await newBackupKey(options.secret, options.salt);
  const handle = await open(part, 'wx', 0o600);
  const client = new pg.Client(options.owner);
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    await client.query(COPY_SETTINGS);
    const totals = { tables: 0, rows: 0 };
    for await (const bytes of sealStream(framesOf(client, options, totals), { header, key }))
      await handle.writeFile(bytes);
    await client.query('rollback');
    await handle.sync();
    return totals;
  } finally {
    await client.end();
    await handle.close();
  }
}

async function* framesOf(
  client: pg.Client,
  { programVersion, takenAt, installationKey }: TakeBackupOptions,
  totals: { tables: number; rows: number },
): AsyncGenerator<Buffer> {
  const tables = await listTables(client);
  const version = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  const manifest: BackupManifest = {
    programVersion,
    takenAt,
    postgresVersion: version.rows[0]?.version ?? '',
    migrations: await listMigrations(client),
    tables,
    sequences: await listSequences(client),
    installationKey: installationKey?.toString('hex') ?? null,
  };
  yield writeFrame({ kind: 'manifest', value: manifest });
  for (const table of tables) {
    yield writeFrame({ kind: 'table', value: table.name });
    const summed = sumRows();
    const stream = client.query(copyTo(`copy ${copyTarget(client, table)} to stdout`));
    for await (const piece of stream as AsyncIterable<Buffer>) {
      summed.add(piece);
      yield writeFrame({ kind: 'rows', bytes: piece });
    }
    const sums = summed.sums();
    yield writeFrame({ kind: 'sums', value: sums });
    totals.tables += 1;
    totals.rows += sums.rows;
  }
  yield writeFrame({ kind: 'end', value: { ...totals } satisfies BackupTotals });
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

function refusalOf(error: unknown, file: string): unknown {
  const { code } = error as { code?: string };
  const isDisk = [
    'ENOSPC',
    'EDQUOT',
    'EACCES',
    'EPERM',
    'ENOENT',
    'EROFS',
    'EISDIR',
    'ENOTDIR',
    'EEXIST',
  ];
  if (error instanceof BackupRefused || !code || !isDisk.includes(code)) return error;
  return new BackupRefused('unwritable', { file, reason: code });
}
