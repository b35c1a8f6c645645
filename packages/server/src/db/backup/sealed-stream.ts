import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type BackupHeader, type BackupSecret, keyOfBackup } from './backup-key.ts';
import { BackupRefused } from './backup-refused.ts';

/**
 * The file: 8 bytes `TIREKBK1`, length of the header (32 bits, big-endian), the header as JSON, then chunks of 64 KiB under
 * AES-256-GCM, each with its 16-byte tag behind it. A chunk's nonce is its number and whether it is the last one, as in the
 * STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance, CRYPTO 2015): chunks cannot be left out, swapped or cut off at the end without being noticed.
 */
const MAGIC = Buffer.from('TIREKBK1');
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const LARGEST_HEADER = 4096;

/** Encrypts a stream of bytes. */
export async function* sealStream(
  source: AsyncIterable<Buffer>,
  { header, key }: { readonly header: BackupHeader; readonly key: Buffer },
): AsyncGenerator<Buffer> {
  const start = startOf(header);
  yield start;
  const bound = createHash('sha256').update(start).digest();
  let waiting: Buffer[] = [];
  let size = 0;
  let number = 0;
  for await (const piece of source) {
    waiting.push(piece);
    size += piece.length;
    // One byte more than a chunk: the chunk before it is then certainly not the last.
    while (size > CHUNK_BYTES) {
      const all = Buffer.concat(waiting);
      yield sealChunk(all.subarray(0, CHUNK_BYTES), { key, bound, number, isLast: false });
      waiting = [all.subarray(CHUNK_BYTES)];
      size -= CHUNK_BYTES;
      number += 1;
    }
  }
  yield sealChunk(Buffer.concat(waiting), { key, bound, number, isLast: true });
}

/**
 * Reads and decrypts a file; every byte it gives has been authenticated.
 * @throws BackupRefused `not-a-backup`, `wrong-secret`, `damaged` or `truncated`
 */
export async function* openStream(file: string, secret: BackupSecret): AsyncGenerator<Buffer> {
  const reader = byteReader(file);
  try {
    const { header, start } = await readHeader(reader);
    const key = await keyOfBackup(header, secret);
    const bound = createHash('sha256').update(start).digest();
    for (let number = 0; ; number += 1) {
      const sealed = await reader.upTo(CHUNK_BYTES + TAG_BYTES);
      const isLast = await reader.isAtEnd();
      const place = { key, bound, number, isLast };
      const chunk = openChunk(sealed, place);
      if (!chunk) {
        const isCut = isLast && openChunk(sealed, { ...place, isLast: false }) !== null;
        throw isCut || sealed.length < TAG_BYTES
          ? new BackupRefused('truncated', {})
          : new BackupRefused('damaged', { place: `chunk ${number}` });
      }
      yield chunk;
      if (isLast) return;
    }
  } finally {
    await reader.close();
  }
}

interface ChunkPlace {
  readonly key: Buffer;
  /** Hash of the file's beginning, so that chunks of one backup fit no other. */
  readonly bound: Buffer;
  readonly number: number;
  readonly isLast: boolean;
}

function sealChunk(chunk: Buffer, place: ChunkPlace): Buffer {
  const cipher = createCipheriv('aes-256-gcm', place.key, nonceOf(place));
  cipher.setAAD(place.bound);
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(sealed: Buffer, place: ChunkPlace): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', place.key, nonceOf(place));
  decipher.setAAD(place.bound);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function nonceOf({ number, isLast }: ChunkPlace): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function startOf(header: BackupHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([MAGIC, length, json]);
}

async function readHeader(reader: ByteReader): Promise<{ header: BackupHeader; start: Buffer }> {
  const notOurs = new BackupRefused('not-a-backup', {});
  const opening = await reader.upTo(MAGIC.length + 4);
  if (!opening.subarray(0, MAGIC.length).equals(MAGIC) || opening.length < MAGIC.length + 4)
    throw notOurs;
  const length = opening.readUInt32BE(MAGIC.length);
  if (length > LARGEST_HEADER) throw notOurs;
  const json = await reader.upTo(length);
  if (json.length < length) throw new BackupRefused('truncated', {});
  try {
    const header = JSON.parse(json.toString()) as BackupHeader;
    if (header.format !== 1 || typeof header.salt !== 'string' || typeof header.check !== 'string')
      throw notOurs;
    return { header, start: Buffer.concat([opening, json]) };
  } catch {
    throw notOurs;
  }
}

interface ByteReader {
  /** That many bytes, fewer only at the end of the file. */
  upTo(count: number): Promise<Buffer>;
  isAtEnd(): Promise<boolean>;
  close(): Promise<void>;
}

function byteReader(file: string): ByteReader {
  const stream = createReadStream(file, { highWaterMark: 256 * 1024 });
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  let hasEnded = false;
  async function fill(count: number): Promise<void> {
    while (held.length < count && !hasEnded) {
      const next = await pieces.next();
      if (next.done) hasEnded = true;
      else held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    }
  }
  return {
    async upTo(count) {
      await fill(count);
      const taken = held.subarray(0, count);
      held = held.subarray(count);
      return taken;
    },
    async isAtEnd() {
      await fill(1);
      return held.length === 0;
    },
    async close() {
      stream.destroy();
    },
  };
}
