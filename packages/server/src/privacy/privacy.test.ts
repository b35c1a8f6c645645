import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../test/test-app.ts';
import { sealAll } from './test-log.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

describe('the log as Ruslan reads it', () => {
  it('tells who did what, newest first, and that he has read it', async () => {
    await app.as('kairat').call('listAccounts', {});
    const ruslan = app.as('ruslan');
    const { entries, next } = await ruslan.call('listAuditEntries', {});
    expect(next).toBeNull();
    expect(entries[0]).toMatchObject({
      action: 'listAccounts',
      effect: 'read',
      actorKind: 'account',
      account: { id: app.id('kairat'), name: 'Қайрат Тілеуов' },
      isSealed: false,
    });
    const again = await ruslan.call('listAuditEntries', {});
    expect(again.entries[0]).toMatchObject({
      action: 'listAuditEntries',
      effect: 'read',
      account: { id: app.id('ruslan') },
      facts: { entries: entries.length },
    });
  });

  it('can be searched by effect, action, colleague and day', async () => {
    expect(await app.as('saule').refusal('listAuditEntries', {})).toBe('not-allowed');
    const ruslan = app.as('ruslan');
    const found = async (filter: Parameters<typeof ruslan.call<'listAuditEntries'>>[1]) =>
      (await ruslan.call('listAuditEntries', filter)).entries;
    const refused = await found({ effect: 'refused' });
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ account: { id: app.id('saule') } });
    expect(await found({ accountId: app.id('dana') })).toEqual([]);
    const read = await found({ action: 'listAccounts' });
    expect(new Set(read.map((entry) => entry.action))).toEqual(new Set(['listAccounts']));
    const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);
    expect((await found({ day: today, action: 'listAccounts' })).length).toBe(read.length);
    expect(await found({ day: '2020-01-01' })).toEqual([]);
    expect(await ruslan.refusal('listAuditEntries', { day: '2026-02-99' })).toBe('input-invalid');
  });

  it('comes page by page without losing an entry between them', async () => {
    await app.database.jobsPool.query(
      `insert into audit_entry (programme_id, actor_kind, action, effect)
       select $1, 'system', 'rehearse', 'system' from generate_series(1, 230)`,
      [app.programmeId],
    );
    const ruslan = app.as('ruslan');
    const numbers: number[] = [];
    let before: string | undefined;
    do {
      const page = await ruslan.call('listAuditEntries', {
        action: 'rehearse',
        ...(before ? { before } : {}),
      });
      numbers.push(...page.entries.map((entry) => entry.number));
      before = page.next ?? undefined;
    } while (before);
    expect(numbers).toHaveLength(230);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
  });

  it('shows what the machine did, and nothing of another programme', async () => {
    await app.database.jobsPool.query(
      `insert into audit_entry (programme_id, actor_kind, action, effect)
       values (null, 'system', 'takeBackup', 'system'), (gen_random_uuid(), 'system', 'elsewhere', 'system')`,
    );
    const ruslan = app.as('ruslan');
    expect((await ruslan.call('listAuditEntries', { action: 'takeBackup' })).entries).toHaveLength(
      1,
    );
    expect((await ruslan.call('listAuditEntries', { action: 'elsewhere' })).entries).toEqual([]);
  });

  it('is told to be sealed once it is, with an end of the chain to write down', async () => {
    const ruslan = app.as('ruslan');
    expect(await ruslan.call('readAuditState', {})).toMatchObject({ head: null, lastCheck: null });
    await sealAll(app.database);
    const state = await ruslan.call('readAuditState', {});
    expect(state.head?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(state.unsealedEntries).toBe(0);
    expect((await ruslan.call('readAuditState', {})).unsealedEntries).toBe(1);
    const { entries } = await ruslan.call('listAuditEntries', {});
    expect(entries.at(-1)?.isSealed).toBe(true);
  });
});
