import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../db/database.ts';
import { throwAwayDatabase } from '../test/throw-away-database.ts';
import { LARGEST_LINK, sealAudit, withMicroseconds } from './seal-audit.ts';
import { MARK_KEY, sealAll, tamper, verify, writeEntries } from './test-log.ts';

let database: Database & AsyncDisposable;
beforeAll(async () => {
  database = await throwAwayDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
});
beforeEach(() => tamper(database, 'truncate audit_entry, audit_seal'));

const links = async () =>
  (
    await database.jobsPool.query(
      'select sequence::int, entries, entry_ids::text[] as ids from audit_seal order by sequence',
    )
  ).rows as { sequence: number; entries: number; ids: string[] }[];
const seal = () => sealAudit(database, { markKey: MARK_KEY, now: '2026-11-22T10:00:00.000Z' });

describe('sealing the log', () => {
  it('has nothing to do while nothing happens', async () => {
    expect(await seal()).toEqual({ kind: 'nothing-to-seal' });
    expect(await verify(database)).toMatchObject({ finding: null, head: null, entries: 0 });
  });

  it('puts every committed entry into the chain once', async () => {
    await writeEntries(database, 3);
    await sealAll(database);
    await writeEntries(database, 2);
    await sealAll(database);
    const ids = (await links()).flatMap((link) => link.ids.map(Number));
    expect(ids).toHaveLength(5);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(await verify(database)).toMatchObject({ finding: null, entries: 5, unsealed: 0 });
  });

  it('waits for Saule, whose slow request began before the quick one of Gulmira', async () => {
    const insert = `insert into audit_entry (actor_kind, action, effect) values ('system', $1, 'read')`;
    const saule = await database.jobsPool.connect();
    await saule.query('begin');
    await saule.query(insert, ['saule']);
    await database.jobsPool.query(insert, ['gulmira']);
    expect(await seal()).toEqual({ kind: 'nothing-to-seal' });
    expect(await verify(database)).toMatchObject({ finding: null, unsealed: 1 });
    await saule.query('commit');
    saule.release();
    await sealAll(database);
    const { rows } = await database.jobsPool.query(
      `select action from audit_seal, unnest(entry_ids) with ordinality as sealed (id, place)
       join audit_entry using (id) order by sequence, place`,
    );
    expect(rows.map((row) => row.action)).toEqual(['saule', 'gulmira']);
  });

  it('leaves no place for an entry that was rolled back', async () => {
    const connection = await database.jobsPool.connect();
    await connection.query('begin');
    await connection.query(
      `insert into audit_entry (actor_kind, action, effect) values ('system', 'undone', 'read')`,
    );
    await connection.query('rollback');
    connection.release();
    await writeEntries(database, 1);
    await sealAll(database);
    expect(await verify(database)).toMatchObject({ finding: null, entries: 1 });
  });

  it('is done by one at a time, however many programs try, while others go on writing', async () => {
    const writers = Promise.all([1, 2, 3].map((n) => writeEntries(database, 40, `writer${n}`)));
    const sealers = Promise.all(
      [1, 2, 3].map(async () => {
        const kinds = [];
        for (let n = 0; n < 30; n += 1) kinds.push((await seal()).kind);
        return kinds;
      }),
    );
    await Promise.all([writers, sealers]);
    await sealAll(database);
    expect(await verify(database)).toMatchObject({ finding: null, entries: 120, unsealed: 0 });
    const ids = (await links()).flatMap((link) => link.ids);
    expect(new Set(ids).size).toBe(120);
  });

  it('stands back while another program seals, and holds no writer up', async () => {
    const other = await database.jobsPool.connect();
    await other.query('begin');
    await other.query('select pg_advisory_xact_lock(7492024)');
    await writeEntries(database, 1);
    expect(await seal()).toEqual({ kind: 'busy' });
    await other.query('rollback');
    other.release();
  });

  it('makes links of bounded size', async () => {
    await database.jobsPool.query(
      `insert into audit_entry (actor_kind, action, effect)
       select 'system', 'import', 'write' from generate_series(1, $1)`,
      [LARGEST_LINK + 5],
    );
    await sealAll(database);
    expect((await links()).map((link) => link.entries)).toEqual([LARGEST_LINK, 5]);
    expect(await verify(database)).toMatchObject({ finding: null, entries: LARGEST_LINK + 5 });
  });
});

describe('the log', () => {
  it.each(['app', 'jobs'] as const)('cannot be changed by the login %s', async (login) => {
    await writeEntries(database, 1);
    await sealAll(database);
    const pool = login === 'app' ? database.appPool : database.jobsPool;
    for (const statement of [
      'update audit_entry set action = action',
      'delete from audit_entry',
      'truncate audit_entry',
      'update audit_seal set hash = hash',
      'delete from audit_seal',
      `insert into audit_entry (id, actor_kind, action, effect) values (1, 'system', 'x', 'read')`,
      `insert into audit_entry (transaction, actor_kind, action, effect) values ('1', 'system', 'x', 'read')`,
      `insert into audit_entry (at, actor_kind, action, effect) values (now(), 'system', 'x', 'read')`,
    ])
      await expect(pool.query(statement), statement).rejects.toThrow(
        /permission denied|append-only|non-DEFAULT/,
      );
    expect(await verify(database)).toMatchObject({ finding: null, entries: 1 });
  });
});

describe('the chain’s instants', () => {
  it('always carry six decimals', () => {
    expect(withMicroseconds('2026-11-22T10:00:00Z')).toBe('2026-11-22T10:00:00.000000Z');
    expect(withMicroseconds('2026-11-22T10:00:00.5Z')).toBe('2026-11-22T10:00:00.500000Z');
  });
});
