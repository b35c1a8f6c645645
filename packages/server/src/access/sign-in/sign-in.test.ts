import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPassword, castTotpSecret } from '../../test/cast.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { totpCode, totpStep } from '../second-factors/totp.ts';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it('lets Dana in by password and the code of her app', async () => {
    const dana = app.visitor();
    expect(
      await dana.call('signInWithPassword', {
        signInName: ' Dana ',
        password: castPassword('dana'),
        device: 'Firefox, Linux',
      }),
    ).toEqual({ kind: 'second-factor', methods: ['totp'] });
    expect(await dana.call('readSession', {})).toEqual({ kind: 'second-factor', methods: ['totp'] });
    const code = totpCode(castTotpSecret('dana'), totpStep(app.clock.now()));
    expect(await dana.call('signInWithTotp', { code })).toEqual({
      kind: 'signed-in',
      recoveryCodesLeft: 0,
    });
    expect(await dana.call('readSession', {})).toMatchObject({
      kind: 'signed-in',
      account: { signInName: 'dana', displayName: 'Дана Оспанова' },
      assignments: [{ role: 'national-coordinator', region: null }],
    });
  });
});
