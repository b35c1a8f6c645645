import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { castPassword } from '../../test/cast.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { codeOf, halfSignedIn, signedInByHand } from '../../test/steps.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { networkOf } from './attempt.ts';

describe('guessing at somebody else’s sign-in', () => {
  let app: TestApp;
  /** A second process on the same database. */
  let other: TestApp;
  beforeAll(async () => {
    app = await testApp();
    other = await testApp({ database: app.database, clock: app.clock });
  });
  afterAll(async () => {
    await other[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
  });
  afterEach(() => {
    app.clock.advance(3 * 24 * 60);
  });

  const guess = (at: TestApp, signInName: string, address?: string) =>
    at
      .visitor(address)
      .call('signInWithPassword', { signInName, password: `guess ${Math.random()}` });

  it('is stopped after six failures for a quarter of an hour, from two addresses and in two processes alike', async () => {
    const answers = [];
    for (let turn = 0; turn < 6; turn++) {
      const at = turn % 2 === 0 ? app : other;
      answers.push(await guess(at, 'dana', turn % 2 === 0 ? '203.0.113.1' : '198.51.100.7'));
    }
    expect(answers.slice(0, 5)).toEqual(Array(5).fill({ kind: 'refused' }));
    expect(answers[5]).toEqual({ kind: 'locked-out', secondsLeft: 900 });
    app.clock.advance(5);
    const dana = { signInName: 'dana', password: castPassword('dana') };
    expect(await other.visitor().call('signInWithPassword', dana)).toEqual({
      kind: 'locked-out',
      secondsLeft: 600,
    });
    app.clock.advance(10.1);
    expect(await other.visitor().call('signInWithPassword', dana)).toMatchObject({
      kind: 'second-factor',
    });
  });

  it('waits twice as long each time, up to eight hours', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 7; round++) {
      for (let turn = 0; turn < 5; turn++) await guess(app, 'aidos');
      const answer = await guess(app, 'aidos');
      if (answer.kind !== 'locked-out') throw new Error(answer.kind);
      waits.push(answer.secondsLeft / 60);
      app.clock.advance(answer.secondsLeft / 60 + 0.1);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 480]);
  });

  it('is counted for a name that nobody has, and answered alike', async () => {
    const answers = [];
    for (let turn = 0; turn < 7; turn++) answers.push(await guess(app, 'nobody-has-this-name'));
    expect(answers.at(-1)).toEqual({ kind: 'locked-out', secondsLeft: 900 });
  });

  it('finds no free guess by asking many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        (turn % 2 === 0 ? app : other).visitor().raw('signInWithPassword', {
          signInName: 'timur',
          password: `parallel guess ${turn}`,
        }),
      ),
    );
    const heard = answers.filter(({ body }) => (body as { kind?: string }).kind === 'refused');
    expect(heard.length).toBeLessThanOrEqual(5);
    // Nobody queues behind a guess for the same name, so that guessing does not use up the connections.
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    for (const { status, body } of answers) {
      const kind =
        (body as { kind?: string; code?: string }).kind ?? (body as { code?: string }).code;
      expect([200, 429]).toContain(status);
      expect(['refused', 'locked-out', 'too-many-requests']).toContain(kind);
    }
  });

  it('is stopped at the address too, when one goes through many names', async () => {
    const answers = [];
    for (let turn = 0; turn < 24; turn++) {
      answers.push(await guess(turn % 2 === 0 ? app : other, `person${turn}`, '203.0.113.50'));
    }
    expect(answers.at(-1)).toEqual({ kind: 'locked-out', secondsLeft: 900 });
    const aliya = { signInName: 'aliya', password: castPassword('aliya') };
    expect(await app.visitor('203.0.113.50').call('signInWithPassword', aliya)).toMatchObject({
      kind: 'locked-out',
    });
    expect(await app.visitor('203.0.113.51').call('signInWithPassword', aliya)).toMatchObject({
      kind: 'second-factor',
    });
  });

  it('does not buy fresh guesses at others by signing in to an account of one’s own', async () => {
    for (let turn = 0; turn < 20; turn++) await guess(app, `person${turn}`, '203.0.113.60');
    await signedInByHand(app, 'zarina', app.visitor('203.0.113.60'));
    for (let turn = 0; turn < 3; turn++) await guess(app, `person${turn + 30}`, '203.0.113.60');
    expect(await guess(app, 'person40', '203.0.113.60')).toMatchObject({ kind: 'locked-out' });
  });

  it('lets an office behind one address sign in, more people than failures are allowed', async () => {
    const address = '203.0.113.70';
    for (let turn = 0; turn < 28; turn++) {
      const gulmira = app.visitor(address);
      expect(await halfSignedIn(app, 'gulmira', gulmira).then((one) => one.token)).not.toBeNull();
    }
  });

  it('counts wrong codes of the second step with the wrong passwords', async () => {
    const ruslan = await halfSignedIn(app, 'ruslan');
    for (let turn = 0; turn < 5; turn++) {
      expect(await ruslan.call('signInWithTotp', { code: '000000' })).toEqual({ kind: 'refused' });
    }
    expect(await ruslan.call('signInWithRecoveryCode', { code: '0000-0000-0000-0000' })).toEqual({
      kind: 'locked-out',
      secondsLeft: 900,
    });
    const right = { code: codeOf(app, 'ruslan') };
    expect(await ruslan.call('signInWithTotp', right)).toMatchObject({ kind: 'locked-out' });
    expect(await halfSignedIn(app, 'ruslan').then((one) => one.token)).toBeNull();
  });

  it('does not start afresh with a right password alone, only with a full sign-in', async () => {
    for (let turn = 0; turn < 5; turn++) await guess(app, 'omarov');
    const omarov = await halfSignedIn(app, 'omarov');
    expect(await omarov.call('signInWithTotp', { code: '000000' })).toMatchObject({
      kind: 'locked-out',
    });
    app.clock.advance(16);
    await signedInByHand(app, 'omarov');
    for (let turn = 0; turn < 5; turn++) {
      expect(await guess(app, 'omarov')).toEqual({ kind: 'refused' });
    }
  });

  it('is shown to the administrator, who can end it', async () => {
    for (let turn = 0; turn < 6; turn++) await guess(app, 'saule');
    const kairat = app.as('kairat');
    const seen = async () =>
      (await kairat.call('listAccounts', {})).accounts.find((one) => one.signInName === 'saule');
    expect((await seen())?.lockedOutUntil).toBe(
      new Date(Date.parse(app.clock.now()) + 900_000).toISOString(),
    );
    await kairat.call('resetAccess', { id: crypto.randomUUID(), accountId: app.id('saule') });
    expect((await seen())?.lockedOutUntil).toBeNull();
  });

  it('leaves neither the name typed nor the address in the database', async () => {
    await guess(app, 'my-password-in-the-wrong-field', '203.0.113.99');
    const rows = await rowsAsOwner<{ all: string }>(
      app.database,
      'select string_agg(f::text, chr(10)) as all from sign_in_failure f',
    );
    const text = rows[0]?.all ?? '';
    for (const told of ['my-password', '203.0.113.99']) {
      expect(text).not.toContain(told);
      expect(text).not.toContain(Buffer.from(told).toString('hex'));
    }
  });
});

describe('the network an address is counted under', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
