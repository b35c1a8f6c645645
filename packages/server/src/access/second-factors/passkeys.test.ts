import type { PasskeyOptions } from '@tirek/domain/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { softwareAuthenticator } from '../../test/software-authenticator.ts';
import { halfSignedIn, settingUp } from '../../test/steps.ts';
import { TEST_ORIGIN, type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';

describe('a passkey', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  /** One of the cast adds a passkey in a session fully signed in. */
  async function withPasskey(client: TestClient, label = 'laptop') {
    const authenticator = softwareAuthenticator();
    const { options } = await client.call('startPasskey', {});
    const registration = authenticator.register(options, TEST_ORIGIN);
    const answer = await client.call('confirmPasskey', { registration, label });
    return { authenticator, answer };
  }
  const start = async (client: TestClient): Promise<PasskeyOptions> =>
    (await client.call('startPasskeySignIn', {})).options;

  it('can be the first second factor, and brings recovery codes', async () => {
    const { client } = await settingUp(app, 'first-key');
    const { answer } = await withPasskey(client);
    expect(answer).toMatchObject({ kind: 'set-up', recoveryCodes: { length: 10 } });
    expect(await client.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
  });

  it('of the first who is ready stays the only one, when another who knows the password is as quick', async () => {
    const { client: owner, password } = await settingUp(app, 'both-at-once');
    const thief = app.visitor();
    await thief.call('signInWithPassword', { signInName: 'both-at-once', password });
    const registrations = await Promise.all(
      [owner, thief].map(async (client) => {
        const { options } = await client.call('startPasskey', {});
        return softwareAuthenticator().register(options, TEST_ORIGIN);
      }),
    );
    const answers = await Promise.all(
      [owner, thief].map((client, at) =>
        client.raw('confirmPasskey', { registration: registrations[at], label: 'first' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const inside = (
      await Promise.all([owner, thief].map((one) => one.call('readSession', {})))
    ).map(({ kind }) => kind);
    expect(inside.sort()).toEqual(['signed-in', 'visitor']);
  });

  it('signs Saule in without a name or password', async () => {
    const { authenticator } = await withPasskey(app.as('saule'));
    const saule = app.visitor();
    const options = await start(saule);
    expect(options).toMatchObject({ userVerification: 'required', rpId: 'tirek.test' });
    expect(options.allowCredentials ?? []).toEqual([]);
    const assertion = authenticator.answer(options, TEST_ORIGIN);
    expect(await saule.call('signInWithPasskey', { assertion, device: 'Chrome' })).toMatchObject({
      kind: 'signed-in',
    });
    expect(await saule.call('readSession', {})).toMatchObject({
      kind: 'signed-in',
      account: { signInName: 'saule' },
    });
  });

  it('does not replace the name and password when the device has not verified its user', async () => {
    const { authenticator } = await withPasskey(app.as('bolat'));
    const thief = app.visitor();
    const assertion = authenticator.answer(await start(thief), TEST_ORIGIN, {
      isUserVerified: false,
    });
    expect(await thief.call('signInWithPasskey', { assertion })).toEqual({ kind: 'refused' });
    const bolat = await halfSignedIn(app, 'bolat');
    const second = authenticator.answer(await start(bolat), TEST_ORIGIN, { isUserVerified: false });
    expect(await bolat.call('signInWithPasskey', { assertion: second })).toMatchObject({
      kind: 'signed-in',
    });
  });

  it('answers a challenge once, and only one of ours, in the browser it was made for', async () => {
    const { authenticator } = await withPasskey(app.as('gulmira'));
    const gulmira = app.visitor();
    const assertion = authenticator.answer(await start(gulmira), TEST_ORIGIN);
    await gulmira.call('signInWithPasskey', { assertion });
    expect(await app.visitor().call('signInWithPasskey', { assertion })).toEqual({
      kind: 'refused',
    });
    const madeUp = authenticator.answer({ challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }, TEST_ORIGIN);
    expect(await app.visitor().call('signInWithPasskey', { assertion: madeUp })).toEqual({
      kind: 'refused',
    });
    const half = await halfSignedIn(app, 'gulmira');
    const forHalf = authenticator.answer(await start(half), TEST_ORIGIN);
    expect(await app.visitor().call('signInWithPasskey', { assertion: forHalf })).toEqual({
      kind: 'refused',
    });
  });

  it('that does not count, as those in a cloud, still answers a challenge only once', async () => {
    const { authenticator } = await withPasskey(app.as('ruslan'));
    authenticator.counts = false;
    for (let turn = 0; turn < 2; turn++) {
      const ruslan = app.visitor();
      const assertion = authenticator.answer(await start(ruslan), TEST_ORIGIN);
      expect(await ruslan.call('signInWithPasskey', { assertion })).toMatchObject({
        kind: 'signed-in',
      });
      expect(await app.visitor().call('signInWithPasskey', { assertion })).toEqual({
        kind: 'refused',
      });
    }
  });

  it('is too late after five minutes', async () => {
    const { authenticator } = await withPasskey(app.as('timur'));
    const timur = app.visitor();
    const assertion = authenticator.answer(await start(timur), TEST_ORIGIN);
    app.clock.advance(5.1);
    expect(await timur.call('signInWithPasskey', { assertion })).toEqual({ kind: 'refused' });
  });

  it('of a false site is refused', async () => {
    const { authenticator } = await withPasskey(app.as('aidos'));
    const aidos = app.visitor();
    const assertion = authenticator.answer(await start(aidos), 'https://tirek-login.example');
    expect(await aidos.call('signInWithPasskey', { assertion })).toEqual({ kind: 'refused' });
  });

  it('that was copied is noticed by its counter', async () => {
    const { authenticator } = await withPasskey(app.as('zarina'));
    const zarina = app.visitor();
    authenticator.counter = 7;
    const first = authenticator.answer(await start(zarina), TEST_ORIGIN);
    await zarina.call('signInWithPasskey', { assertion: first });
    authenticator.counter = 3;
    const copied = authenticator.answer(await start(app.visitor()), TEST_ORIGIN);
    expect(await app.visitor().call('signInWithPasskey', { assertion: copied })).toEqual({
      kind: 'refused',
    });
  });

  it('of one person is no second step for another', async () => {
    const { authenticator } = await withPasskey(app.as('aliya'));
    const dana = await halfSignedIn(app, 'dana');
    const assertion = authenticator.answer(await start(dana), TEST_ORIGIN);
    expect(await dana.call('signInWithPasskey', { assertion })).toEqual({ kind: 'refused' });
  });

  it('opens a locked screen of its holder, and nobody else’s', async () => {
    const [omarov, ruslan] = [app.as('omarov'), app.as('ruslan')];
    const { authenticator } = await withPasskey(omarov);
    const { authenticator: stranger } = await withPasskey(ruslan);
    await omarov.call('lockSession', {});
    expect(await omarov.call('readSession', {})).toMatchObject({
      kind: 'locked',
      methods: ['password', 'passkey'],
    });
    const { options: first } = await omarov.call('startPasskeyUnlock', {});
    const wrong = stranger.answer(first, TEST_ORIGIN);
    expect(await omarov.call('unlockWithPasskey', { assertion: wrong })).toEqual({
      kind: 'refused',
    });
    const { options: second } = await omarov.call('startPasskeyUnlock', {});
    const touched = authenticator.answer(second, TEST_ORIGIN, { isUserVerified: false });
    expect(await omarov.call('unlockWithPasskey', { assertion: touched })).toEqual({
      kind: 'refused',
    });
    const { options: third } = await omarov.call('startPasskeyUnlock', {});
    const right = authenticator.answer(third, TEST_ORIGIN);
    expect(await omarov.call('unlockWithPasskey', { assertion: right })).toEqual({
      kind: 'proven',
    });
    expect(await omarov.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
  });

  it('can be listed and removed by its holder, not by others, and not as the last factor', async () => {
    const { client } = await settingUp(app, 'two-keys');
    const { authenticator } = await withPasskey(client, 'phone');
    app.clock.advance(1);
    const { answer } = await withPasskey(client, 'key ring');
    expect(answer).toEqual({ kind: 'set-up', recoveryCodes: [] });
    const { passkeys } = await client.call('listSecondFactors', {});
    expect(passkeys).toMatchObject([
      { label: 'phone', lastUsedOn: null },
      { label: 'key ring', lastUsedOn: null },
    ]);
    const [phone, ring] = passkeys;
    if (!phone || !ring) throw new Error('no passkeys');
    const dana = app.as('dana');
    expect(await dana.refusal('removePasskey', { passkeyId: phone.id })).toBe('not-found');
    await client.call('removePasskey', { passkeyId: phone.id });
    expect(await client.refusal('removePasskey', { passkeyId: ring.id })).toBe(
      'last-second-factor',
    );
    const visitor = app.visitor();
    const assertion = authenticator.answer(await start(visitor), TEST_ORIGIN);
    expect(await visitor.call('signInWithPasskey', { assertion })).toEqual({ kind: 'refused' });
  });

  it('that is no passkey at all is refused without a fuss', async () => {
    const visitor = app.visitor();
    await start(visitor);
    const assertion = {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key' as const,
      clientExtensionResults: {},
      response: { clientDataJSON: 'bm90IGpzb24', authenticatorData: 'AA', signature: 'AA' },
    };
    expect(await visitor.call('signInWithPasskey', { assertion })).toEqual({ kind: 'refused' });
    const half = app.as('kairat');
    await half.call('startPasskey', {});
    const registration = {
      ...assertion,
      response: { clientDataJSON: 'bm90IGpzb24', attestationObject: 'AA' },
    };
    expect(await half.call('confirmPasskey', { registration, label: 'x' })).toEqual({
      kind: 'refused',
    });
  });
});
