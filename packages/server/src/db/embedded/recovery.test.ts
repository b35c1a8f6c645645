import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { DatabaseRefused } from './database-refused.ts';
import { tagOf } from './launch.ts';
import { findProcess, listProcesses } from './processes.ts';
import {
  aFolder,
  aStoppedDatabase,
  binariesForAll,
  clearStandAfterwards,
  ended,
  expectRefusal,
  isRoot,
  kill,
  query,
  runApp,
  someBinaries,
  spawnApp,
  start,
} from './test-stand.ts';

clearStandAfterwards();

const pidFile = (folder: string) => join(folder, 'postgres', 'postmaster.pid');

async function expectTheRow(database: Parameters<typeof query>[0]) {
  expect(await query(database, 'SELECT people FROM family')).toEqual([{ people: 749 }]);
}

/** A process that ends may still be seen for a moment, without its command or as a zombie. */
const expectEnded = (id: number) =>
  expect.poll(() => findProcess(id)?.isZombie ?? true, { timeout: 10_000 }).toBe(true);

/** The account that the database of a folder runs as, for processes that must look like its own. */
const asDatabase = (folder: string) => {
  const { uid, gid } = statSync(join(folder, 'postgres'));
  return isRoot ? { uid, gid } : {};
};

test('after kill -9 of the program the next start takes over the database that is still running', async () => {
  const folder = await aStoppedDatabase();
  const app = await runApp({ folder, durability: 'none', finally: 'wait' });
  await kill(app.child);

  const database = await start(folder);
  expect(database.processId).toBe(app.answer.kind === 'ready' ? app.answer.processId : 0);
  expect(database.lines.join('\n')).toContain('taking over');
  await expectTheRow(database);

  await database.stop();
  await expectEnded(database.processId);
  expect(existsSync(pidFile(folder))).toBe(false);
});

test('a database that is taken over is watched like any other: it is started again when it is killed', async () => {
  const folder = await aStoppedDatabase();
  const app = await runApp({ folder, durability: 'none', finally: 'wait' });
  await kill(app.child);
  const database = await start(folder);
  const before = database.processId;
  process.kill(before, 'SIGKILL');
  await expect.poll(() => database.processId, { timeout: 30_000 }).not.toBe(before);
  await expectTheRow(database);
});

test('a database that was left running with fsync off is stopped and started with it on', async () => {
  const folder = await aStoppedDatabase();
  const app = await runApp({ folder, durability: 'none', finally: 'wait' });
  await kill(app.child);
  const database = await start(folder, { durability: 'full' });
  expect(database.lines.join('\n')).toContain('started with other settings');
  expect(await query(database, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  await expectTheRow(database);
});

test('after kill -9 of the program and of the database everything acknowledged is there', async () => {
  const folder = await aStoppedDatabase();
  const app = await runApp({ folder, durability: 'full', finally: 'wait' });
  await kill(app.child);
  if (app.answer.kind !== 'ready') throw new Error('it did not start');
  process.kill(app.answer.processId, 'SIGKILL');
  expect(existsSync(pidFile(folder))).toBe(true);
  await expectTheRow(await start(folder, { durability: 'full' }));
});

test('a zombie behind postmaster.pid, of the very account of the database, does not stop the start', async () => {
  const folder = await aStoppedDatabase();
  // The second sleep never collects the first, which has ended: in a container nobody else does, either.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...asDatabase(folder),
  });
  onTestFinished(() => {
    parent.kill();
  });
  const zombie = await new Promise<number>((resolve) =>
    parent.stdout?.once('data', (text: Buffer) => resolve(Number(text))),
  );
  await expect.poll(() => findProcess(zombie)?.isZombie, { timeout: 20_000 }).toBe(true);
  writeFileSync(pidFile(folder), `${zombie}\n${join(folder, 'postgres')}\n1700000000\n5432\n.\n\n`);

  const startedAt = performance.now();
  await expectTheRow(await start(folder));
  expect(performance.now() - startedAt).toBeLessThan(15_000);
});

test('a stranger that got the number in postmaster.pid and in the socket lock does not stop the start', async () => {
  const folder = await aStoppedDatabase();
  const stranger = spawn('sleep', ['60'], { cwd: '/', stdio: 'ignore', ...asDatabase(folder) });
  onTestFinished(() => {
    stranger.kill();
  });
  const note = `${stranger.pid}\n${join(folder, 'postgres')}\n1700000000\n5432\n.\n\n`;
  writeFileSync(pidFile(folder), note);
  writeFileSync(join(folder, 'postgres', '.s.PGSQL.5432.lock'), note);
  await expectTheRow(await start(folder));
  expect(stranger.exitCode, 'the stranger was left alone').toBeNull();
});

test('an empty postmaster.pid, left by a full disk, does not stop the start', async () => {
  const folder = await aStoppedDatabase();
  writeFileSync(pidFile(folder), '');
  await expectTheRow(await start(folder));
});

test('a socket name that somebody else listens on is freed for the database', async () => {
  const folder = await aStoppedDatabase();
  const squatter = createServer();
  await new Promise<void>((resolve) =>
    squatter.listen(join(folder, 'postgres', '.s.PGSQL.5432'), resolve),
  );
  onTestFinished(() => {
    squatter.close();
  });
  await expectTheRow(await start(folder));
});

