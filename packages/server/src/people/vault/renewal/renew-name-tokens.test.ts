import { expect, it } from 'vitest';
import { derivedKey } from '../../../http/derived-key.ts';
import { rowsAsApp, rowsAsOwner } from '../../../test/queries.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { TEST_KEY } from '../../../test/throw-away-database.ts';
import { register } from '../../test/registering.ts';
import { renewNameTokens } from './renew-name-tokens.ts';

const tokensOf = async (app: TestApp, personId: string) =>
  (
    await rowsAsOwner<{ token: string }>(
      app.database,
      'select token::text from name_token where person_id = $1 order by token',
      [personId],
    )
  ).map(({ token }) => token);
const renew = (app: TestApp) =>
  renewNameTokens.run({
    ...{ database: app.database, clock: () => new Date(app.clock.now()) },
    ...{ newId: () => crypto.randomUUID(), folder: '', log: () => undefined },
    keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
  });
/** As somebody lies there who was registered before: fewer tokens, and on the list. */
async function asBefore(app: TestApp, personId: string) {
  await rowsAsOwner(
    app.database,
    `delete from name_token where token in (select token from name_token where person_id = $1 order by token limit 5)`,
    [personId],
  );
  await rowsAsOwner(
    app.database,
    'insert into name_token_renewal (person_id, programme_id) select id, programme_id from person where id = $1',
    [personId],
  );
}

it('Madina, registered before her year of birth was hashed with her name, gets the hashes that she lacks', async () => {
  await using app = await testApp();
  const { personId } = await register(app.as('saule'), { given: 'Мәдина', family: 'Ахметова' });
  const whole = await tokensOf(app, personId);
  await asBefore(app, personId);
  expect(await tokensOf(app, personId)).toHaveLength(whole.length - 5);
  expect(await renew(app)).toBe('done');
  expect(await tokensOf(app, personId)).toEqual(whole);
  expect(await rowsAsOwner(app.database, 'select from name_token_renewal')).toEqual([]);
});

it('whose key was destroyed gets none, and waits no longer', async () => {
  await using app = await testApp();
  const { personId } = await register(app.as('saule'), { given: 'Мәдина', family: 'Ахметова' });
  await asBefore(app, personId);
  await rowsAsOwner(app.database, 'delete from name_token');
  await rowsAsOwner(app.database, 'update person_data_key set wrapped = null');
  expect(await renew(app)).toBe('done');
  expect(await tokensOf(app, personId)).toEqual([]);
  expect(await rowsAsOwner(app.database, 'select from name_token_renewal')).toEqual([]);
});

it('nobody who is signed in sees who waits, or gets an identity out of it', async () => {
  await using app = await testApp();
  const { personId } = await register(app.as('saule'), { given: 'Мәдина', family: 'Ахметова' });
  await asBefore(app, personId);
  const saule = {
    ...{ actor_kind: 'account', actor_id: app.id('saule') },
    ...{ programme_id: app.programmeId, fully_signed_in: 'yes' },
  };
  for (const attempt of [
    'select * from name_token_renewal',
    'select * from identities_to_find_anew(10)',
    `select find_anew('[]')`,
  ])
    await expect(rowsAsApp(app.database, saule, attempt), attempt).rejects.toThrow(/permission/);
});
