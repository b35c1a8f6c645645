import { createHmac, hkdfSync, scrypt, timingSafeEqual } from 'node:crypto';
import { BackupRefused } from './backup-refused.ts';

/** What opens a backup: words that people keep, or 32 bytes out of a file. */
export type BackupSecret =
  | { readonly kind: 'passphrase'; readonly text: string }
  | { readonly kind: 'key'; readonly key: Buffer };

/** The open beginning of a backup: what is needed, besides the secret, to make its key. Bound to every chunk that follows. */
export interface BackupHeader {
  readonly format: 1;
  readonly secret: 'passphrase' | 'key';
  /** Base64; new for every backup, so that no two are encrypted alike. */
  readonly salt: string;
  /** scrypt's cost N; 0 for a key file. */
  readonly cost: number;
  /** Base64: tells a wrong secret from a damaged file. */
  readonly check: string;
}

/** scrypt with r = 8 and p = 1 takes 128 MiB and about half a second at this N (OWASP Password Storage, 2023). */
const COST = 2 ** 17;
/** A header that asks for more than this is not ours, and would only fill the memory. */
const LARGEST_COST = 2 ** 20;
const BLOCK_SIZE = 8;
const KEY_BYTES = 32;
export const SALT_BYTES = 32;

/** Makes the header of a new backup and the key it belongs to. */
export async function newBackupKey(
  secret: BackupSecret,
  salt: Buffer,
): Promise<{ header: BackupHeader; key: Buffer }> {
  const cost = secret.kind === 'passphrase' ? COST : 0;
  const master = await masterKey(secret, salt, cost);
  const header: BackupHeader = {
    format: 1,
    secret: secret.kind,
    salt: salt.toString('base64'),
    cost,
    check: checkOf(master).toString('base64'),
  };
  return { header, key: chunkKey(master) };
}

/** @throws BackupRefused `wrong-secret` or `not-a-backup` */
export async function keyOfBackup(header: BackupHeader, secret: BackupSecret): Promise<Buffer> {
  const salt = Buffer.from(header.salt, 'base64');
  const isOurs =
    salt.length === SALT_BYTES && header.cost <= LARGEST_COST && Number.isSafeInteger(header.cost);
  if (!isOurs) throw new BackupRefused('not-a-backup', {});
  if (header.secret !== secret.kind) throw new BackupRefused('wrong-secret', {});
  const master = await masterKey(secret, salt, header.cost);
  const check = Buffer.from(header.check, 'base64');
  const expected = checkOf(master);
  if (check.length !== expected.length || !timingSafeEqual(check, expected))
    throw new BackupRefused('wrong-secret', {});
  return chunkKey(master);
}

async function masterKey(secret: BackupSecret, salt: Buffer, cost: number): Promise<Buffer> {
  if (secret.kind === 'key')
    return Buffer.from(hkdfSync('sha256', secret.key, salt, 'tirek backup', KEY_BYTES));
  const text = secret.text.normalize('NFC');
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * BLOCK_SIZE * Math.max(cost, 1) };
  return await new Promise((resolve, reject) => {
    try {
      scrypt(text, salt, KEY_BYTES, options, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    } catch {
      reject(new BackupRefused('not-a-backup', {}));
    }
  });
}

const chunkKey = (master: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', 'tirek backup chunks', KEY_BYTES));
const checkOf = (master: Buffer): Buffer =>
  createHmac('sha256', master).update('tirek backup check').digest().subarray(0, 16);
