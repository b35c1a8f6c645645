import { randomUUID } from 'node:crypto';
import { messageText } from '@tirek/domain/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivedKey } from '../../http/derived-key.ts';
import type { MessageSettings } from '../../message-settings.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { runOnce } from '../../test/run-once.ts';
import { TEST_ORIGIN, type TestApp, testApp } from '../../test/test-app.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { messageJobs } from '../index.ts';
import { sealAddress } from '../sealed-address.ts';
import { type SmsGateway, smsGateway } from '../test/sms-gateway.ts';

const NOON = '2026-11-27T07:00:00.000Z';
/** More than are planned at one time. */
const MANY = 120;

let app: TestApp;
let gateway: SmsGateway;
let settings: MessageSettings;
beforeAll(async () => {
  gateway = await smsGateway();
  settings = {
    sms: {
      url: gateway.url,
      headers: { authorization: 'Bearer gateway-key', 'idempotency-key': '{{id}}' },
      body: '{"id":"{{id}}","to":"{{to}}","text":"{{text}}","receipt":"{{receipt}}"}',
      ...{ refusedMark: '', delivered: null, undelivered: null },
    },
    ...{ mail: null, push: null, authorities: null },
  };
  app = await testApp({ messages: settings });
  app.clock.set(NOON);
  const addressId = randomUUID();
  const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
  await rowsAsOwner(
    app.database,
    `insert into account_address (id, programme_id, account_id, channel, sealed, added_at, proved_at)
     select $1, programme_id, id, 'sms', $3, $4, $4 from account where id = $2`,
    [addressId, app.id('saule'), sealAddress('+77012345678', addressId, keyFor), NOON],
  );
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const queue = (kind: 'look-now' | 'look-today', times = 1) =>
  rowsAsOwner(
    app.database,
    `insert into message (id, programme_id, kind, account_id, due_at, given_up_at, queued_at, next_at)
     select gen_random_uuid(), programme_id, $2, id, $3, $3::timestamptz + interval '1 day', $3, $3
     from account, generate_series(1, $4) where id = $1`,
    [app.id('saule'), kind, NOON, times],
  );

describe('what must be seen now', () => {
  it('rings before a hundred others that were queued earlier, and all of them go', async () => {
    await queue('look-today', MANY);
    gateway.behave('hangs');
    const [job] = messageJobs(settings, TEST_ORIGIN);
    if (!job) throw new Error('nothing sends');
    const sending = runOnce(app, job);
    await expect.poll(() => gateway.rang.length).toBe(4);
    await queue('look-now');
    gateway.behave('well');
    await sending;
    const urgent = messageText('look-now', 'kk').short;
    const place = gateway.rang.findIndex(({ text }) => text === urgent);
    // Those four were on their way; each of their senders looks at what is most urgent before the next.
    expect(place).toBeGreaterThanOrEqual(4);
    expect(place).toBeLessThanOrEqual(8);
    expect(gateway.rang).toHaveLength(MANY + 1);
  });
});
