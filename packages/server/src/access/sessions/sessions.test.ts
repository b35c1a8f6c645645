import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPassword } from '../../test/cast.ts';
import { invited, signedInByHand } from '../../test/steps.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';

describe('a session', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it('lasts while Saule works, and ends after half an hour without a question', async () => {
    const saule = app.as('saule');
    for (let turn = 0; turn < 5; turn++) {
      await saule.call('readSession', {});
      app.clock.advance(29);
    }
    expect(await saule.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
    app.clock.advance(31);
    expect(await saule.refusal('listSessions', {})).toBe('not-signed-in');
  });

  it('ends twelve hours after sign-in, whatever happens', async () => {
    const saule = app.as('saule');
    for (let turn = 0; turn < 12 * 3; turn++) {
      expect(await saule.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
      app.clock.advance(20);
    }
    expect(await saule.call('readSession', {})).toEqual({ kind: 'visitor' });
  });

  it('that is locked answers to nothing but unlocking and signing out', async () => {
    const dana = app.as('dana');
    await dana.call('lockSession', {});
    await dana.call('lockSession', {});
    expect(await dana.call('readSession', {})).toEqual({
      kind: 'locked',
      displayName: 'Дана Оспанова',
      language: 'ru',
      methods: ['password'],
    });
    expect(await dana.refusal('listSessions', {})).toBe('session-locked');
    expect(await dana.refusal('listRegions', {})).toBe('session-locked');
    expect(await dana.refusal('startTotp', {})).toBe('session-locked');
    expect(await dana.refusal('signInWithTotp', { code: '123456' })).toBe('session-locked');
    expect(await dana.call('unlockWithPassword', { password: 'not it' })).toEqual({
      kind: 'refused',
    });
    expect(await dana.call('unlockWithPassword', { password: castPassword('dana') })).toEqual({
      kind: 'proven',
    });
    expect(await dana.refusal('listSessions', {})).toBeNull();
    await dana.call('lockSession', {});
    await dana.call('signOut', {});
    expect(await dana.call('readSession', {})).toEqual({ kind: 'visitor' });
  });

  it('that is locked ends after six wrong passwords', async () => {
    const timur = app.as('timur');
    await timur.call('lockSession', {});
    for (let turn = 0; turn < 5; turn++)
      await timur.call('unlockWithPassword', { password: 'not it' });
    expect(await timur.call('unlockWithPassword', { password: 'not it' })).toMatchObject({
      kind: 'locked-out',
    });
    expect(await timur.call('readSession', {})).toEqual({ kind: 'visitor' });
  });

  it('can be seen and ended from another device, one or all others, but only by its holder', async () => {
    const desk = await signedInByHand(app, 'gulmira');
    const phone = await signedInByHand(app, 'gulmira');
    const tablet = await signedInByHand(app, 'gulmira');
    const { sessions } = await desk.call('listSessions', {});
    expect(sessions.map((one) => one.isThisOne).filter(Boolean)).toHaveLength(1);
    expect(sessions).toHaveLength(3);
    const { sessions: onPhone } = await phone.call('listSessions', {});
    const itsId = onPhone.find((one) => one.isThisOne)?.id ?? '';
    const bolat = app.as('bolat');
    expect(await bolat.refusal('endSession', { sessionId: itsId })).toBe('not-found');
    await desk.call('endSession', { sessionId: itsId });
    expect(await phone.call('readSession', {})).toEqual({ kind: 'visitor' });
    expect(await desk.refusal('endSession', { sessionId: itsId })).toBe('not-found');
    expect(await desk.call('endOtherSessions', {})).toEqual({ ended: 1 });
    expect(await tablet.call('readSession', {})).toEqual({ kind: 'visitor' });
    expect(await desk.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
  });

  it('can end itself from the list', async () => {
    const bolat = app.as('bolat');
    const { sessions } = await bolat.call('listSessions', {});
    await bolat.call('endSession', {
      sessionId: sessions.find((one) => one.isThisOne)?.id ?? '',
    });
    expect(bolat.token).toBeNull();
  });

  it('survives a change of password here and ends everywhere else; the old password is asked for', async () => {
    const dana = await signedInByHand(app, 'dana');
    const there = await signedInByHand(app, 'dana');
    app.clock.advance(20);
    const change = (oldPassword: string, newPassword: string) =>
      dana.call('changePassword', { oldPassword, newPassword });
    const better = 'жел су тас от 2931';
    expect(await change('not her old password', better)).toEqual({ kind: 'refused' });
    expect(await change(castPassword('dana'), 'Пароль123456')).toEqual({
      kind: 'weak',
      weakness: 'too-common',
    });
    expect(await change(castPassword('dana'), 'dana оспан 2931 xyz')).toEqual({
      kind: 'weak',
      weakness: 'holds-name',
    });
    expect(await change(castPassword('dana'), better)).toEqual({ kind: 'changed' });
    expect(await dana.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
    expect(await there.call('readSession', {})).toEqual({ kind: 'visitor' });
    const anew = app.visitor();
    const old = { signInName: 'dana', password: castPassword('dana') };
    expect(await anew.call('signInWithPassword', old)).toEqual({ kind: 'refused' });
    expect(
      await anew.call('signInWithPassword', { signInName: 'dana', password: better }),
    ).toMatchObject({ kind: 'second-factor' });
  });

  it('takes a password typed on another keyboard for the same', async () => {
    const { token } = await invited(app, 'keyboards');
    const composed = 'й ё café тас жол'.normalize('NFC');
    await app.visitor().call('acceptInvitation', { token, password: composed, language: 'kk' });
    expect(
      await app.visitor().call('signInWithPassword', {
        signInName: 'keyboards',
        password: composed.normalize('NFD'),
      }),
    ).toEqual({ kind: 'set-up' });
  });

  it('keeps the language its holder chose', async () => {
    const aliya = app.as('aliya');
    await aliya.call('changeLanguage', { language: 'en' });
    expect(await app.as('aliya').call('readSession', {})).toMatchObject({
      account: { language: 'en' },
    });
  });
});
