import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, it } from 'vitest';
import { onServer, TEST_KEY, testServer } from '../test/throw-away-database.ts';
import { createLogins, loginsFor } from './roles.ts';

it('two logins are made once, however many programs start in the same moment', async () => {
  const name = `tirek_test_${randomBytes(6).toString('hex')}`;
  const logins = loginsFor(name, TEST_KEY);
  const programs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const client = new pg.Client(testServer());
      await client.connect();
      return client;
    }),
  );
  await Promise.all(programs.map((program) => createLogins(program, logins)));
  await Promise.all(programs.map((program) => program.end()));
  await onServer(testServer(), async (client) => {
    const { rows } = await client.query(
      'select rolname as name, rolcanlogin as "canSignIn" from pg_roles where rolname like $1 order by 1',
      [`${name}%`],
    );
    expect(rows).toEqual([
      { name: `${name}_app`, canSignIn: true },
      { name: `${name}_jobs`, canSignIn: true },
    ]);
    await client.query(`drop role ${name}_app, ${name}_jobs`);
  });
});
