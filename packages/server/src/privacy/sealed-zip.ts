import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a sealed archive. `isOpen`: not sealed, such as the words that say how the others are opened. */
export interface SealedEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly isOpen?: boolean;
}

/**
 * AE-2 of the WinZip AES specification (version 1.04, January 2009), which 7-Zip, WinRAR, WinZip, Keka and libarchive open:
 * AES-256 in counter mode with a little-endian counter from 1, keys by PBKDF2-HMAC-SHA1 with 1000 rounds, ten bytes of HMAC-SHA1.
 * So few rounds hold against nobody who tries passphrases out; only one that cannot be tried out may be used.
 */
const ROUNDS = 1000;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const CHECK_BYTES = 2;
const TAG_BYTES = 10;
const BLOCK = 16;

const METHOD_AES = 99;
const METHOD_DEFLATE = 8;
const VERSION_AES = 51;
const VERSION_PLAIN = 20;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 0x800;

/** 2 January 1980, noon: an archive tells no time but those in it. */
const TIME = 0x6000;
const DATE = 0x22;

/** An archive whose files open with the passphrase and not without. */
export function sealedZip(entries: readonly SealedEntry[], passphrase: string): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content);
    const body = entry.isOpen ? packed : sealed(packed, passphrase);
    const name = Buffer.from(entry.name);
    const fields = fieldsOf(entry, body.length);
    const extra = entry.isOpen ? Buffer.alloc(0) : AES_EXTRA;
    local.push(signed(LOCAL, [fields, lengths(name, extra), name, extra]), body);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const made = Buffer.from([VERSION_AES, 0]);
    central.push(signed(CENTRAL, [made, fields, lengths(name, extra), place, name, extra]));
    offset += local.slice(-2).reduce((sum, { length }) => sum + length, 0);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, signed(END, [end])]);
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Header 0x9901: seven bytes, AE-2, "AE", 256 bits, what was packed before it was sealed. */
const AES_EXTRA = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, METHOD_DEFLATE, 0]);

function signed(signature: number, parts: readonly Buffer[]): Buffer {
  const sign = Buffer.alloc(4);
  sign.writeUInt32LE(signature);
  return Buffer.concat([sign, ...parts]);
}

/** From "version needed" to "uncompressed size", which both headers of a file have. AE-2 writes no check sum of what is inside. */
function fieldsOf({ content, isOpen }: SealedEntry, bytes: number): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(isOpen ? VERSION_PLAIN : VERSION_AES, 0);
  fields.writeUInt16LE(isOpen ? FLAG_UTF8 : FLAG_UTF8 | FLAG_ENCRYPTED, 2);
  fields.writeUInt16LE(isOpen ? METHOD_DEFLATE : METHOD_AES, 4);
  fields.writeUInt16LE(TIME, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(isOpen ? crc32(content) : 0, 10);
  fields.writeUInt32LE(bytes, 14);
  fields.writeUInt32LE(content.length, 18);
  return fields;
}

function lengths(name: Buffer, extra: Buffer): Buffer {
  const both = Buffer.alloc(4);
  both.writeUInt16LE(name.length, 0);
  both.writeUInt16LE(extra.length, 2);
  return both;
}

/** Salt, check of the passphrase, cipher text, tag. */
function sealed(packed: Buffer, passphrase: string): Buffer {
  const salt = randomBytes(SALT_BYTES);
  const derived = pbkdf2Sync(passphrase, salt, ROUNDS, 2 * KEY_BYTES + CHECK_BYTES, 'sha1');
  const text = counted(packed, derived.subarray(0, KEY_BYTES));
  const tag = createHmac('sha1', derived.subarray(KEY_BYTES, 2 * KEY_BYTES))
    .update(text)
    .digest();
  return Buffer.concat([salt, derived.subarray(2 * KEY_BYTES), text, tag.subarray(0, TAG_BYTES)]);
}

/** Node counts from the last byte, this format from the first: so the counters are enciphered and laid over the text here. */
function counted(text: Buffer, key: Buffer): Buffer {
  const blocks = Math.ceil(text.length / BLOCK);
  const counters = Buffer.alloc(blocks * BLOCK);
  for (let i = 0; i < blocks; i += 1) counters.writeUInt32LE(i + 1, i * BLOCK);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const stream = Buffer.concat([cipher.update(counters), cipher.final()]);
  return Buffer.from(text.map((byte, i) => byte ^ (stream[i] ?? 0)));
}
