import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInWorld } from '../test/run-in-world.ts';
import { startProgram } from '../test/started-program.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-user-'));
});
afterAll(() => rm(folder, { recursive: true }));

const tirek = (words: string[]) =>
  runInWorld(words, { LANG: 'en_GB', TIREK_DATA: join(folder, 'data'), TIREK_PORT: '0' });

const FIRST = ['user', 'add', 'kairat', '--name', 'Қайрат Тілеуов'];

describe('tirek user', () => {
  it('founds a programme with its first administrator, and keeps its accounts', async () => {
    // A fresh machine: the first start makes the key and the database. A command before it makes nothing.
    const tooEarly = await tirek(['user', 'list']);
    expect(tooEarly).toMatchObject({ status: 1, output: '' });
    expect(tooEarly.errors).toContain('There are no data of this program in ');
    expect(await readdir(folder)).toEqual([]);
    const first = startProgram(['serve'], {
      environment: { TIREK_DATA: join(folder, 'data'), TIREK_PORT: '0' },
    });
    await first.until(/Ready/);

    const early = await tirek(FIRST.concat('--role', 'technical-administrator'));
    expect(early).toMatchObject({ status: 1, output: '' });
    expect(early.errors).toContain('--programme-name');

    const founded = await tirek([...FIRST, '--programme-name', 'Отбасын қолдау', '--speaks', 'kk']);
    expect(founded.errors).toBe('');
    expect(founded.output).toMatch(/^kairat signs in the first time .*\nhttp:\S+#\S+$/);

    const dana = ['user', 'add', 'dana', '--name', 'Дана', '--role', 'national-coordinator'];
    expect(await tirek(dana)).toMatchObject({ status: 0 });
    expect((await tirek(dana)).errors).toContain('is taken');
    const saule = ['user', 'add', 'saule', '--name', 'Сәуле', '--role', 'practitioner'];
    expect((await tirek([...saule, '--region', 'KZ-99'])).errors).toContain('no region “KZ-99”');
    expect(await tirek([...saule, '--region', 'KZ-27'])).toMatchObject({ status: 0 });
    expect((await tirek(['user', 'add', 'x', '--name', 'X'])).errors).toContain('cannot be');
    expect(
      (await tirek(['user', 'add', 'timur', '--name', 'T', '--role', 'boss'])).errors,
    ).toContain('The roles are: practitioner, ');

    const reset = await tirek(['user', 'reset', 'dana', '--json']);
    expect(JSON.parse(reset.output)).toMatchObject({
      signInName: 'dana',
      link: expect.stringMatching(/#/),
    });
    expect((await tirek(['user', 'close', 'nobody'])).errors).toContain('no account “nobody”');
    expect(await tirek(['user', 'close', 'dana'])).toMatchObject({ status: 0 });
    expect(await tirek(['user', 'close', 'dana'])).toMatchObject({ status: 1 });
    expect(await tirek(['user', 'close', 'kairat'])).toMatchObject({ status: 1 });

    first.process.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
    // The same without a running program.
    const { output } = await tirek(['user', 'list', '--lang', 'ru']);
    expect(output.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['kairat', 'приглашена'],
      ['saule', 'приглашена'],
      ['dana', 'закрыта'],
    ]);
    const verdict = await tirek(['audit', 'verify', '--json']);
    expect(verdict.status).toBe(0);
    expect(JSON.parse(verdict.output)).toMatchObject({ finding: null });

    const demo = await tirek(['serve', '--demo']);
    expect(demo.status).toBe(1);
    expect(demo.errors).toContain('accounts of real people');
  });
});
