import { createECDH, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPushService } from './web-push.ts';
import { pushKey, sealedPush, vapidHeader } from './web-push-body.ts';

const bytes = (text: string) => Buffer.from(text, 'base64url');

describe('a message to a browser', () => {
  it('is sealed as the example of RFC 8291, appendix A', () => {
    const sealed = sealedPush(
      Buffer.from('When I grow up, I want to be a watermelon'),
      {
        p256dh: bytes(
          'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        ),
        auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
      },
      {
        privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
        salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
      },
    );
    expect(sealed.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
  });

  it('is signed by the one key of the installation, for its push service and for half a day', () => {
    const keyFor = () => Buffer.alloc(32, 7);
    const header = vapidHeader('https://fcm.googleapis.com/fcm/send/abc', {
      ...{ contact: 'mailto:kairat@centre.example', now: '2026-11-23T05:00:00.000Z', keyFor },
    });
    const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(header) ?? [];
    const [head, claims = '', signature = ''] = token.split('.');
    expect(JSON.parse(bytes(claims).toString())).toEqual({
      aud: 'https://fcm.googleapis.com',
      exp: Date.parse('2026-11-23T17:00:00.000Z') / 1000,
      sub: 'mailto:kairat@centre.example',
    });
    const { publicKey, privateKey } = pushKey(keyFor);
    expect(key).toBe(publicKey.toString('base64url'));
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(privateKey);
    expect(pair.getPublicKey()).toEqual(publicKey);
    const [x, y] = [publicKey.subarray(1, 33), publicKey.subarray(33)].map((part) =>
      part.toString('base64url'),
    );
    const known = createPublicKey({
      format: 'jwk',
      key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' },
    });
    const signed = Buffer.from(`${head}.${claims}`);
    const by = { key: known, dsaEncoding: 'ieee-p1363' as const };
    expect(verify('sha256', signed, by, bytes(signature))).toBe(true);
  });

  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
    ['https://web.push.apple.com/abc', true],
    ['https://push.centre.example:8443/abc', true],
    ['http://fcm.googleapis.com/fcm/send/abc', false],
    ['https://fcm.googleapis.com:22/', false],
    ['https://fcm.googleapis.com.evil.example/', false],
    ['https://fcm.googleapis.com@127.0.0.1/', false],
    ['https://127.0.0.1:5432/', false],
    ['https://169.254.169.254/latest', false],
    ['https://push.centre.example/abc', false],
    ['file:///etc/passwd', false],
  ])('goes to push services alone: %s', (endpoint, isOne) => {
    expect(isPushService(endpoint, ['push.centre.example:8443'])).toBe(isOne);
  });
});
