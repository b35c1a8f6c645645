import { bytesOf, chance, keysOf, openBytes, type StoreKeys, sealBytes } from './sealing.ts';

/**
 * The secret of a store, 32 random bytes, lies on the disk only wrapped: under a key that comes from a passphrase, under one that
 * a passkey gives (WebAuthn PRF), or under each of them. What comes of either is never written down.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** OWASP's number for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const ROUNDS = 600_000;

/** Useless without the passphrase. */
export interface PassphraseLock {
  readonly salt: Bytes;
  readonly rounds: number;
  readonly wrapped: Bytes;
}

/** Useless without the passkey, which answers to this salt alike each time, and to another one differently. */
export interface PasskeyLock {
  readonly credentialId: string;
  readonly salt: Bytes;
  readonly wrapped: Bytes;
}

/** At least one of them is there. */
export interface Locks {
  readonly passphrase: PassphraseLock | null;
  readonly passkey: PasskeyLock | null;
}

/** What a passkey is asked with. */
export type PasskeyQuestion = Pick<PasskeyLock, 'credentialId' | 'salt'>;

/** What opens a store: words that only she knows, or what her passkey answered. */
export type Opener =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | (PasskeyQuestion & { readonly kind: 'passkey'; readonly output: Bytes });

const newSecret = (): Bytes => chance(32);
export const newPasskeySalt = (): Bytes => chance(32);
/** Nobody judges the answer to it, but a passkey answers nothing without one. */
export const newChallenge = (): Bytes => chance(32);

/** The same locks with one more, or with another one in its place. */
export async function lockedWith(locks: Locks, opener: Opener, secret: Bytes): Promise<Locks> {
  if (opener.kind === 'passkey') {
    const { credentialId, salt } = opener;
    const wrapped = await sealBytes(await keyOfPasskey(opener.output, salt), 'key', secret);
    return { ...locks, passkey: { credentialId, salt, wrapped } };
  }
  const how = { salt: chance(16), rounds: ROUNDS };
  const wrapped = await sealBytes(await keyOfPassphrase(opener.passphrase, how), 'key', secret);
  return { ...locks, passphrase: { ...how, wrapped } };
}

/** A new secret behind its first lock. */
export async function newLocks(opener: Opener): Promise<{ locks: Locks; keys: StoreKeys }> {
  const secret = newSecret();
  const locks = await lockedWith({ passphrase: null, passkey: null }, opener, secret);
  return { locks, keys: await keysOf(secret) };
}

/** The secret behind the locks, or null when this opens none of them. */
export async function openSecret(opener: Opener, locks: Locks): Promise<Bytes | null> {
  const lock = locks[opener.kind];
  if (!lock) return null;
  const key =
    opener.kind === 'passkey'
      ? await keyOfPasskey(opener.output, lock.salt)
      : await keyOfPassphrase(opener.passphrase, lock as PassphraseLock);
  try {
    return await openBytes(key, 'key', lock.wrapped);
  } catch {
    return null;
  }
}

/** The keys behind the locks, or null when this opens none of them. */
export async function openLocks(opener: Opener, locks: Locks): Promise<StoreKeys | null> {
  const secret = await openSecret(opener, locks);
  return secret && (await keysOf(secret));
}

const WRAPPING = { name: 'AES-GCM', length: 256 };

async function keyOfPassphrase(
  passphrase: string,
  { salt, rounds }: Pick<PassphraseLock, 'salt' | 'rounds'>,
): Promise<CryptoKey> {
  // Composed alike whatever the keyboard.
  const typed = bytesOf(passphrase.normalize('NFKC').trim());
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return await crypto.subtle.deriveKey(how, key, WRAPPING, false, ['encrypt', 'decrypt']);
}

async function keyOfPasskey(output: Bytes, salt: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', output, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: bytesOf('passkey') };
  return await crypto.subtle.deriveKey(how, key, WRAPPING, false, ['encrypt', 'decrypt']);
}
