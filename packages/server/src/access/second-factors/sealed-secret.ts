import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_PURPOSE = 'authenticator secrets';

type KeyFor = (purpose: string) => Buffer;

/**
 * Seals the secret of an authenticator app: nonce, AES-256-GCM ciphertext, tag. The account's id is authenticated with it, so
 * that a sealed secret copied into another account's row does not open.
 */
export function sealSecret(secret: Buffer, accountId: string, keyFor: KeyFor): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(KEY_PURPOSE), nonce);
  cipher.setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

/** @throws Error when the secret was sealed for another account, under another key, or was changed. */
export function openSecret(sealed: Buffer, accountId: string, keyFor: KeyFor): Buffer {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFor(KEY_PURPOSE),
    sealed.subarray(0, NONCE_BYTES),
    { authTagLength: TAG_BYTES },
  );
  decipher.setAAD(Buffer.from(accountId));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
    decipher.final(),
  ]);
}
