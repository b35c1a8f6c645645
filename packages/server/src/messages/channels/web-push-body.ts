import {
  createCipheriv,
  createECDH,
  createHmac,
  createPrivateKey,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto';

/** A browser's subscription: where its push service takes messages, and what they are sealed for (RFC 8291, 3.1). */
export interface Subscription {
  readonly endpoint: string;
  /** The browser's public key, an uncompressed point of P-256. */
  readonly p256dh: Buffer;
  /** Sixteen bytes that only browser and program know. */
  readonly auth: Buffer;
}

const CURVE = 'prime256v1';

/** Seals a text for one browser (RFC 8291): what passes by the push service is `aes128gcm` in one record (RFC 8188). */
export function sealedPush(
  text: Buffer,
  { p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>,
  chance: { readonly privateKey?: Buffer; readonly salt?: Buffer } = {},
): Buffer {
  const own = createECDH(CURVE);
  if (chance.privateKey) own.setPrivateKey(chance.privateKey);
  else own.generateKeys();
  const publicKey = own.getPublicKey();
  const salt = chance.salt ?? randomBytes(16);
  const shared = own.computeSecret(p256dh);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, publicKey]);
  const material = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const part = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', material, salt, `Content-Encoding: ${name}\0`, length));
  const cipher = createCipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
  // 2 says that this record is the last one.
  const sealed = Buffer.concat([
    cipher.update(Buffer.concat([text, Buffer.from([2])])),
    cipher.final(),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(4096);
  return Buffer.concat([
    ...[salt, size, Buffer.from([publicKey.length]), publicKey, sealed],
    cipher.getAuthTag(),
  ]);
}

/** The key by which push services know this installation (VAPID, RFC 8292), derived so that every process has the same. */
export function pushKey(keyFor: (purpose: string) => Buffer): {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
} {
  const pair = createECDH(CURVE);
  // A number of 256 bits is too large for the curve once in four thousand million times; then the next one is taken.
  for (let turn = 0; ; turn++) {
    const privateKey = createHmac('sha256', keyFor('web push')).update(`key ${turn}`).digest();
    try {
      pair.setPrivateKey(privateKey);
      return { publicKey: pair.getPublicKey(), privateKey };
    } catch {
      // Not a key of this curve.
    }
  }
}

/** The `Authorization` of one message: a token that is good for half a day, signed for this push service alone. */
export function vapidHeader(
  endpoint: string,
  { contact, now, keyFor }: { contact: string; now: string; keyFor: (purpose: string) => Buffer },
): string {
  const { publicKey, privateKey } = pushKey(keyFor);
  const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const expires = Math.floor(Date.parse(now) / 1000) + 12 * 3600;
  const claims = { aud: new URL(endpoint).origin, exp: expires, sub: contact };
  const unsigned = `${text({ typ: 'JWT', alg: 'ES256' })}.${text(claims)}`;
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: privateKey.toString('base64url'),
      x: publicKey.subarray(1, 33).toString('base64url'),
      y: publicKey.subarray(33).toString('base64url'),
    },
  });
  const signature = sign('sha256', Buffer.from(unsigned), { key, dsaEncoding: 'ieee-p1363' });
  const token = `${unsigned}.${signature.toString('base64url')}`;
  return `vapid t=${token}, k=${publicKey.toString('base64url')}`;
}
