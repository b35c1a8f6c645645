import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPassword } from '../test/cast.ts';
import { putPreparedDemo } from '../test/prepared-demo.ts';
import { runInWorld } from '../test/run-in-world.ts';
import { type StartedProgram, startProgram } from '../test/started-program.ts';

const PASSPHRASE = 'ақ қайың бұлақ жағасында';

let folder: string;
let running: StartedProgram | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-restore-'));
  await putPreparedDemo(at('first'));
});
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const tirek = (data: string, words: string[], typed: string[] = [], more = {}) =>
  runInWorld(words, { LANG: 'en_GB', TIREK_DATA: at(data), ...more }, typed);

async function serve(data: string): Promise<string> {
  running = startProgram(['serve', '--demo'], {
    environment: { TIREK_DATA: at(data), TIREK_PORT: '0' },
  });
  return (await running.until(/Ready: (http\S+)/))[1] as string;
}

async function stop(): Promise<void> {
  running?.process.kill('SIGTERM');
  await running?.ended();
  running = null;
}

/** What Saule is answered when she types her name and password. */
async function signIn(address: string, password: string): Promise<unknown> {
  const answer = await fetch(`${address}/api/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ signInName: 'saule', password }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe('a backup of a running program', { timeout: 300_000 }, () => {
  it('is taken without stopping it, restored into an empty folder, and served from there', async () => {
    const address = await serve('first');
    const before = await signIn(address, castPassword('saule'));
    expect(before).toMatchObject({ status: 200 });

    const asked = await tirek('first', ['backup', at('a.tirek')], [PASSPHRASE, PASSPHRASE]);
    expect(asked).toMatchObject({ status: 0, errors: '' });
    expect(asked.output).toContain('has been read back');
    expect(asked.output).toContain('The installation key is inside');
    expect((await stat(at('a.tirek'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).not.toContain('a.tirek.part');
    const words = await readFile(at('a.tirek'), 'latin1');
    expect(words).not.toContain('saule');
    await stop();

    const restored = await tirek('second', ['restore', at('a.tirek')], [PASSPHRASE]);
    expect(restored).toMatchObject({ status: 0, errors: '' });
    expect(restored.output).toContain('Everybody has to sign in anew.');
    expect(await readFile(at('second/keys/installation.key'), 'utf8')).toBe(
      await readFile(at('first/keys/installation.key'), 'utf8'),
    );
    const second = await serve('second');
    expect(await signIn(second, castPassword('saule'))).toMatchObject({ status: 200 });
    expect(await signIn(second, 'not hers')).toMatchObject({ body: { kind: 'refused' } });
    await running?.until(/Ready/);
    const checked = await tirek('second', ['audit', 'verify', '--json']);
    expect(checked.status).toBe(0);
    expect(JSON.parse(checked.output)).toMatchObject({ finding: null });
    await stop();
  });

  it('is refused with the wrong words, and when a byte or the end of it is gone', async () => {
    const wrong = await tirek('third', ['restore', at('a.tirek')], ['not the passphrase']);
    expect(wrong).toMatchObject({ status: 1, output: '' });
    expect(wrong.errors).toContain('does not open this backup');

    const whole = await readFile(at('a.tirek'));
    const changed = Buffer.from(whole);
    changed[whole.length - 40] = (changed[whole.length - 40] as number) ^ 1;
    await writeFile(at('changed.tirek'), changed);
    const damaged = await tirek('third', ['restore', at('changed.tirek')], [PASSPHRASE]);
    expect(damaged.status).toBe(1);
    expect(damaged.errors).toContain('damaged or changed');

    await writeFile(at('short.tirek'), whole);
    await truncate(at('short.tirek'), whole.length - 20);
    const short = await tirek('third', ['restore', at('short.tirek')], [PASSPHRASE]);
    expect(short.status).toBe(1);
    expect(short.errors).toMatch(/damaged or changed|ends too early/);

    await writeFile(at('letter.tirek'), 'Dear Kairat');
    const letter = await tirek('third', ['restore', at('letter.tirek')], [PASSPHRASE]);
    expect(letter.errors).toContain('is no backup of Tirek');
    expect((await tirek('third', ['restore', at('none.tirek')], [PASSPHRASE])).errors).toContain(
      'cannot be read',
    );
    expect(await readdir(at('third/keys'))).toEqual([]);

    // Nothing of that stands in the way of the right one.
    const right = await tirek('third', ['restore', at('a.tirek'), '--json'], [PASSPHRASE]);
    expect(right.status).toBe(0);
    expect(JSON.parse(right.output)).toMatchObject({ audit: { finding: null } });
    const again = await tirek('third', ['restore', at('a.tirek')], [PASSPHRASE]);
    expect(again.status).toBe(1);
    expect(again.errors).toContain('There are data here already');
  });

  it('may be opened by a key file, and hold no installation key', async () => {
    await writeFile(at('backup.key'), `${'5c'.repeat(32)}\n`);
    const words = ['--key-file', at('backup.key')];
    const taken = await tirek('third', ['backup', at('b.tirek'), '--without-key', ...words]);
    expect(taken.status).toBe(0);
    expect(taken.output).toContain('The installation key is NOT inside');

    const without = await tirek('fourth', ['restore', at('b.tirek'), ...words]);
    expect(without.status).toBe(1);
    expect(without.errors).toContain('made without the installation key');

    await writeFile(at('other.key'), 'ab'.repeat(32), { mode: 0o600 });
    const other = { TIREK_KEY_FILE: at('other.key') };
    const refused = await tirek('fourth', ['restore', at('b.tirek'), ...words], [], other);
    expect(refused.errors).toContain('another installation key');

    const key = { TIREK_KEY_FILE: at('first/keys/installation.key') };
    expect(await tirek('fourth', ['restore', at('b.tirek'), ...words], [], key)).toMatchObject({
      status: 0,
    });
  });

  it('asks for a passphrase that is worth it, and never writes over a file', async () => {
    const take = (typed: string[], more: string[] = [], environment = {}) =>
      tirek('third', ['backup', at('c.tirek'), ...more], typed, environment);
    expect((await take(['short', 'short'])).errors).toContain('too short');
    expect((await take([PASSPHRASE, `${PASSPHRASE}!`])).errors).toContain('not the same');
    expect((await take([])).errors).toContain('nobody is here to ask');
    expect((await take([], ['--key-file', at('a.tirek')])).errors).toContain('is no key');
    const over = await tirek('third', ['backup', at('a.tirek')], [PASSPHRASE, PASSPHRASE]);
    expect(over.errors).toContain('exists already');
    expect((await take([], [], { TIREK_BACKUP_PASSPHRASE: PASSPHRASE })).status).toBe(0);
  });
});
