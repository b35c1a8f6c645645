import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canMountDisks, fillDisk, mountSmallDisk } from '../../test/small-disk.ts';
import { findBinaries } from './find-binaries.ts';
import {
  aFolder,
  anOrdinaryAccount,
  anOrdinaryFolder,
  aStoppedDatabase,
  binariesForAll,
  clearStandAfterwards,
  expectRefusal,
  isRoot,
  query,
  runApp,
  someBinaries,
  start,
} from './test-stand.ts';

clearStandAfterwards();

/** A disk of a few megabytes that goes with the test. */
function aSmallDisk(megabytes: number): string {
  const disk = join(aFolder(), 'disk');
  onTestFinished(mountSmallDisk(disk, megabytes));
  return disk;
}

if (canMountDisks) {
  describe('on a real disk that is full', () => {
    test('a new database is refused, and nothing half-made stays behind to fill it', async () => {
      const disk = aSmallDisk(20);
      const details = await expectRefusal(start(disk), 'database-disk-full');
      expect(details).toMatchObject({ folder: disk });
      expect(details.freeMegabytes).toBeGreaterThan(15);
      expect(readdirSync(disk).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
      expect(existsSync(join(disk, 'postgres'))).toBe(false);
    });

    test('a database that is there is refused until there is space, and then has its rows', async () => {
      const disk = aSmallDisk(90);
      execFileSync('cp', ['-a', `${await aStoppedDatabase()}/.`, disk]);
      const filler = join(disk, 'photos');
      fillDisk(filler);
      const details = await expectRefusal(start(disk), 'database-disk-full');
      expect(details).toEqual({ folder: disk, freeMegabytes: 0 });
      rmSync(filler);
      const database = await start(disk);
      expect(await query(database, 'SELECT people FROM family')).toEqual([{ people: 749 }]);
    });

    test('when it fills up under a running database, what was acknowledged is there once there is space', async () => {
      const disk = aSmallDisk(120);
      execFileSync('cp', ['-a', `${await aStoppedDatabase()}/.`, disk]);
      const database = await start(disk, { durability: 'full' });
      let acknowledged = 0;
      const insert = async () => {
        await query(database, 'INSERT INTO family SELECT 1 FROM generate_series(1, 50000)');
        acknowledged += 50_000;
      };
      await insert();
      const filler = join(disk, 'photos');
      fillDisk(filler);
      const full = (async () => {
        for (;;) await insert();
      })();
      await expect(full).rejects.toThrow();
      rmSync(filler);
      // A commit that failed to be acknowledged may still have happened.
      const rows = async () => {
        const counted = query(database, 'SELECT count(*)::int AS n FROM family WHERE people = 1');
        return Number((await counted.catch(() => []))[0]?.n ?? 0);
      };
      await expect.poll(rows, { timeout: 20_000 }).toBeGreaterThanOrEqual(acknowledged);
    });
  });
} else {
  test('a full disk is told (a double of initdb says so: this account may mount no small disk)', async () => {
    const place = aFolder();
    const binaries = someBinaries(place, {
      initdb: 'echo "initdb: error: could not write: No space left on device" >&2; exit 1',
      postgres: 'echo "postgres (PostgreSQL) 15.4"',
    });
    await expectRefusal(start(aFolder(), { binaries }), 'database-disk-full');
  });
}

describe('a folder that cannot hold a database', () => {
  test('one with other files in place of the data is left as it is', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'thesis.txt'), 'ten years of work');
    await expectRefusal(start(folder), 'database-folder-foreign');
    expect(readFileSync(join(folder, 'postgres', 'thesis.txt'), 'utf8')).toBe('ten years of work');
  });

  test('one whose control file is gone is called damaged and left as it is', async () => {
    const folder = await aStoppedDatabase();
    rmSync(join(folder, 'postgres', 'global', 'pg_control'));
    const details = await expectRefusal(start(folder), 'database-damaged');
    expect(details.reason).toContain('pg_control');
    expect(existsSync(join(folder, 'postgres', 'base'))).toBe(true);
  });

  test('one whose write-ahead log is gone is called damaged', async () => {
    const folder = await aStoppedDatabase();
    const log = join(folder, 'postgres', 'pg_wal');
    for (const name of readdirSync(log).filter((entry) => /^[0-9A-F]{24}$/.test(entry))) {
      rmSync(join(log, name));
    }
    const details = await expectRefusal(start(folder), 'database-damaged');
    expect(details).toMatchObject({ folder, log: join(folder, 'postgres.log') });
  });

  test('an empty folder in place of the data is used', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'postgres'));
    expect(await query(await start(folder), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a file in place of the folder is told', async () => {
    const file = join(aFolder(), 'data');
    writeFileSync(file, '');
    await expectRefusal(start(file), 'database-folder-not-a-folder');
    await expectRefusal(start(join(file, 'below')), 'database-folder-not-a-folder');
  });

  test('data that are open to everybody are closed and served', async () => {
    const folder = await aStoppedDatabase();
    chmodSync(join(folder, 'postgres'), 0o777);
    const database = await start(folder);
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    expect(await query(database, 'SELECT people FROM family')).toEqual([{ people: 749 }]);
  });

  test('a folder of data that its account may not enter is told', async () => {
    const folder = await aStoppedDatabase();
    const closed = ['base', 'global'].map((name) => join(folder, 'postgres', name));
    for (const path of closed) chmodSync(path, 0o000);
    try {
      const details = await expectRefusal(start(folder), 'database-folder-not-writable');
      expect(details.folder).toBe(folder);
    } finally {
      for (const path of closed) chmodSync(path, 0o700);
    }
  });
});

