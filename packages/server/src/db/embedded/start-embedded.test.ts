import { existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBinaries, findBundled } from './find-binaries.ts';
import { findProcess } from './processes.ts';
import { withClient } from './settings.ts';
import type { Embedded } from './start-embedded.ts';
import {
  aFolder,
  anOrdinaryAccount,
  anOrdinaryFolder,
  aStoppedDatabase,
  clearStandAfterwards,
  ended,
  isRoot,
  query,
  runApp,
  start,
} from './test-stand.ts';

clearStandAfterwards();

const hasSystem = await findBinaries('system').then(
  () => true,
  () => false,
);
const offered = [...(hasSystem ? ['system'] : []), ...(findBundled() === null ? [] : ['bundled'])];

test('this machine offers at least one PostgreSQL to test with', () => {
  expect(offered).not.toEqual([]);
});

describe.each(offered)('with the %s PostgreSQL', (binaries) => {
  test('Kairat starts the program twice, and what was written is there the second time', async () => {
    const folder = aFolder();
    const first = await start(folder, { binaries, durability: 'full' });
    await query(first, 'CREATE TABLE family (name text)');
    await query(first, "INSERT INTO family VALUES ('Мәдина')");
    await first.stop();

    const second = await start(folder, { binaries, durability: 'full' });
    expect(await query(second, 'SELECT name, upper(name) AS large FROM family')).toEqual([
      { name: 'Мәдина', large: 'МӘДИНА' },
    ]);
    expect(second.connection).toEqual(first.connection);
    expect(second.processId).not.toBe(first.processId);
    expect(second.version).toMatch(/^\d+\.\d+$/);
    await expectSettings(second);
  });
});

/** A commit is on disk before it is acknowledged, and the rest suits a laptop. */
async function expectSettings(database: Embedded): Promise<void> {
  const rows = await query(database, 'SELECT name, setting FROM pg_settings');
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  expect(settings).toMatchObject({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: String((128 * 1024) / 8),
    jit: 'off',
    ssl: 'off',
    TimeZone: 'UTC',
    server_encoding: 'UTF8',
  });
  expect(settings.wal_compression).not.toBe('off');
  expect(
    await query(database, "SELECT v FROM (VALUES ('ә'), ('я'), ('B'), ('a')) t (v) ORDER BY v"),
  ).toEqual([{ v: 'B' }, { v: 'a' }, { v: 'я' }, { v: 'ә' }]);
}

test('the socket is private and no port is open', async () => {
  const database = await start(await aStoppedDatabase());
  const { host, port } = database.connection;
  expect(statSync(host).mode & 0o777).toBe(0o700);
  expect(lstatSync(join(host, `.s.PGSQL.${port}`)).isSocket()).toBe(true);
  const [row] = await query(database, 'SELECT inet_server_port() AS port');
  expect(row).toEqual({ port: null });
});

test('a folder whose path is too long for a socket gets one in a short private folder', async () => {
  const folder = join(aFolder(), 'орталық'.repeat(12));
  mkdirSync(folder, { recursive: true });
  const database = await start(folder);
  const { host } = database.connection;
  expect(host.startsWith(folder)).toBe(false);
  expect(statSync(host).mode & 0o777).toBe(0o700);
  const before = database.processId;
  process.kill(before, 'SIGKILL');
  await expect.poll(() => database.processId, { timeout: 30_000 }).not.toBe(before);
  expect(database.lines.filter((line) => line.includes('starting it again'))).toHaveLength(1);
  expect(await query(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.stop();
  expect(existsSync(host)).toBe(false);
});

test('the log tells an operator what happened, but no value that somebody entered', async () => {
  const folder = await aStoppedDatabase();
  const database = await start(folder);
  await query(database, 'CREATE TABLE person (name text PRIMARY KEY, age int CHECK (age > 0))');
  const insert = "INSERT INTO person VALUES ('Сәуле Қ.', 4)";
  await query(database, insert);
  await expect(query(database, insert)).rejects.toThrow();
  await expect(query(database, "INSERT INTO person VALUES ('Болат Т.', -7)")).rejects.toThrow();
  await database.stop();
  const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key value violates unique constraint');
  expect(log).toContain('database system is shut down');
  expect(log).not.toMatch(/Сәуле|Болат|-7|INSERT/);
  expect(statSync(join(folder, 'postgres.log')).mode & 0o077).toBe(0);
});

test('Ctrl-C in the terminal reaches the program, not the database', async () => {
  const folder = await aStoppedDatabase();
  const { child, answer } = await runApp({ folder, durability: 'none', finally: 'wait' });
  if (answer.kind !== 'ready') throw new Error(JSON.stringify(answer));
  process.kill(-(child.pid as number), 'SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 300));
  // Not one that was started again, either: its supervisor would do that within the time.
  expect(findProcess(answer.processId)?.command).toContain('cluster_name=tirek-');
});

test('the database keeps no program from ending', async () => {
  const { child } = await runApp({
    folder: await aStoppedDatabase(),
    durability: 'none',
    finally: 'leave',
  });
  expect(await ended(child)).toBe(0);
});

if (isRoot) {
  describe('when root starts the program', () => {
    test('the database runs as an account without rights, in a folder that only root may enter', async () => {
      const folder = aFolder();
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      const database = await start(folder);
      const status = readFileSync(`/proc/${database.processId}/status`, 'utf8');
      const userId = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
      expect(userId).toBeGreaterThan(0);
      expect(/^Groups:\s*$/m.test(status), 'it has kept groups of root').toBe(true);
      expect(statSync(join(folder, 'postgres')).uid).toBe(userId);
      expect(statSync(folder).uid).toBe(0);
    });

    test('other programs of that account do not get in without the password', async () => {
      const folder = await aStoppedDatabase();
      const database = await start(folder);
      expect(statSync(join(folder, 'postgres.password')).mode & 0o777).toBe(0o600);
      expect(statSync(join(folder, 'postgres.password')).uid).toBe(0);
      const { host, port, user } = database.connection;
      const guess = { host, port, user, database: 'postgres', password: 'postgres' };
      await expect(withClient(guess, async () => {})).rejects.toMatchObject({ code: '28P01' });
    });

    test('data with another password, as from a backup of another machine, are opened all the same', async () => {
      const folder = await aStoppedDatabase();
      const first = await start(folder);
      await query(first, "ALTER ROLE postgres PASSWORD 'of another machine'");
      await first.stop();
      const second = await start(folder);
      expect(second.connection.password).not.toBe(first.connection.password);
      expect(await query(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    test('an ordinary user starts it as himself, without a password, and root can take his folder over', async () => {
      const folder = anOrdinaryFolder();
      const become = anOrdinaryAccount();
      const { child, answer } = await runApp({
        folder,
        become,
        durability: 'none',
        finally: 'stop',
      });
      await ended(child);
      expect(answer).toMatchObject({ kind: 'ready' });
      expect(answer).not.toHaveProperty('connection.password');
      expect(statSync(join(folder, 'postgres')).uid).toBe(become.userId);

      const database = await start(folder);
      expect(database.connection.password).toBeDefined();
      const status = readFileSync(`/proc/${database.processId}/status`, 'utf8');
      expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).toBe(become.userId);
    });
  });
} else {
  describe('when an ordinary user starts the program (root cannot be tried here)', () => {
    test('the database runs as himself and needs no password on its private socket', async () => {
      const folder = aFolder();
      const database = await start(folder);
      expect(database.connection.password).toBeUndefined();
      expect(statSync(join(folder, 'postgres')).uid).toBe(process.geteuid?.());
    });
  });
}
