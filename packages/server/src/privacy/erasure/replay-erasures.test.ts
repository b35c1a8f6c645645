import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreBackup, takeBackup } from '../../db/backup/index.ts';
import { openDatabase } from '../../db/database.ts';
import { derivedKey } from '../../http/derived-key.ts';
import { register } from '../../people/test/registering.ts';
import { closeOwner, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { onServer, TEST_KEY, testServer } from '../../test/throw-away-database.ts';
import { AUDIT_MARK_PURPOSE, settleRestoredLog } from '../index.ts';
import { addToLedger, LedgerUnreadable, ledgerFile, readLedger } from './ledger-file.ts';
import { keepErasureLedger } from './ledger-job.ts';
import { replayErasures } from './replay-erasures.ts';
import { everySealedText } from './test/every-sealed-text.ts';

const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
const NOW = '2026-11-24T05:00:00.000Z';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-erasures-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function registered(app: TestApp, given: string): Promise<string> {
  const { personId } = await register(app.as('saule'), { given, family: 'Ахметова' });
  return personId;
}
async function erase(app: TestApp, personId: string): Promise<void> {
  const requestId = randomUUID();
  await app.as('saule').call('requestErasure', { id: requestId, personId, basis: 'person-asks' });
  await app
    .as('ruslan')
    .call('decideErasure', { id: randomUUID(), requestId, decision: { kind: 'erased' } });
}
const keepLedger = (app: TestApp) =>
  keepErasureLedger.run({
    database: app.database,
    folder,
    keyFor,
    clock: app.clock,
    newId: randomUUID,
    log: () => undefined,
  });

describe('an older backup', () => {
  it('brings Madina back, and the ledger takes her away again before anybody comes in', async () => {
    await using app = await testApp();
    const madina = await registered(app, 'Мәдина');
    await registered(app, 'Айгерім');
    const file = join(folder, 'before.tirek');
    const secret = { kind: 'key', key: Buffer.alloc(32, 5) } as const;
    await takeBackup({
      owner: app.database.owner,
      file,
      secret,
      salt: Buffer.alloc(32, 1),
      programVersion: '0.1.0',
      takenAt: NOW,
      installationKey: null,
    });
    await erase(app, madina);
    await keepLedger(app);
    expect(await readFile(ledgerFile(folder), 'utf8')).not.toMatch(/Мәдина|Ахметова/);

    const name = `tirek_restored_${randomBytes(4).toString('hex')}`;
    await onServer(testServer(), (client) => client.query(`create database ${name}`));
    const owner = { ...testServer(), database: name };
    await restoreBackup({
      owner,
      file,
      secret,
      acceptKey: async () => TEST_KEY,
      finish: (tx) => settleRestoredLog(tx, { markKey: keyFor(AUDIT_MARK_PURPOSE), now: NOW }),
    });
    const database = await openDatabase({ owner, installationKey: TEST_KEY, connections: 1 });
    try {
      expect((await everySealedText(database, keyFor)).join('\n')).toContain('Мәдина');
      const ledger = await readLedger(ledgerFile(folder), keyFor);
      expect(await replayErasures(database, ledger, { keyFor, now: NOW })).toBe(1);
      const left = (await everySealedText(database, keyFor)).join('\n');
      expect(left).not.toContain('Мәдина');
      expect(left).toContain('Айгерім');
      expect(
        await rowsAsOwner(database, `select about from audit_entry where action = 'eraseAgain'`),
      ).toEqual([{ about: [madina] }]);
      // Once is enough.
      expect(await replayErasures(database, ledger, { keyFor, now: NOW })).toBe(0);
    } finally {
      await closeOwner(database);
      await database.close();
      await onServer(testServer(), async (client) => {
        await client.query(`drop database ${name} with (force)`);
        await client.query(`drop role if exists ${name}_app, ${name}_jobs`);
      });
    }
  });
});

describe('the ledger', () => {
  it('keeps who was erased in another life of the database', async () => {
    const before = { personId: randomUUID(), erasedAt: NOW };
    const after = { personId: randomUUID(), erasedAt: NOW };
    await addToLedger(folder, [before], keyFor);
    await addToLedger(folder, [after], keyFor);
    await addToLedger(folder, [after], keyFor);
    expect(await readLedger(ledgerFile(folder), keyFor)).toEqual([before, after]);
  });

  it('has nobody erased whose id was only written into it', async () => {
    await addToLedger(folder, [{ personId: randomUUID(), erasedAt: NOW }], keyFor);
    const whole = await readFile(ledgerFile(folder), 'utf8');
    const forged = JSON.stringify({
      personId: randomUUID(),
      erasedAt: NOW,
      mark: (JSON.parse(whole) as { mark: string }).mark,
    });
    await appendFile(ledgerFile(folder), `${forged}\n`);
    await expect(readLedger(ledgerFile(folder), keyFor)).rejects.toThrow(LedgerUnreadable);
    await writeFile(ledgerFile(folder), 'Dear Kairat');
    await expect(readLedger(ledgerFile(folder), keyFor)).rejects.toThrow(LedgerUnreadable);
  });
});
