import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endEverySession } from '../../access/index.ts';
import { settleRestoredLog } from '../../privacy/index.ts';
import { MARK_KEY, sealAll, tamper, verify, writeEntries } from '../../privacy/test-log.ts';
import { testApp } from '../../test/test-app.ts';
import { onServer, TEST_KEY, testServer } from '../../test/throw-away-database.ts';
import { type Database, openDatabase } from '../database.ts';
import { type BackupSecret, restoreBackup, takeBackup } from './index.ts';

const SECRET: BackupSecret = { kind: 'key', key: Buffer.alloc(32, 5) };

let folder: string;
let made: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-backup-'));
  made = [];
});
afterEach(async () => {
  await onServer(testServer(), async (client) => {
    for (const name of made) {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`drop role if exists ${name}_app, ${name}_jobs`);
    }
  });
  await rm(folder, { recursive: true });
});

async function anEmptyDatabase(): Promise<pg.ClientConfig> {
  const name = `tirek_restored_${randomBytes(4).toString('hex')}`;
  made.push(name);
  await onServer(testServer(), (client) => client.query(`create database ${name}`));
  return { ...testServer(), database: name };
}

const backUp = (database: { owner: pg.ClientConfig }, name = 'backup') =>
  takeBackup({
    owner: database.owner,
    file: join(folder, name),
    secret: SECRET,
    salt: Buffer.alloc(32, 1),
    programVersion: '0.1.0',
    takenAt: '2026-11-22T10:00:00.000Z',
    installationKey: TEST_KEY,
  });

const restore = (owner: pg.ClientConfig, name = 'backup', secret = SECRET) =>
  restoreBackup({
    owner,
    file: join(folder, name),
    secret,
    acceptKey: async (key) => key ?? TEST_KEY,
    async finish(tx) {
      await endEverySession(tx);
      return await settleRestoredLog(tx, { markKey: MARK_KEY, now: '2026-11-23T10:00:00.000Z' });
    },
  });

/** What a database is besides its rows: tables, columns, checks, triggers, policies, rights, functions. */
const SHAPE = `
  select 'column' as kind, format('%s.%s %s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod),
    attnotnull, attidentity, pg_get_expr(adbin, adrelid)) as what
    from pg_attribute join pg_class on pg_class.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
  union all select 'constraint', format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index', indexdef from pg_indexes where schemaname = 'public'
  union all select 'trigger', format('%s %s', pg_get_triggerdef(pg_trigger.oid), tgenabled)
    from pg_trigger join pg_class on pg_class.oid = tgrelid where not tgisinternal and relnamespace = 'public'::regnamespace
  union all select 'policy', format('%s %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check)
    from pg_policies where schemaname = 'public'
  union all select 'table', format('%s %s %s %s', relname, relrowsecurity, relforcerowsecurity, relacl)
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  union all select 'column right', format('%s %s %s', attrelid::regclass, attname, attacl)
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and attacl is not null
  union all select 'function', format('%s %s', pg_get_functiondef(pg_proc.oid), proacl) from pg_proc
    left join pg_depend on objid = pg_proc.oid and deptype = 'e'
    where pronamespace = 'public'::regnamespace and prokind = 'f' and objid is null
  order by 1, 2`;

async function shapeOf(owner: pg.ClientConfig): Promise<string[]> {
  return await onServer(owner, async (client) => {
    const { rows } = await client.query<{ kind: string; what: string }>(SHAPE);
    return rows.map(({ kind, what }) => `${kind}: ${what}`);
  });
}

