import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_PURPOSE = 'privacy notes';

type KeyFor = (purpose: string) => Buffer;

/**
 * Seals what a colleague wrote about a decision: nonce, AES-256-GCM ciphertext, tag. Whoever judges it reaches no data key of a
 * person, so the key is one of the installation; `label` binds the text to its row.
 */
export function sealNote(text: string, label: string, keyFor: KeyFor): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(KEY_PURPOSE), nonce);
  cipher.setAAD(Buffer.from(label));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when it belongs to another row or was changed. */
export function openNote(sealed: Buffer, label: string, keyFor: KeyFor): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(KEY_PURPOSE), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(label));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const text = [decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
  return Buffer.concat(text).toString();
}
