import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAs, castActor } from '../../demo/call-as.ts';
import { castPassword } from '../../test/cast.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { codeOf, halfSignedIn, signedInByHand } from '../../test/steps.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it('lets Dana in by her password and the code of her app', async () => {
    const dana = app.visitor();
    expect(
      await dana.call('signInWithPassword', {
        signInName: ' Dana ',
        password: castPassword('dana'),
        device: 'Firefox, Linux',
      }),
    ).toEqual({ kind: 'second-factor', methods: ['totp'] });
    expect(await dana.call('readSession', {})).toEqual({
      kind: 'second-factor',
      methods: ['totp'],
    });
    expect(await dana.call('signInWithTotp', { code: codeOf(app, 'dana') })).toEqual({
      kind: 'signed-in',
      recoveryCodesLeft: 0,
    });
    expect(await dana.call('readSession', {})).toMatchObject({
      kind: 'signed-in',
      account: { signInName: 'dana', displayName: 'Дана Оспанова', language: 'ru' },
      programme: { code: 'kz' },
      assignments: [{ role: 'national-coordinator', region: null }],
    });
    const { sessions } = await dana.call('listSessions', {});
    expect(sessions).toMatchObject([{ device: 'Firefox, Linux', isThisOne: true }]);
  });

  it('takes a code from the half minute before and after, and no older or later one', async () => {
    const gulmira = await halfSignedIn(app, 'gulmira');
    const early = await gulmira.call('signInWithTotp', { code: codeOf(app, 'gulmira', -2) });
    const late = await gulmira.call('signInWithTotp', { code: codeOf(app, 'gulmira', 2) });
    expect([early, late]).toEqual([{ kind: 'refused' }, { kind: 'refused' }]);
    const typed = codeOf(app, 'gulmira', -1).replace(/^(...)/, '$1 ');
    expect(await gulmira.call('signInWithTotp', { code: typed })).toMatchObject({
      kind: 'signed-in',
    });
  });

  it('answers a wrong password, an unknown name and a nonsense name alike', async () => {
    const answers = await Promise.all(
      ['timur', 'nazgul', 'not a name at all <script>'].map((signInName) =>
        app.visitor().raw('signInWithPassword', { signInName, password: 'not her password' }),
      ),
    );
    for (const { status, body, headers } of answers) {
      expect({ status, body, cookie: headers['set-cookie'] }).toEqual({
        status: 200,
        body: { kind: 'refused' },
        cookie: undefined,
      });
    }
  });

  it('takes the same work for an unknown name as for a known one', async () => {
    const admin = app.as('kairat');
    const { invitation } = await admin.call('createAccount', {
      id: crypto.randomUUID(),
      signInName: 'aru',
      displayName: 'Ару',
      language: 'kk',
      assignments: [],
    });
    const token = invitation.link.split('#')[1] ?? '';
    const password = 'тас су жел от 47';
    await app.visitor().call('acceptInvitation', { token, password, language: 'kk' });
    const times: Record<string, number[]> = { aru: [], nobodyknows: [] };
    for (let round = 0; round < 12; round++) {
      for (const signInName of Object.keys(times)) {
        const started = performance.now();
        await app.visitor().call('signInWithPassword', { signInName, password: `x${password}` });
        times[signInName]?.push(performance.now() - started);
        app.clock.advance(24 * 60 * 3);
      }
    }
    const [known = 0, unknown = 0] = Object.values(times).map(
      (all) => all.sort((a, b) => a - b)[1],
    );
    // Argon2id alone takes some 10 ms; without it an unknown name would be answered several times faster.
    expect(unknown).toBeGreaterThan(known * 0.6);
    expect(unknown).toBeLessThan(known * 1.7);
  });

  it('forgets a half-finished sign-in after ten minutes', async () => {
    const aidos = await halfSignedIn(app, 'aidos');
    app.clock.advance(10.1);
    expect(await aidos.refusal('signInWithTotp', { code: codeOf(app, 'aidos') })).toBe(
      'not-signed-in',
    );
    expect(await aidos.call('readSession', {})).toEqual({ kind: 'visitor' });
  });

  it('signs Dana out in this browser only, and a visitor may ask too', async () => {
    const [here, there] = [await signedInByHand(app, 'dana'), await signedInByHand(app, 'dana')];
    await here.call('signOut', {});
    expect(here.token).toBeNull();
    expect(await here.call('readSession', {})).toEqual({ kind: 'visitor' });
    expect(await there.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
    expect(await app.visitor().call('signOut', {})).toEqual({});
  });

  it('takes whoever asks in the very instant her session ends for a visitor', async () => {
    const actor = castActor('dana', app.programmeId);
    const world = { database: app.database, actor: { ...actor, sessionId: randomUUID() } };
    const options = { clock: app.clock, newId: randomUUID, installationKey: TEST_KEY };
    const ask = (endpoint: string, input = {}) => callAs(world, options, endpoint, input);
    expect(await ask('readSession')).toEqual({ kind: 'visitor' });
    const password = castPassword('dana');
    await expect(ask('unlockWithPassword', { password })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });

  it('tells the administrator the day of the last sign-in, and no more', async () => {
    app.clock.set('2026-12-24T22:30:00.000Z');
    await signedInByHand(app, 'timur');
    const { accounts } = await app.as('kairat').call('listAccounts', {});
    expect(accounts.find((one) => one.signInName === 'timur')).toMatchObject({
      lastSignInOn: '2026-12-24',
      state: 'active',
      secondFactor: { hasTotp: true, passkeys: 0, recoveryCodesLeft: 0 },
      assignments: [{ role: 'analyst', region: null }],
    });
  });

  it('writes who tried and with what outcome into the log, also when it was refused', async () => {
    await app.visitor().call('signInWithPassword', { signInName: 'aliya', password: 'wrong one' });
    await signedInByHand(app, 'aliya');
    const entries = await auditOf(app, app.id('aliya'));
    expect(entries).toEqual([
      { action: 'signInWithPassword', actorKind: 'visitor', outcome: 'refused' },
      { action: 'signInWithPassword', actorKind: 'visitor', outcome: 'password-right' },
      { action: 'signInWithTotp', actorKind: 'account', outcome: 'signed-in' },
    ]);
  });
});

async function auditOf(app: TestApp, accountId: string) {
  const rows = await rowsAsOwner<{ programmeId: string }>(
    app.database,
    `select action, actor_kind as "actorKind", facts->>'outcome' as outcome, programme_id as "programmeId"
     from audit_entry where $1 = any(about) order by id`,
    [accountId],
  );
  expect(rows.every((row) => row.programmeId === app.programmeId)).toBe(true);
  return rows.map(({ programmeId: _, ...row }) => row);
}
