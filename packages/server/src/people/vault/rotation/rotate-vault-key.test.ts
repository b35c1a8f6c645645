import { describe, expect, it } from 'vitest';
import { derivedKey } from '../../../http/derived-key.ts';
import { rowsAsApp, rowsAsOwner } from '../../../test/queries.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { TEST_KEY } from '../../../test/throw-away-database.ts';
import { register } from '../../test/registering.ts';
import { unwrapDataKey, wrapDataKey } from '../sealed-identity.ts';
import { DataKeyUnreadable, rotateVaultKey } from './rotate-vault-key.ts';

const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
const rotate = (app: TestApp) =>
  rotateVaultKey(app.database, { keyFor, now: () => app.clock.now() });
const versions = async (app: TestApp) =>
  (
    await rowsAsOwner<{ version: number; people: number }>(
      app.database,
      `select key_version as version, count(*)::int as people from person_data_key group by 1 order by 1`,
    )
  ).map(({ version, people }) => [version, people]);

interface DataKeyRow {
  person_id: string;
  key_version: number;
  wrapped: Buffer;
}
const dataKeys = (app: TestApp) =>
  rowsAsOwner<DataKeyRow>(
    app.database,
    'select person_id, key_version, wrapped from person_data_key where wrapped is not null',
  );
const opened = ({ person_id, key_version, wrapped }: DataKeyRow) =>
  unwrapDataKey(person_id, { keyVersion: key_version, wrapped }, keyFor).toString('hex');

describe('the vault key', () => {
  it('is changed while nobody’s name is lost, and the old version opens nothing', async () => {
    await using app = await testApp();
    const saule = app.as('saule');
    const { personId } = await register(saule, { given: 'Мәдина', family: 'Ахметова' });
    const [before] = await dataKeys(app);
    expect(await rotate(app)).toEqual({ version: 2, keys: 1, isResumed: false });
    const [after] = await dataKeys(app);
    if (!before || !after) throw new Error('no data key');
    // The same data key, so that no identity is sealed anew.
    expect(opened(after)).toBe(opened(before));
    expect(() =>
      unwrapDataKey(personId, { keyVersion: 1, wrapped: after.wrapped }, keyFor),
    ).toThrow();
    const person = await saule.call('getPerson', { personId });
    expect(person.identities[0]?.identity.names[0]?.given).toBe('Мәдина');
    const { personId: next } = await register(saule, { given: 'Айгерім' });
    expect(await versions(app)).toEqual([[2, 2]]);
    expect((await saule.call('getPerson', { personId: next })).identities).toHaveLength(1);
    expect(
      await rowsAsOwner(
        app.database,
        `select action, facts ->> 'version' as version from audit_entry where facts ->> 'job' = 'tirek keys rotate' order by id`,
      ),
    ).toEqual([
      { action: 'beginVaultKey', version: '2' },
      { action: 'finishVaultKey', version: '2' },
    ]);
  });

  it('waits for a registration that has begun, which therefore cannot come in late under the old version', async () => {
    await using app = await testApp();
    const client = await app.database.appPool.connect();
    await client.query('begin');
    const held = await client.query<{ version: number }>('select vault_key_version() as version');
    expect(held.rows[0]?.version).toBe(1);
    let isOver = false;
    const rotating = rotate(app).then((rotated) => {
      isOver = true;
      return rotated;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isOver).toBe(false);
    await client.query('rollback');
    client.release();
    expect(await rotating).toMatchObject({ version: 2 });
  });

  it('cannot be chosen or changed by the program’s own login', async () => {
    await using app = await testApp();
    const saule = {
      actor_kind: 'account',
      actor_id: app.id('saule'),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    };
    for (const attempt of [
      'select * from vault_key',
      'insert into vault_key (version, begun_at) values (9, now())',
      'update person_data_key set key_version = 9',
    ])
      await expect(rowsAsApp(app.database, saule, attempt), attempt).rejects.toThrow(/permission/);
    const { personId } = await register(app.as('saule'), { given: 'Мәдина' });
    await rotate(app);
    const stale = wrapDataKey(Buffer.alloc(32), { personId, keyVersion: 1, keyFor });
    await rowsAsOwner(app.database, 'delete from person_data_key');
    await expect(
      rowsAsOwner(
        app.database,
        'insert into person_data_key (person_id, programme_id, wrapped, key_version) values ($1, $2, $3, 1)',
        [personId, app.programmeId, stale.wrapped],
      ),
    ).rejects.toThrow(/version 1 of the vault key/);
  });

  it('stops at a key that somebody changed, and says whose', async () => {
    await using app = await testApp();
    const { personId } = await register(app.as('saule'), { given: 'Мәдина' });
    await rowsAsOwner(
      app.database,
      `update person_data_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)`,
    );
    const stopped = await rotate(app).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(DataKeyUnreadable);
    expect(stopped).toMatchObject({ personId });
    expect(await versions(app)).toEqual([[1, 1]]);
  });
});
