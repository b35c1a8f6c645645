import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageText } from '@tirek/domain/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionOf, settle, sittingOf } from '../consents/test/consenting.ts';
import { inRequest } from '../db/request-transaction.ts';
import type { CastName } from '../demo/cast.ts';
import { derivedKey } from '../http/derived-key.ts';
import type { JobContext } from '../jobs/job.ts';
import type { MessageSettings, SmsSettings } from '../message-settings.ts';
import { bornOn, register } from '../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { TEST_ORIGIN, type TestApp, testApp } from '../test/test-app.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { messageJobs, queueMessage, queueReminder } from './index.ts';
import { type MailSink, mailSink } from './test/mail-sink.ts';
import { type PushService, pushService } from './test/push-service.ts';
import { type SmsGateway, smsGateway } from './test/sms-gateway.ts';

const PHONE = '8 (701) 234-56-78';
const NORMAL = '+77012345678';
const MAIL = 'saule.private@mail.example';
const HERS = '+77019876543';
const RIGHT_KEY =
  'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';

let app: TestApp;
let gateway: SmsGateway;
let mail: MailSink;
let push: PushService;
let certificate: { cert: string; key: string };
let settings: MessageSettings;
let madina: string;
const log: Readonly<Record<string, unknown>>[] = [];

/** Of an authority that nobody knows unless told. */
async function madeUpCertificate() {
  const folder = await mkdtemp(join(tmpdir(), 'tirek-certificate-'));
  const made = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'.split(
    ' ',
  );
  const named = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', join(folder, 'key'), '-out', join(folder, 'cert')];
  execFileSync('openssl', [...made, ...named, ...files], { stdio: 'ignore' });
  const [cert, key] = await Promise.all(
    ['cert', 'key'].map((file) => readFile(join(folder, file), 'utf8')),
  );
  await rm(folder, { recursive: true });
  return { cert: cert ?? '', key: key ?? '' };
}

const smsAt = (url: string): SmsSettings => ({
  url,
  headers: { authorization: 'Bearer gateway-key', 'idempotency-key': '{{id}}' },
  body: '{"id":"{{id}}","to":"{{to}}","text":"{{text}}","receipt":"{{receipt}}"}',
  refusedMark: '"error"',
  delivered: { field: 'status', values: ['delivered', 'DELIVRD'] },
  undelivered: { field: 'status', values: ['undelivered'] },
});

/** One look of one process; each call is another process. */
async function send(over: Partial<MessageSettings> = {}): Promise<void> {
  const context: JobContext = {
    database: app.database,
    clock: app.clock,
    newId: randomUUID,
    keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
    folder: tmpdir(),
    log: (line) => log.push(line),
  };
  for (const job of messageJobs({ ...settings, ...over }, TEST_ORIGIN))
    while ((await job.run(context)) === 'more');
}

const actorOf = (name: CastName) => ({
  kind: 'account' as const,
  accountId: app.id(name),
  programmeId: app.programmeId,
  sessionId: randomUUID(),
  assignments: [],
  isFullySignedIn: true as const,
  awaited: null,
});

/** Gulmira's request queues a message to somebody, as a safety event would. */
async function queue(
  to: CastName,
  text: 'look-now' | 'look-today',
  { id = randomUUID(), dueAt = app.clock.now() } = {},
): Promise<string> {
  const message = { id, to: app.id(to), text, dueAt, now: app.clock.now() };
  await inRequest(app.database, actorOf('gulmira'), (tx) => queueMessage(tx, message));
  return id;
}

const stateOf = async (id: string) =>
  (
    await rowsAsOwner<{ state: string; failure: string | null }>(
      app.database,
      'select state, failure from message where id = $1',
      [id],
    )
  )[0];
const sendingsOf = (id: string) =>
  rowsAsOwner<{ channel: string; state: string; tries: number }>(
    app.database,
    'select channel, state, tries from delivery where message_id = $1 order by channel',
    [id],
  );