/** Every row of every table as text, by table. */
async function rowsOf(owner: pg.ClientConfig): Promise<Record<string, string[]>> {
  return await onServer(owner, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from "${name}" t order by 1`,
      );
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });
}

/** Rows that break a careless copy: signs of COPY's own, every kind of value, nothing at all. */
async function addAwkwardRows(database: Database): Promise<void> {
  await tamper(
    database,
    `insert into audit_entry (actor_kind, action, effect, about, facts) values
       ('visitor', E'tab\\t line\\n return\\r backslash\\\\ \\\\N end\\\\.', 'write', '{}', '{"quote": "\\"", "n": 1e20, "ә": "𐰀"}'),
       ('visitor', '', 'write', array[gen_random_uuid(), null, gen_random_uuid()], '[]'),
       ('visitor', '\\N', 'read', '{}', 'null'),
       ('visitor', '{NULL,"a,b"}', 'read', '{}', '"\\\\u0001"')`,
  );
}

describe('a restored database', () => {
  it('is the one that was backed up: rows, rules, rights, numbers', async () => {
    await using app = await testApp();
    await app.as('kairat').call('listAccounts', {});
    await addAwkwardRows(app.database);
    await writeEntries(app.database, 5);
    await sealAll(app.database);
    await app.as('ruslan').call('listAuditEntries', {});
    const before = await rowsOf(app.database.owner);
    const taken = await backUp(app.database);
    expect(taken.tables).toBe(Object.keys(before).length);
    expect(taken.rows).toBe(Object.values(before).flat().length);

    const owner = await anEmptyDatabase();
    const restored = await restore(owner);
    expect(restored.finished.verdict).toMatchObject({ finding: null, unsealed: 0 });
    const after = await rowsOf(owner);
    const { account_session: ended, audit_seal: links, ...rest } = after;
    const { account_session: _, audit_seal: linksBefore = [], ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(ended).toEqual([]);
    expect(links).toEqual(expect.arrayContaining(linksBefore));
    const renamed = (shape: string[]) =>
      shape.map((line) => line.replaceAll(String(owner.database), 'name'));
    expect(renamed(await shapeOf(owner))).toEqual(await shapeOf(app.database.owner));

    const database = await openDatabase({ owner, installationKey: TEST_KEY, connections: 2 });
    try {
      const highest = Math.max(
        ...(await database.jobsPool.query('select id from audit_entry')).rows.map((row) => row.id),
      );
      await writeEntries(database, 1, 'afterwards');
      const { rows } = await database.jobsPool.query(
        `select id from audit_entry where action = 'afterwards'`,
      );
      expect(rows[0].id).toBeGreaterThan(highest);
      expect((await database.appPool.query('select from account')).rowCount).toBe(0);
      await expect(
        onServer(owner, (client) => client.query('delete from audit_entry')),
      ).rejects.toThrow('append-only');
    } finally {
      await database.close();
    }
  });

  it('goes on sealing although its old transactions were numbered far ahead of the new ones', async () => {
    await using app = await testApp();
    await writeEntries(app.database, 4);
    await sealAll(app.database);
    await writeEntries(app.database, 6);
    // As in a database that has lived for years: numbers that this cluster will not reach in this test.
    await tamper(
      app.database,
      `update audit_entry set transaction = (transaction::text::numeric + 1000000000000)::text::xid8
       where id > (select max(last_entry) from audit_seal)`,
    );
    await backUp(app.database);
    const owner = await anEmptyDatabase();
    const { verdict, link } = (await restore(owner)).finished;
    expect(verdict).toMatchObject({ finding: null, unsealed: 0 });
    const database = await openDatabase({ owner, installationKey: TEST_KEY, connections: 2 });
    try {
      await writeEntries(database, 3, 'afterwards');
      expect(await verify(database)).toMatchObject({ finding: null, unsealed: 3 });
      await sealAll(database);
      expect(await verify(database)).toMatchObject({
        finding: null,
        links: link.sequence + 1,
        unsealed: 0,
      });
      await tamper(database, `update audit_entry set effect = 'write' where action = 'afterwards'`);
      expect((await verify(database)).finding).toMatchObject({ kind: 'entry-altered' });
      await tamper(database, `update audit_entry set effect = 'read' where action = 'afterwards'`);

      // A second life after the second restore.
      await backUp(database, 'second');
    } finally {
      await database.close();
    }
    const third = await anEmptyDatabase();
    expect((await restore(third, 'second')).finished.verdict).toMatchObject({ finding: null });
    await onServer(third, (client) =>
      client.query(`alter table audit_entry disable trigger user;
        insert into audit_entry overriding system value
        select -7, transaction, at, programme_id, actor_kind, actor_id, action, effect, about, facts
        from audit_entry order by id limit 1`),
    );
    const reopened = await openDatabase({
      owner: third,
      installationKey: TEST_KEY,
      connections: 2,
    });
    expect((await verify(reopened)).finding).toMatchObject({ kind: 'entry-inserted', entry: -7 });
    await reopened.close();
  });

  it('holds one moment, although others go on writing while the backup is taken', async () => {
    await using app = await testApp();
    await writeEntries(app.database, 20);
    let isDone = false;
    const writer = (async () => {
      while (!isDone) await writeEntries(app.database, 1, 'meanwhile');
    })();
    await backUp(app.database);
    isDone = true;
    await writer;
    const owner = await anEmptyDatabase();
    expect((await restore(owner)).finished.verdict).toMatchObject({ finding: null, unsealed: 0 });
  });
});

describe('a restore is refused', () => {
  it('where there is anything already, and leaves it alone', async () => {
    await using app = await testApp();
    await backUp(app.database);
    const before = await rowsOf(app.database.owner);
    await expect(restore(app.database.owner)).rejects.toMatchObject({ code: 'not-empty' });
    expect(await rowsOf(app.database.owner)).toEqual(before);
  });

  it('when the backup is newer than the program, or made by a changed one', async () => {
    await using app = await testApp();
    await onServer(app.database.owner, (client) =>
      client.query(`insert into schema_migration values ('20991231-01-later.sql', 'x')`),
    );
    await backUp(app.database, 'newer');
    await onServer(app.database.owner, (client) =>
      client.query(`delete from schema_migration where name like '2099%';
        update schema_migration set checksum = 'x' where name like '%-01-foundations.sql'`),
    );
    await backUp(app.database, 'changed');
    const owner = await anEmptyDatabase();
    await expect(restore(owner, 'newer')).rejects.toMatchObject({ code: 'newer' });
    await expect(restore(owner, 'changed')).rejects.toMatchObject({ code: 'schema-differs' });
    expect(await rowsOf(owner)).toEqual({});
  });

  it('by the backup itself when a file of that name is there, or tables lie elsewhere', async () => {
    await using app = await testApp();
    await backUp(app.database);
    await expect(backUp(app.database)).rejects.toMatchObject({ code: 'exists' });
    await onServer(app.database.owner, (client) =>
      client.query('create schema aside; create table aside.notes (text text)'),
    );
    await expect(backUp(app.database, 'other')).rejects.toMatchObject({ code: 'other-schema' });
  });
});
