import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { secretOf } from './secret-of.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Nonce, AES-256-GCM ciphertext, tag. A random nonce: each key seals far fewer than 2^32 texts (NIST SP 800-38D, 8.3). */
export function seal(text: Buffer, key: Buffer, label: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), nonce);
  cipher.setAAD(Buffer.from(label));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when it was sealed with another key or label, or was changed. */
export function open(sealed: Buffer, key: Buffer, label: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(label));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
    decipher.final(),
  ]);
}
