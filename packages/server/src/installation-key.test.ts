import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInstallationKey, writeInstallationKey } from './installation-key.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-key-'));
  file = join(folder, 'keys', 'installation.key');
});
afterEach(() => rm(folder, { recursive: true }));

const make = (fill: number) => () => Buffer.alloc(32, fill);

describe('the key of an installation', () => {
  it('is made at the first start, for its owner alone, and stays', async () => {
    expect(await readInstallationKey(file, make(1))).toEqual({
      kind: 'read',
      key: Buffer.alloc(32, 1),
      isNew: true,
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
    expect(await readFile(file, 'utf8')).toBe(`${'01'.repeat(32)}\n`);
    expect(await readInstallationKey(file, make(2))).toMatchObject({
      key: Buffer.alloc(32, 1),
      isNew: false,
    });
    expect(await readdir(join(folder, 'keys'))).toEqual(['installation.key']);
  });

  it('is one and the same for programs that start at once', async () => {
    const starts = Array.from({ length: 8 }, (_, i) => readInstallationKey(file, make(i)));
    const keys = (await Promise.all(starts)).map((r) => r.kind === 'read' && r.key.toString('hex'));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-7]{64}$/);
    expect(await writeInstallationKey(file, Buffer.alloc(32, 9))).toBe('exists');
  });

  it('is refused when others may read it', async () => {
    await readInstallationKey(file, make(1));
    for (const mode of [0o640, 0o604, 0o620]) {
      await chmod(file, mode);
      expect(await readInstallationKey(file)).toMatchObject({ reason: 'open-to-others', file });
    }
  });

  it('is refused when it is no key, and when it is missing where none may be made', async () => {
    expect(await readInstallationKey(file)).toMatchObject({ reason: 'missing' });
    await readInstallationKey(file, make(1));
    await writeFile(file, 'abc');
    expect(await readInstallationKey(file, make(1))).toMatchObject({ reason: 'malformed' });
    expect(await readInstallationKey(folder)).toMatchObject({ kind: 'refused' });
  });

  it('is refused when its folder cannot be made', async () => {
    await writeFile(join(folder, 'keys'), 'a file');
    expect(await readInstallationKey(file, make(1))).toMatchObject({ kind: 'refused' });
  });
});