test('a database started by hand on the folder is never adopted, stopped or overrun', async () => {
  const folder = await aStoppedDatabase();
  const binaries = await binariesForAll();
  const data = join(folder, 'postgres');
  // By descriptor, because another account may have to start in a folder that is closed to it.
  const byHand = spawn(
    join(binaries, 'postgres'),
    ['-D', isRoot ? '/proc/self/fd/3' : data, '-c', 'listen_addresses=', '-k', '.'],
    {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'ignore', openSync(data, 'r')],
      ...asDatabase(folder),
    },
  );
  onTestFinished(async () => {
    byHand.kill('SIGQUIT');
    await ended(byHand);
  });
  await expect.poll(() => existsSync(pidFile(folder)), { timeout: 20_000 }).toBe(true);
  const details = await expectRefusal(start(folder), 'database-run-by-another');
  expect(details).toEqual({ folder, processId: byHand.pid });
  expect(byHand.exitCode).toBeNull();
});

test('when the database is killed under a living program, it is back within moments at the same address', async () => {
  const folder = await aStoppedDatabase();
  const database = await start(folder, { durability: 'full' });
  const before = database.processId;
  const address = { ...database.connection };
  await query(database, 'INSERT INTO family VALUES (522)');
  process.kill(before, 'SIGKILL');
  await expect.poll(() => database.processId, { timeout: 30_000 }).not.toBe(before);
  expect(database.connection).toEqual(address);
  expect(await query(database, 'SELECT sum(people)::int AS sum FROM family')).toEqual([
    { sum: 749 + 522 },
  ]);
});

test('a database that does not come up again is tried five times, then the program is told why', async () => {
  const folder = aFolder();
  const place = aFolder();
  const real = await binariesForAll();
  const broken = join(place, 'broken');
  const binaries = someBinaries(place, {
    initdb: `exec ${real}/initdb "$@"`,
    postgres: `if test -e ${broken} && test "$1" != --version; then echo 'FATAL:  the disk is gone' >&2; exit 1; fi\nexec ${real}/postgres "$@"`,
  });
  const told: DatabaseRefused[] = [];
  const database = await start(folder, { binaries, onFailure: (reason) => told.push(reason) });
  writeFileSync(broken, '');
  const startedAt = performance.now();
  process.kill(database.processId, 'SIGKILL');
  await expect.poll(() => told.length, { timeout: 25_000 }).toBe(1);
  expect(told[0]?.code).toBe('database-keeps-failing');
  expect(told[0]?.details).toMatchObject({
    restarts: 5,
    reason: expect.stringContaining('the disk is gone'),
  });
  expect(performance.now() - startedAt).toBeGreaterThan(5000);
  expect(database.lines.filter((line) => line.includes('starting it again'))).toHaveLength(5);
});

test('stopping while a restart is under way leaves no process behind', async () => {
  const folder = await aStoppedDatabase();
  const tag = tagOf(join(folder, 'postgres'));
  const database = await start(folder);
  expect(listProcesses().filter(({ command }) => command.includes(tag)).length).toBeGreaterThan(3);
  process.kill(database.processId, 'SIGKILL');
  await sleep(30);
  await database.stop();
  expect(listProcesses().filter(({ command }) => command.includes(tag))).toEqual([]);
  await expectEnded(database.processId);
});

test('the second of two starts on one folder is refused and told who was first', async () => {
  const folder = await aStoppedDatabase();
  const database = await start(folder);
  const here = await expectRefusal(start(folder), 'database-in-use');
  expect(here).toEqual({ folder, processId: process.pid });
  const { answer } = await runApp({ folder, durability: 'none', finally: 'stop' });
  expect(answer).toEqual({ kind: 'refused', code: 'database-in-use', details: here });
  await expectTheRow(database);
});

test('of five programs that start at once on a new folder exactly one makes the database', async () => {
  const folder = aFolder();
  const apps = await Promise.all(
    Array.from({ length: 5 }, () => runApp({ folder, durability: 'none', finally: 'wait' })),
  );
  const kinds = apps.map(({ answer }) => (answer.kind === 'refused' ? answer.code : answer.kind));
  expect(kinds.sort()).toEqual([...Array(4).fill('database-in-use'), 'ready']);
});

test('a program killed while the database is being made leaves a folder that the next start makes whole', async () => {
  const folder = aFolder();
  const { child } = spawnApp({ folder, durability: 'full', finally: 'wait' });
  const halfMade = () => {
    const aside = readdirSync(folder).find((name) => name.startsWith('postgres.new-'));
    return aside !== undefined && existsSync(join(folder, aside, 'data', 'PG_VERSION'));
  };
  await expect.poll(halfMade, { timeout: 10_000, interval: 5 }).toBe(true);
  await kill(child);
  expect(existsSync(join(folder, 'postgres'))).toBe(false);

  const database = await start(folder);
  expect(await query(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(database.lines.join('\n')).toContain('left by a database that was never finished');
  expect(readdirSync(folder).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
});

test('a program killed while the database is starting leaves one that the next start serves', async () => {
  const folder = await aStoppedDatabase();
  const { child } = spawnApp({ folder, durability: 'none', finally: 'wait' });
  await expect.poll(() => existsSync(pidFile(folder)), { timeout: 10_000, interval: 1 }).toBe(true);
  await kill(child);
  await expectTheRow(await start(folder));
});

test('the log keeps its newest words and one older part, and no more', async () => {
  const folder = await aStoppedDatabase();
  writeFileSync(join(folder, 'postgres.log'), 'an old line\n'.repeat(500_000));
  const database = await start(folder);
  await database.stop();
  expect(readFileSync(join(folder, 'postgres.log.1'), 'utf8')).toContain('an old line');
  const newest = readFileSync(join(folder, 'postgres.log'), 'utf8');
  expect(newest).toContain('ready to accept connections');
  expect(newest).not.toContain('an old line');
});