if (isRoot) {
  describe('whose the folder is', () => {
    test('data that root has copied back are given to the account of the database', async () => {
      const folder = await aStoppedDatabase();
      execFileSync('chown', ['-R', '0:0', join(folder, 'postgres')]);
      const outside = join(aFolder(), 'outside');
      writeFileSync(outside, '');
      execFileSync('ln', ['-s', outside, join(folder, 'postgres', 'link')]);
      const database = await start(folder);
      expect(await query(database, 'SELECT people FROM family')).toEqual([{ people: 749 }]);
      expect(statSync(outside).uid, 'a file outside changed hands').toBe(0);
    });

    test('an ordinary user is told whose data he tried to serve', async () => {
      const folder = await aStoppedDatabase();
      const become = anOrdinaryAccount();
      chownSync(folder, become.userId, become.groupId);
      const { answer } = await runApp({ folder, become, durability: 'none', finally: 'stop' });
      expect(answer).toMatchObject({
        kind: 'refused',
        code: 'database-folder-other-owner',
        details: { folder, account: 'nobody' },
      });
    });

    test('an ordinary user is told that he may not write in a folder', async () => {
      const folder = aFolder();
      chmodSync(folder, 0o755);
      const become = anOrdinaryAccount();
      const { answer } = await runApp({ folder, become, durability: 'none', finally: 'stop' });
      expect(answer).toEqual({
        kind: 'refused',
        code: 'database-folder-not-writable',
        details: { folder, account: 'nobody' },
      });
    });

    test('a user number without an account cannot make a database, and is told so', async () => {
      const folder = anOrdinaryFolder();
      chownSync(folder, 54_321, 54_321);
      const become = { userId: 54_321, groupId: 54_321 };
      const { answer } = await runApp({ folder, become, durability: 'none', finally: 'stop' });
      const details = { userId: 54_321 };
      expect(answer).toEqual({ kind: 'refused', code: 'database-user-unknown', details });
    });

    test('root that may not become anybody else, as in a locked container, is told so', async () => {
      const caged = ['setpriv', '--bounding-set', '-setuid,-setgid'];
      const folder = aFolder();
      const { answer } = await runApp({ folder, durability: 'none', finally: 'stop' }, caged);
      expect(answer).toMatchObject({ kind: 'refused', code: 'database-root-cannot-drop' });
    });

    test('root without any account to become is told which ones were looked for', async () => {
      const folder = aFolder();
      const passwd = join(aFolder(), 'passwd');
      writeFileSync(passwd, 'root:x:0:0:root:/root:/bin/sh\n');
      const hidden = `mount --bind ${passwd} /etc/passwd && exec "$@"`;
      const through = ['unshare', '-m', 'sh', '-c', hidden, 'sh'];
      const { answer } = await runApp({ folder, durability: 'none', finally: 'stop' }, through);
      expect(answer).toMatchObject({ kind: 'refused', code: 'database-no-account' });
    });
  });
}

describe('a database that would not keep what it confirms', () => {
  test('settings in the data folder do not switch the disk off: ours outrank them', async () => {
    const folder = await aStoppedDatabase();
    const conf = join(folder, 'postgres', 'postgresql.auto.conf');
    writeFileSync(conf, 'fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n');
    const database = await start(folder, { durability: 'full' });
    expect(await query(database, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(database, 'SHOW synchronous_commit')).toEqual([
      { synchronous_commit: 'on' },
    ]);
  });

  test.each([
    ['the superuser', 'ALTER ROLE postgres SET synchronous_commit = off'],
    ['a role of the program', 'CREATE ROLE app; ALTER ROLE app SET synchronous_commit = off'],
    ['the whole database', 'ALTER DATABASE postgres SET synchronous_commit = false'],
  ])('it is refused when somebody has switched waiting for the disk off for %s', async (_, sql) => {
    const folder = await aStoppedDatabase();
    const before = await start(folder);
    await query(before, sql);
    await before.stop();
    const details = await expectRefusal(
      start(folder, { durability: 'full' }),
      'database-durability-off',
    );
    expect(details).toEqual({ setting: 'synchronous_commit', value: 'off' });
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid')), 'it still runs').toBe(false);
  });
});

test('binaries that need more memory than there is are told', async () => {
  const place = aFolder();
  const real = await binariesForAll();
  const { version } = await findBinaries(real);
  const binaries = someBinaries(place, {
    initdb: `exec ${real}/initdb "$@"`,
    postgres: `test "$1" = --version && echo "postgres (PostgreSQL) ${version}" && exit\nulimit -v 150000; exec ${real}/postgres "$@"`,
  });
  const details = await expectRefusal(
    start(await aStoppedDatabase(), { binaries }),
    'database-memory-short',
  );
  expect(details.reason).toMatch(/memory/);
});
