import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRunning } from '../db/embedded/index.ts';
import { derivedKey } from '../http/derived-key.ts';
import { readInstallationKey } from '../installation-key.ts';
import { addToLedger, ledgerFile } from '../privacy/erasure/index.ts';
import { putPreparedDemo } from '../test/prepared-demo.ts';
import { runInWorld } from '../test/run-in-world.ts';
import { type StartedProgram, startProgram } from '../test/started-program.ts';

const PASSPHRASE = 'ақ қайың бұлақ жағасында';

let folder: string;
let running: StartedProgram | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-restore-erasures-'));
  await putPreparedDemo(at('first'));
});
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const tirek = (data: string, words: string[], typed: string[] = []) =>
  runInWorld(words, { LANG: 'en_GB', TIREK_DATA: at(data) }, typed);

async function serve(data: string): Promise<StartedProgram> {
  running = startProgram(['serve', '--demo'], {
    environment: { TIREK_DATA: at(data), TIREK_PORT: '0' },
  });
  await running.until(/Ready: /);
  return running;
}
async function stop(): Promise<void> {
  running?.process.kill('SIGTERM');
  await running?.ended();
  running = null;
}

/** People whose data key is there, of a program that runs. */
async function withKeys(data: string): Promise<string[]> {
  const place = findRunning(at(data));
  if (!place) throw new Error('no database is running');
  const client = new pg.Client({ ...place });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'select person_id as id from person_data_key where wrapped is not null order by 1',
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

describe('a restore with a ledger of erasures', { timeout: 600_000 }, () => {
  it('erases again whoever stands in it, also at the next start, and lets nobody in beside a changed one', async () => {
    await serve('first');
    const people = await withKeys('first');
    const [gone = '', later = ''] = people;
    const taken = await tirek('first', ['backup', at('a.tirek')], [PASSPHRASE, PASSPHRASE]);
    expect(taken).toMatchObject({ status: 0, errors: '' });
    await stop();

    const read = await readInstallationKey(at('first/keys/installation.key'));
    if (read.kind !== 'read') throw new Error('no installation key');
    const keyFor = (purpose: string) => derivedKey(read.key, purpose);
    const erasedAt = new Date().toISOString();
    await addToLedger(at('first'), [{ personId: gone, erasedAt }], keyFor);
    const ledger = ledgerFile(at('first'));

    const words = ['restore', at('a.tirek'), '--json', '--erasures', ledger];
    const restored = await tirek('second', words, [PASSPHRASE]);
    expect(restored).toMatchObject({ status: 0, errors: '' });
    expect(JSON.parse(restored.output)).toMatchObject({ erasedAgain: 1 });
    expect(await readFile(ledgerFile(at('second')), 'utf8')).toBe(await readFile(ledger, 'utf8'));

    // A data folder put back by hand: the ledger knows more than the database.
    await addToLedger(at('second'), [{ personId: later, erasedAt }], keyFor);
    const again = await serve('second');
    expect(again.said.output).toContain('1 person erased again');
    expect(await withKeys('second')).toEqual(people.filter((id) => id !== gone && id !== later));
    await stop();

    await writeFile(ledgerFile(at('second')), 'Dear Kairat\n');
    const refused = startProgram(['serve'], {
      environment: { TIREK_DATA: at('second'), TIREK_PORT: '0' },
    });
    expect(await refused.ended()).toBe(1);
    expect(refused.said.errors).toContain('is no ledger of erasures of this installation');

    const without = await tirek('third', ['restore', at('a.tirek')], [PASSPHRASE]);
    expect(without.output).toContain('There is no ledger of erasures here.');
  });
});
