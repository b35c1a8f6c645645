import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../db/database.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { keepOutcome } from '../queries.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

/** A message to Saule that one process sends by SMS and another by mail, at this moment. */
async function underWay() {
  const messageId = randomUUID();
  const now = app.clock.now();
  await rowsAsOwner(
    app.database,
    `insert into message (id, programme_id, kind, account_id, due_at, given_up_at, queued_at, next_at, state)
     select $1, programme_id, 'look-now', id, $3, $3::timestamptz + interval '1 day', $3, $3, 'under-way'
     from account where id = $2`,
    [messageId, app.id('saule'), now],
  );
  const leasedUntil = new Date(Date.parse(now) + 90_000).toISOString();
  const sending = async (channel: 'sms' | 'email') => {
    const id = randomUUID();
    await rowsAsOwner(
      app.database,
      `insert into delivery (id, programme_id, message_id, channel, next_at, state, leased_until)
       select $1, programme_id, id, $3, due_at, 'sending', $4 from message where id = $2`,
      [id, messageId, channel, leasedUntil],
    );
    return { id, messageId, leasedUntil };
  };
  return { messageId, sms: await sending('sms'), email: await sending('email') };
}

describe('a message whose two sendings end in the same instant', () => {
  it('is settled by whoever is second, though neither has seen the other end', async () => {
    const { messageId, sms, email } = await underWay();
    const keep = (tx: Tx, sending: typeof sms) =>
      keepOutcome(tx, sending, { state: 'accepted', acceptedAt: app.clock.now() });
    let mail: Promise<void> = Promise.resolve();
    await app.database.jobs.transaction().execute(async (tx) => {
      await keep(tx, sms);
      mail = app.database.jobs.transaction().execute((other) => keep(other, email));
      // Time for the other one to get as far as it gets while this one is not kept yet.
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await mail;
    const states = await rowsAsOwner(app.database, 'select state from message where id = $1', [
      messageId,
    ]);
    expect(states).toEqual([{ state: 'sent' }]);
  });
});