const lastRang = () => gateway.rang.at(-1);
const receipt = async (url: string, fields: Readonly<Record<string, string>>) =>
  await app.server.inject({
    method: 'POST',
    url: url.replace(TEST_ORIGIN, ''),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

beforeAll(async () => {
  certificate = await madeUpCertificate();
  push = await pushService(certificate);
  gateway = await smsGateway();
  mail = await mailSink();
  settings = {
    mail: {
      ...{ host: '127.0.0.1', port: mail.port, isTls: false, user: '', password: '' },
      from: 'programme@centre.example',
    },
    sms: smsAt(gateway.url),
    push: { contact: 'mailto:kairat@centre.example', hosts: [push.host] },
    authorities: [certificate.cert],
  };
  app = await testApp({ messages: settings });
  await settle(app);
  await app.as('saule').call('changeLanguage', { language: 'en' });
  const mother = { given: 'Мәдина', family: 'Оразбаева', birth: bornOn('1985-04-12') };
  ({ personId: madina } = await register(app.as('saule'), {
    ...{ ...mother, sex: 'female', phone: HERS },
  }));
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await push[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

describe('Saule says where she is reached', () => {
  const own = () => app.as('saule').call('getOwnReach', {});
  const idOf = async (channel: string) =>
    (await own()).addresses.find((address) => address.channel === channel)?.id ?? '';

  it('and proves it by a code that goes to that address alone', async () => {
    const saule = app.as('saule');
    await saule.call('addAddress', { id: randomUUID(), channel: 'sms', address: PHONE });
    await saule.call('addAddress', { id: randomUUID(), channel: 'email', address: MAIL });
    await send();
    expect(lastRang()).toMatchObject({ to: NORMAL });
    expect(mail.letters).toHaveLength(1);
    const unproved = await queue('saule', 'look-now');
    await send();
    expect(await stateOf(unproved)).toEqual({ state: 'failed', failure: 'no-address' });
    const addressId = await idOf('sms');
    const code = /\d{6}/.exec(lastRang()?.text ?? '')?.[0] ?? '';
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(await saule.call('proveAddress', { addressId, code: wrong })).toEqual({
      kind: 'refused',
    });
    expect(await saule.call('proveAddress', { addressId, code: ` ${code}` })).toEqual({
      kind: 'proved',
    });
    const letterCode = /\d{6}/.exec(mail.letters[0]?.text ?? '')?.[0] ?? '';
    const mailId = await idOf('email');
    // A code is good for the one address it was sent to.
    expect((await saule.call('proveAddress', { addressId: mailId, code })).kind).toBe('refused');
    expect((await saule.call('proveAddress', { addressId: mailId, code: letterCode })).kind).toBe(
      'proved',
    );
  });

  it('and sees that a test has come by both', async () => {
    await app.as('saule').call('sendTest', { id: randomUUID() });
    await send();
    expect(lastRang()?.text).toBe(messageText('test', 'en').short);
    expect(mail.letters.at(-1)).toMatchObject({
      to: MAIL,
      subject: messageText('test', 'en').subject,
      text: messageText('test', 'en').long,
    });
    expect((await own()).test.map(({ channel, state }) => [channel, state])).toEqual([
      ['email', 'accepted'],
      ['sms', 'accepted'],
    ]);
  });

  it('so that nobody else can: not a colleague, not who has the database', async () => {
    const addressId = await idOf('sms');
    const gulmira = app.as('gulmira');
    const id = randomUUID();
    expect((await gulmira.call('getOwnReach', {})).addresses).toEqual([]);
    expect(await gulmira.refusal('removeAddress', { id, addressId })).toBe('not-found');
    expect(await gulmira.refusal('sendCode', { id, addressId })).toBe('not-found');
    expect(await gulmira.refusal('proveAddress', { addressId, code: '000000' })).toBe('not-found');
    expect(await app.as('nobody').refusal('getOwnReach', {})).toBe('not-allowed');
    const asGulmira = {
      actor_kind: 'account',
      actor_id: app.id('gulmira'),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    };
    for (const table of ['account_address', 'message', 'delivery'])
      expect(await rowsAsApp(app.database, asGulmira, `select from ${table}`)).toEqual([]);
    const foreign = `select queue_message(gen_random_uuid(), '${app.id('saule')}', 'test', null, now(), now(), now())`;
    await expect(rowsAsApp(app.database, asGulmira, foreign)).rejects.toThrow('oneself');
    await expect(
      rowsAsApp(app.database, asGulmira, 'select address_of_delivery(gen_random_uuid())'),
    ).rejects.toThrow('permission denied');
    const stored = await rowsAsOwner<{ all: string }>(
      app.database,
      `select string_agg(t, ' ') as all from (select a::text as t from account_address a
        union all select m::text from message m union all select d::text from delivery d) x`,
    );
    for (const secret of ['7012345678', MAIL])
      for (const told of [secret, Buffer.from(secret).toString('hex')])
        expect(stored[0]?.all).not.toContain(told);
  });

  it('and cannot pester a stranger with codes, nor guess one', async () => {
    const aidos = app.as('aidos');
    const add = (address: string) =>
      aidos.refusal('addAddress', { id: randomUUID(), channel: 'sms', address });
    expect(await add('not a number')).toBe('address-invalid');
    expect(await add('+7 777 000 00 01')).toBeNull();
    const [address] = (await aidos.call('getOwnReach', {})).addresses;
    const addressId = address?.id ?? '';
    for (let guess = 0; guess < 5; guess++)
      await aidos.call('proveAddress', { addressId, code: `00000${guess}` });
    expect(await aidos.call('proveAddress', { addressId, code: '123456' })).toEqual({
      kind: 'over',
    });
    for (let turn = 0; turn < 4; turn++)
      expect(await aidos.refusal('sendCode', { id: randomUUID(), addressId })).toBeNull();
    expect(await aidos.refusal('sendCode', { id: randomUUID(), addressId })).toBe(
      'too-many-requests',
    );
    await aidos.call('removeAddress', { id: randomUUID(), addressId });
    const rang = gateway.rang.length;
    await send();
    expect(gateway.rang).toHaveLength(rang);
  });
});

describe('a message that must be seen now', () => {
  it('goes at night by every channel, once under one id, in her language, and its text tells nothing', async () => {
    app.clock.set('2026-11-23T20:00:00.000Z');
    const letters = mail.letters.length;
    const id = randomUUID();
    await queue('saule', 'look-now', { id });
    await queue('saule', 'look-now', { id });
    await send();
    await send();
    expect(await sendingsOf(id)).toEqual([
      { channel: 'email', state: 'accepted', tries: 1 },
      { channel: 'sms', state: 'accepted', tries: 1 },
    ]);
    expect(lastRang()).toMatchObject({ to: NORMAL, text: messageText('look-now', 'en').short });
    expect(mail.letters).toHaveLength(letters + 1);
    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
  });

  it('is known to have arrived when the gateway says so, as often and in whatever order it does', async () => {
    const url = lastRang()?.receipt ?? '';
    const states = async () =>
      (await app.as('kairat').call('getMessageHealth', {})).channels.find(
        ({ channel }) => channel === 'sms',
      )?.delivered;
    const before = (await states()) ?? 0;
    await receipt(url, { status: 'sent' });
    expect(await states()).toBe(before);
    for (const status of ['DELIVRD', 'DELIVRD', 'undelivered'])
      expect((await receipt(url, { status })).statusCode).toBe(200);
    expect(await states()).toBe(before + 1);
  });

  it('cannot be told away by a forged receipt', async () => {
    const id = await queue('saule', 'look-now');
    await send();
    const url = lastRang()?.receipt ?? '';
    const other = `${url.slice(0, -4)}AAAA`;
    const of = (part: string) => url.replace(/[0-9a-f-]{36}/, part);
    for (const forged of [other, of(randomUUID()), of("' or true --"), `${url}A`])
      await receipt(forged, { status: 'undelivered' });
    expect((await sendingsOf(id)).map(({ state }) => state)).toEqual(['accepted', 'accepted']);
    await receipt(url, { status: 'undelivered' });
    expect((await sendingsOf(id)).map(({ state }) => state)).toEqual(['accepted', 'failed']);
  });

  it('is tried again until the gateway is back, and then sent once', async () => {
    await gateway.down();
    const rang = gateway.rang.length;
    const id = await queue('saule', 'look-now');
    await send();
    expect(await sendingsOf(id)).toContainEqual({ channel: 'sms', state: 'waiting', tries: 1 });
    await gateway.up();
    for (const manner of ['key', 'no', 'well'] as const) {
      gateway.behave(manner);
      app.clock.advance(2);
      await send();
    }
    expect(await sendingsOf(id)).toContainEqual({ channel: 'sms', state: 'accepted', tries: 4 });
    expect(gateway.rang).toHaveLength(rang + 1);
    expect(log.map(({ failure }) => failure)).toEqual(
      expect.arrayContaining(['unreachable', 'sign-in', 'refused']),
    );
    const lines = JSON.stringify([log, app.log]);
    for (const secret of ['7012345678', MAIL, 'private', 'gateway-key'])
      expect(lines).not.toContain(secret);
  });

  it('rings once when a process is killed while it sends and another takes over', async () => {
    const rang = gateway.rang.length;
    gateway.behave('hangs');
    const id = await queue('saule', 'look-now');
    const killed = send();
    await expect.poll(() => gateway.rang.length).toBe(rang + 1);
    app.clock.advance(1);
    await send();
    expect(await sendingsOf(id)).toContainEqual({ channel: 'sms', state: 'sending', tries: 1 });
    app.clock.advance(1);
    const after = send();
    await expect.poll(() => gateway.asked.filter(({ id }) => id === lastRang()?.id).length).toBe(2);
    gateway.behave('well');
    await Promise.all([killed, after]);
    expect(await sendingsOf(id)).toContainEqual({ channel: 'sms', state: 'accepted', tries: 2 });
    expect(gateway.rang).toHaveLength(rang + 1);
  });

  it('is sent once by two processes that look at the same time', async () => {
    const rang = gateway.rang.length;
    for (let one = 0; one < 8; one++) await queue('saule', 'look-now');
    await Promise.all([send(), send(), send()]);
    expect(gateway.rang).toHaveLength(rang + 8);
    expect(gateway.asked.length - new Set(gateway.asked.map(({ id }) => id)).size).toBeLessThan(6);
  });

  it('goes to no gateway whose certificate nobody vouches for', async () => {
    await using secure = await smsGateway(certificate);
    const id = await queue('saule', 'look-now');
    await send({ sms: smsAt(secure.url), authorities: null });
    expect(secure.asked).toEqual([]);
    expect(log.at(-1)).toMatchObject({ channel: 'sms', failure: 'certificate' });
    app.clock.advance(2);
    await send({ sms: smsAt(secure.url) });
    expect(secure.rang).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
  });

  it('is a failure that Kairat sees when it can go nowhere, without a word of whose', async () => {
    const before = (await app.as('kairat').call('getMessageHealth', {})).unreached;
    await queue('bolat', 'look-now');
    await send();
    const health = await app.as('kairat').call('getMessageHealth', {});
    expect(health.unreached).toBe(before + 1);
    const sms = health.channels.find(({ channel }) => channel === 'sms');
    expect(sms).toMatchObject({ isSetUp: true });
    expect(sms?.lastAcceptedAt).not.toBeNull();
    expect(JSON.stringify(health)).not.toMatch(/7012345678|mail\.example|[0-9a-f]{8}-/);
    expect(await app.as('saule').refusal('getMessageHealth', {})).toBe('not-allowed');
  });
});

describe('Saule’s browser', () => {
  it('is sent what only it can read, and tells that it was shown', async () => {
    const saule = app.as('saule');
    const device = { ...push.subscription, device: 'Firefox, Linux' };
    await saule.call('addPushDevice', { id: randomUUID(), ...device });
    await saule.call('addPushDevice', { id: randomUUID(), ...device });
    const own = await saule.call('getOwnReach', {});
    expect(own.addresses.filter(({ channel }) => channel === 'push')).toMatchObject([
      { label: 'Firefox, Linux', provedAt: app.clock.now() },
    ]);
    const id = await queue('saule', 'look-now');
    await send();
    const { short, subject } = messageText('look-now', 'en');
    expect(push.pushed).toMatchObject([{ title: subject, body: short, urgency: 'high' }]);
    expect(push.carried[0]?.toString('latin1')).not.toContain('programme');
    expect(await sendingsOf(id)).toContainEqual({ channel: 'push', state: 'accepted', tries: 1 });
    await receipt(push.pushed[0]?.receipt ?? '', {});
    expect(await sendingsOf(id)).toContainEqual({ channel: 'push', state: 'delivered', tries: 1 });
    const [address] = own.addresses.filter(({ channel }) => channel === 'push');
    await saule.call('removeAddress', { id: randomUUID(), addressId: address?.id ?? '' });
  });

  it.each([
    ['https://127.0.0.1:5432/', RIGHT_KEY],
    ['https://fcm.googleapis.com/fcm/send/a', 'A'.repeat(87)],
  ])(
    'is none when it names %s, so that the program speaks to nobody else',
    async (endpoint, p256dh) => {
      const asked = { id: randomUUID(), endpoint, p256dh, auth: 'A'.repeat(22), device: 'x' };
      expect(await app.as('saule').refusal('addPushDevice', asked)).toBe('address-invalid');
    },
  );
});

describe('a message that can wait', () => {
  it('waits for the morning, and is not sent at all when she has opened the programme before', async () => {
    app.clock.set('2026-11-24T18:00:00.000Z');
    const [first, second] = [
      await queue('saule', 'look-today'),
      await queue('saule', 'look-today'),
    ];
    const later = await queue('saule', 'look-today', { dueAt: '2026-11-26T18:00:00.000Z' });
    const rang = gateway.rang.length;
    await send();
    expect(await stateOf(first)).toMatchObject({ state: 'waiting' });
    app.clock.set('2026-11-25T03:00:00.000Z');
    await send();
    expect(await sendingsOf(second)).toEqual([
      { channel: 'email', state: 'accepted', tries: 1 },
      { channel: 'sms', state: 'waiting', tries: 0 },
    ]);
    expect(await app.as('saule').call('seeMessages', {})).toMatchObject({
      seen: expect.any(Number),
    });
    app.clock.set('2026-11-25T05:00:00.000Z');
    await send();
    expect(gateway.rang).toHaveLength(rang);
    expect(await stateOf(first)).toMatchObject({ state: 'seen' });
    expect(await stateOf(later)).toMatchObject({ state: 'waiting' });
  });
});

describe('a reminder to Madina, on a telephone that her family shares', () => {
  const remind = async () => {
    const id = randomUUID();
    const reminder = { id, personId: madina, dueAt: app.clock.now(), now: app.clock.now() };
    await inRequest(app.database, actorOf('saule'), (tx) => queueReminder(tx, reminder));
    await send();
    return id;
  };
  const readings = async () =>
    (
      await rowsAsOwner(
        app.database,
        `select from audit_entry where action = 'sendReminder' and effect = 'read' and about = array[$1::uuid]`,
        [madina],
      )
    ).length;

  it('does not go before she agrees to messages, and her number is not opened', async () => {
    const rang = gateway.rang.length;
    expect(await stateOf(await remind())).toEqual({ state: 'failed', failure: 'no-consent' });
    const calls = sittingOf(madina, [decisionOf('contact-phone')]);
    await app.as('saule').call('recordConsent', calls);
    expect(await stateOf(await remind())).toMatchObject({ failure: 'no-consent' });
    expect(gateway.rang).toHaveLength(rang);
    expect(await readings()).toBe(0);
  });

  it('goes when she does, says only to call or come, and is in the log as a reading of hers', async () => {
    const agreed = sittingOf(madina, [decisionOf('contact-messenger')]);
    await app.as('saule').call('recordConsent', agreed);
    expect(await stateOf(await remind())).toMatchObject({ state: 'sent' });
    expect(lastRang()).toMatchObject({ to: HERS });
    const texts = (['kk', 'ru', 'en'] as const).map((one) => messageText('remember', one).short);
    expect(texts).toContain(lastRang()?.text);
    expect(await readings()).toBe(1);
  });

  it('is nobody’s to send who does not hold her family', async () => {
    const reminder = { id: randomUUID(), personId: madina, dueAt: app.clock.now() };
    for (const name of ['bolat', 'kairat', 'zarina'] as const) {
      await expect(
        inRequest(app.database, actorOf(name), (tx) =>
          queueReminder(tx, { ...reminder, now: app.clock.now() }),
        ),
      ).rejects.toThrow('not within reach');
    }
  });
});

describe('a colleague who leaves', () => {
  it('is not reached any more, and where she was reached is gone', async () => {
    await app.as('kairat').call('closeAccount', { id: randomUUID(), accountId: app.id('saule') });
    const rang = gateway.rang.length;
    expect(await stateOf(await queue('saule', 'look-now'))).toMatchObject({ state: 'waiting' });
    await send();
    expect(gateway.rang).toHaveLength(rang);
    const left = await rowsAsOwner(
      app.database,
      'select from account_address where account_id = $1 and sealed is not null',
      [app.id('saule')],
    );
    expect(left).toEqual([]);
  });
});
