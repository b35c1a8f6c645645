import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBinaries, findBundled } from './find-binaries.ts';
import {
  aFolder,
  anOrdinaryAccount,
  anOrdinaryFolder,
  aStoppedDatabase,
  clearStandAfterwards,
  expectRefusal,
  isRoot,
  query,
  runApp,
  someBinaries,
  start,
} from './test-stand.ts';

clearStandAfterwards();

const bundled = findBundled();

/** npm's PostgreSQL as it lies there when install scripts do not run: without its links. */
function aBundleWithoutLinks(parent: string): string {
  if (bundled === null) throw new Error('npm has brought no PostgreSQL for this machine');
  const native = join(parent, 'native');
  cpSync(dirname(bundled), native, { recursive: true, verbatimSymlinks: true });
  for (const { target } of linksOf(native)) rmSync(join(parent, target), { force: true });
  return join(native, 'bin');
}

const linksOf = (native: string) =>
  JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];

describe('which PostgreSQL is taken', () => {
  test('the same machine gives the same answer every time', async () => {
    const [first, second] = [await findBinaries(), await findBinaries('auto')];
    expect(second).toEqual(first);
    expect(first.major).toBeGreaterThanOrEqual(15);
  });

  test('one that is too old, broken or not there is refused by name', async () => {
    const old = someBinaries(aFolder(), {
      initdb: '',
      postgres: 'echo "postgres (PostgreSQL) 14.2"',
    });
    expect(await expectRefusal(findBinaries(old), 'database-binaries-too-old')).toEqual({
      folder: old,
      version: '14.2',
      oldest: 15,
    });
    const broken = someBinaries(aFolder(), {
      initdb: '',
      postgres: 'echo "libxml2.so.2: cannot open shared object file" >&2; exit 127',
    });
    const { reason } = await expectRefusal(findBinaries(broken), 'database-binaries-broken');
    expect(reason).toContain('libxml2.so.2');
    await expectRefusal(findBinaries('/nowhere/bin'), 'database-binaries-broken');
  });

  test('data made by another major version are refused and left alone', async () => {
    const folder = await aStoppedDatabase();
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '13\n');
    const details = await expectRefusal(start(folder), 'database-version-mismatch');
    expect(details).toMatchObject({ folder, dataMajor: 13 });
    expect(details.found).toMatch(/\d+\.\d+/);
  });

  test('data made by npm’s PostgreSQL are served by it again, whatever the system offers', async () => {
    const folder = aFolder();
    const first = await start(folder, { binaries: 'bundled' });
    await query(first, 'CREATE TABLE family AS SELECT 522 AS children');
    await first.stop();
    const second = await start(folder);
    expect(second.version).toBe(first.version);
    expect(await query(second, 'SELECT children FROM family')).toEqual([{ children: 522 }]);
  });
});

describe('npm’s PostgreSQL without the links that its install script would have made', () => {
  test('gets them in place where the folder may be written', async () => {
    const bin = aBundleWithoutLinks(aFolder());
    expect(() => execFileSync(join(bin, 'postgres'), ['--version'], { stdio: 'ignore' })).toThrow();
    const binaries = await findBinaries(bin);
    expect(binaries.folder).toBe(bin);
    for (const { source, target } of linksOf(dirname(bin))) {
      const place = join(dirname(bin), '..', target);
      expect(join(dirname(place), readlinkSync(place))).toBe(join(dirname(bin), '..', source));
    }
  });

  if (isRoot) {
    test('is copied for root’s database when it lies in a folder that only root may enter', async () => {
      const parent = aFolder();
      const bin = aBundleWithoutLinks(parent);
      // A clone made under a strict umask: closed even where the way there is open.
      execFileSync('chmod', ['-R', 'go-rwx', parent]);
      const cache = join(aFolder(), 'cache');
      chmodSync(dirname(cache), 0o755);
      const folder = aFolder();
      const database = await start(folder, { binaries: bin, cache });
      expect(await query(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(readlinkSync(`/proc/${database.processId}/exe`).startsWith(cache)).toBe(true);
      await database.stop();

      const copied = () =>
        readdirSync(cache, { recursive: true, encoding: 'utf8' }).map((name) => {
          const { ino, ctimeMs } = lstatSync(join(cache, name));
          return { name, ino, ctimeMs };
        });
      const before = copied();
      await start(folder, { binaries: bin, cache });
      expect(copied(), 'it was copied once more').toEqual(before);
    });

    test('is refused for root’s database when no copy can be read by the account either', async () => {
      const bin = aBundleWithoutLinks(aFolder());
      const cache = join(aFolder(), 'cache');
      mkdirSync(cache);
      await expectRefusal(
        start(aFolder(), { binaries: bin, cache }),
        'database-binaries-unreadable',
      );
    });

    test('is copied for an ordinary user who may not write where npm has put it', async () => {
      const parent = aFolder();
      chmodSync(parent, 0o755);
      const binaries = aBundleWithoutLinks(parent);
      const folder = anOrdinaryFolder();
      const cache = join(anOrdinaryFolder(), 'cache');
      const become = anOrdinaryAccount();
      const { answer, words } = await runApp({
        ...{ folder, cache, binaries, become, durability: 'none', finally: 'stop' },
      });
      expect(answer.kind, words()).toBe('ready');
      expect(existsSync(join(dirname(binaries), 'lib', 'libicuuc.so.60'))).toBe(false);
    });
  } else {
    test('is copied for an ordinary user who may not write where npm has put it', async () => {
      const parent = aFolder();
      const binaries = aBundleWithoutLinks(parent);
      execFileSync('chmod', ['-R', 'a-w', parent]);
      const cache = join(aFolder(), 'cache');
      const database = await start(aFolder(), { binaries, cache });
      expect(readlinkSync(`/proc/${database.processId}/exe`).startsWith(cache)).toBe(true);
      execFileSync('chmod', ['-R', 'u+w', parent]);
    });
  }
});
