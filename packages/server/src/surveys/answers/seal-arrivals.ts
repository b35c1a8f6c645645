import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';

const NONCE = 12;
const TAG = 16;
/** Sizes are rounded up to this, so that a waiting row's length does not tell which answers are in it. */
const PAD_TO = 1024;
const LENGTH_FIELD = 4;
const pack = promisify<Buffer, object, Buffer>(deflateRaw);
/** Fast and small: answers of one form resemble each other. */
const PACKING = { level: 1, windowBits: 15, memLevel: 8 } as const;

/**
 * Packs, pads and encrypts (AES-256-GCM) answers that arrived together. Packing is most of the work, and is done beside the
 * thread that reads and checks the next ones.
 * @param records JSON texts; none of them holds a raw line break, since JSON writes it as `\n`.
 * @param about what the row says openly (wave and day); a row that was moved to another place does not open.
 */
export async function sealArrivals(
  key: KeyObject,
  records: readonly string[],
  about: string,
): Promise<Buffer> {
  const packed = await pack(Buffer.from(records.join('\n')), PACKING);
  const size = LENGTH_FIELD + packed.length;
  const padded = Buffer.alloc(Math.ceil(size / PAD_TO) * PAD_TO);
  padded.writeUInt32BE(packed.length);
  packed.copy(padded, LENGTH_FIELD);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([nonce, cipher.update(padded), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]);
}

/** The records of a sealed row. Throws when key, place or content are not what was sealed. */
export function openArrivals(key: KeyObject, sealed: Buffer, about: string): string[] {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const padded = Buffer.concat([
    decipher.update(sealed.subarray(NONCE, sealed.length - TAG)),
    decipher.final(),
  ]);
  const packed = padded.subarray(LENGTH_FIELD, LENGTH_FIELD + padded.readUInt32BE());
  return inflateRawSync(packed).toString('utf8').split('\n');
}
