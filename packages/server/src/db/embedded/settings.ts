import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { type Account, giveTo } from './account.ts';
import { DatabaseRefused } from './database-refused.ts';

/** `none` gives up every promise about a power cut; it exists so that tests start and write quickly. */
export type Durability = 'full' | 'none';

/** The one role that initdb makes, and the one database that is always there. */
export const SUPERUSER = 'postgres';
export const SOCKET_PORT = 5432;

/**
 * Settings for a centre's laptop, given on the command line because that outranks every file and
 * ALTER SYSTEM. What is logged is as little as an operator can work with: PostgreSQL would otherwise
 * copy failing statements and the rows that broke a constraint, hence people's data, into a plain file.
 */
export function settingsFor(options: {
  tag: string;
  socketFolder: string;
  durability: Durability;
}): Record<string, string> {
  const isDurable = options.durability === 'full';
  return {
    cluster_name: options.tag,
    listen_addresses: '',
    unix_socket_directories: options.socketFolder,
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
    ssl: 'off',
    password_encryption: 'scram-sha-256',
    fsync: isDurable ? 'on' : 'off',
    synchronous_commit: isDurable ? 'on' : 'off',
    full_page_writes: isDurable ? 'on' : 'off',
    // macOS's plain fsync leaves the data in the drive's own memory.
    ...(process.platform === 'darwin' && isDurable
      ? { wal_sync_method: 'fsync_writethrough' }
      : {}),
    max_connections: '60',
    shared_buffers: '128MB',
    jit: 'off',
    wal_compression: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
}

/**
 * Writes who may connect, before each start. The socket lies in a folder of mode 0700, so only the
 * database's own account (and root) reaches it. When that account is the app's own, whoever reaches
 * the socket could read the data files as well: a password would protect nothing, and there is none.
 * When root runs the app, the database runs as an account that other programs may share: then every
 * role must show its password.
 */
export function writeAccessRules(data: string, account: Account): void {
  const method = account.isDropped ? 'scram-sha-256' : 'trust';
  const rules = `# Written by Tirek at every start.\nlocal all all ${method}\nlocal replication all ${method}\n`;
  const path = join(data, 'pg_hba.conf');
  if (existsSync(path) && readFileSync(path, 'utf8') === rules) return;
  // Made anew and never through a link: the folder belongs to an account that root need not trust.
  rmSync(`${path}.new`, { force: true });
  writeFileSync(`${path}.new`, rules, { mode: 0o600, flag: 'wx' });
  giveTo(account, `${path}.new`);
  renameSync(`${path}.new`, path);
}

/** What makes a commit survive a power cut, and the values that do not. */
const DURABLE = { fsync: ['off'], full_page_writes: ['off'], synchronous_commit: ['off'] } as const;

/**
 * Asks the running server, over a real session, whether a commit is on disk when it is acknowledged,
 * and refuses when not. Also finds a role or database for which somebody has set it otherwise.
 * With durability `none` it only makes sure that the server answers.
 */
export async function assertDurable(
  connection: ClientConfig,
  durability: Durability,
): Promise<void> {
  await withClient(connection, async (client) => {
    if (durability === 'none') return;
    for (const [setting, forbidden] of Object.entries(DURABLE)) {
      const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`);
      refuseIf(forbidden, setting, rows[0]?.[setting] ?? '');
    }
    const { rows } = await client.query<{ line: string }>(
      'SELECT unnest(setconfig) AS line FROM pg_db_role_setting',
    );
    for (const { line } of rows) {
      const [setting = '', value = ''] = line.split('=');
      if (setting in DURABLE) {
        const off = /^(off|of|false|fals|fal|fa|f|no|n|0)$/i.test(value) ? 'off' : value;
        refuseIf(DURABLE[setting as keyof typeof DURABLE], setting, off);
      }
    }
  });
}

/** Opens one session, uses it and closes it again; throws what the driver throws. */
export async function withClient<T>(
  connection: ClientConfig,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ ...connection, ssl: false, connectionTimeoutMillis: 10_000 });
  // A server that dies under an open session reports it here, too; the query itself fails anyway.
  client.on('error', () => {});
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function refuseIf(forbidden: readonly string[], setting: string, value: string): void {
  if (forbidden.includes(value)) {
    throw new DatabaseRefused('database-durability-off', { setting, value });
  }
}
