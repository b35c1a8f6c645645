import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invited, settingUp, signedInByHand } from '../../test/steps.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { totpCode, totpStep } from './totp.ts';

describe('a new colleague', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it('comes in by the link, sets a password, then an authenticator app, and gets ten recovery codes', async () => {
    const { token } = await invited(app, 'aigul', [{ role: 'practitioner', region: 'KZ-75' }]);
    const aigul = app.visitor();
    expect(await aigul.call('openInvitation', { token })).toMatchObject({
      kind: 'open',
      signInName: 'aigul',
      programmeName: { en: 'Family support' },
    });
    const weak = { token, password: 'password1234', language: 'kk' as const };
    expect(await aigul.call('acceptInvitation', weak)).toEqual({
      kind: 'weak',
      weakness: 'too-common',
    });
    const password = 'ақ боз ат 12 түтін';
    expect(await aigul.call('acceptInvitation', { ...weak, password })).toEqual({ kind: 'set-up' });
    expect(await aigul.call('readSession', {})).toMatchObject({ kind: 'set-up' });
    expect(await aigul.refusal('listSessions', {})).toBe('second-factor-needed');

    const { secret, uri } = await aigul.call('startTotp', {});
    expect(uri).toContain(secret);
    expect(await aigul.call('confirmTotp', { code: '000000' })).toEqual({ kind: 'refused' });
    const halfToken = aigul.token;
    const set = await aigul.call('confirmTotp', { code: shownBy(app, secret) });
    if (set.kind !== 'set-up') throw new Error(set.kind);
    expect(new Set(set.recoveryCodes).size).toBe(10);
    for (const code of set.recoveryCodes) expect(code).toMatch(/^(\d{4}-){3}\d{4}$/);
    expect(aigul.token).not.toBe(halfToken);
    expect(await aigul.call('readSession', {})).toMatchObject({
      kind: 'signed-in',
      assignments: [{ role: 'practitioner', region: 'KZ-75' }],
    });

    app.clock.advance(60);
    const later = app.visitor();
    expect(await later.call('signInWithPassword', { signInName: 'aigul', password })).toEqual({
      kind: 'second-factor',
      methods: ['totp', 'recovery-code'],
    });
    const [first = ''] = set.recoveryCodes;
    const typed = { code: first.replaceAll('-', ' ') };
    expect(await later.call('signInWithRecoveryCode', typed)).toEqual({
      kind: 'signed-in',
      recoveryCodesLeft: 9,
    });
    const thief = app.visitor();
    await thief.call('signInWithPassword', { signInName: 'aigul', password });
    expect(await thief.call('signInWithRecoveryCode', typed)).toEqual({ kind: 'refused' });
  });

  it('can use the link once', async () => {
    const { token } = await invited(app, 'once');
    const password = 'тас су жел от 47';
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        app.visitor().call('acceptInvitation', { token, password, language: 'ru' }),
      ),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['refused', 'refused', 'set-up']);
    expect(await app.visitor().call('openInvitation', { token })).toEqual({ kind: 'refused' });
  });

  it('cannot use the link after 72 hours, nor when a newer one was made, nor when the account was closed', async () => {
    const late = await invited(app, 'late');
    app.clock.advance(72 * 60 + 1);
    expect(await app.visitor().call('openInvitation', { token: late.token })).toEqual({
      kind: 'refused',
    });
    const kairat = app.as('kairat');
    const renewed = await kairat.call('resetAccess', {
      id: crypto.randomUUID(),
      accountId: late.id,
    });
    const again = renewed.invitation.link.split('#')[1] ?? '';
    await kairat.call('resetAccess', { id: crypto.randomUUID(), accountId: late.id });
    expect(await app.visitor().call('openInvitation', { token: again })).toEqual({
      kind: 'refused',
    });
    const gone = await invited(app, 'gone');
    await kairat.call('closeAccount', { id: crypto.randomUUID(), accountId: gone.id });
    const accepted = { token: gone.token, password: 'тас су жел от 47', language: 'ru' as const };
    expect(await app.visitor().call('acceptInvitation', accepted)).toEqual({ kind: 'refused' });
  });

  it('keeps the first second factor against another who knew the password before', async () => {
    const { client: owner, password } = await settingUp(app, 'early-bird');
    const thief = app.visitor();
    await thief.call('signInWithPassword', { signInName: 'early-bird', password });
    await thief.call('startTotp', {});
    const { secret } = await owner.call('startTotp', {});
    await owner.call('confirmTotp', { code: shownBy(app, secret) });
    expect(await thief.refusal('startTotp', {})).toBe('not-signed-in');
    await thief.call('signInWithPassword', { signInName: 'early-bird', password });
    expect(await thief.refusal('startTotp', {})).toBe('second-factor-needed');
    expect(await thief.refusal('confirmTotp', { code: '000000' })).toBe('second-factor-needed');
    expect(await thief.refusal('startPasskey', {})).toBe('second-factor-needed');
  });

  it('can type a code of the app only once, also in another browser', async () => {
    const { client, password } = await settingUp(app, 'replayed');
    const { secret } = await client.call('startTotp', {});
    const code = shownBy(app, secret);
    await client.call('confirmTotp', { code });
    const another = app.visitor();
    await another.call('signInWithPassword', { signInName: 'replayed', password });
    expect(await another.call('signInWithTotp', { code })).toEqual({ kind: 'refused' });
    app.clock.advance(0.5);
    const next = shownBy(app, secret);
    const both = await Promise.all([
      another.raw('signInWithTotp', { code: next }),
      (async () => {
        const third = app.visitor();
        await third.raw('signInWithPassword', { signInName: 'replayed', password });
        return await third.raw('signInWithTotp', { code: next });
      })(),
    ]);
    const letIn = both.filter(({ body }) => (body as { kind?: string }).kind === 'signed-in');
    expect(letIn).toHaveLength(1);
  });

  it('is asked for a fresh proof before changing how she signs in', async () => {
    const dana = await signedInByHand(app, 'dana');
    expect(await dana.call('renewRecoveryCodes', {})).toMatchObject({
      recoveryCodes: { length: 10 },
    });
    app.clock.advance(11);
    expect(await dana.refusal('startTotp', {})).toBe('proof-needed');
    expect(await dana.refusal('startPasskey', {})).toBe('proof-needed');
    expect(await dana.refusal('renewRecoveryCodes', {})).toBe('proof-needed');
    expect(await dana.refusal('removeTotp', {})).toBe('proof-needed');
    expect(await dana.call('unlockWithPassword', { password: 'wrong' })).toEqual({
      kind: 'refused',
    });
    expect(await dana.refusal('startTotp', {})).toBe('proof-needed');
    expect(await dana.call('unlockWithPassword', { password: 'demo-dana-tirek' })).toEqual({
      kind: 'proven',
    });
    expect(await dana.refusal('removeTotp', {})).toBe('last-second-factor');
    const { secret } = await dana.call('startTotp', {});
    expect(await dana.call('confirmTotp', { code: shownBy(app, secret) })).toEqual({
      kind: 'set-up',
      recoveryCodes: [],
    });
    expect(await dana.call('listSecondFactors', {})).toMatchObject({
      totp: { addedOn: app.clock.now().slice(0, 10) },
      passkeys: [],
      recoveryCodesLeft: 10,
    });
  });
});

/** What an app shows that was given the secret in letters. */
function shownBy(app: TestApp, secret: string): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter))
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return totpCode(Buffer.from(bytes), totpStep(app.clock.now()));
}
