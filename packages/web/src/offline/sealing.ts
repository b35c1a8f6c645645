/**
 * What lies on the device is sealed with AES-256-GCM under a key that is made once, at random, and lies there only wrapped by
 * another one that comes from the holder's passphrase. Neither key is ever written down, and neither can be read out of the
 * browser once it is in use.
 */

/** OWASP's number for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const ROUNDS = 600_000;

/** What lies on the disk of the key: useless without the passphrase. */
export interface Lock {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** The key in use. Both may be handed from tab to tab, and read by neither. */
export interface StoreKeys {
  readonly seal: CryptoKey;
  /** Names rows, so that not even ids of people stand on the disk. */
  readonly name: CryptoKey;
}

const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A new key behind a passphrase. */
export async function newLock(passphrase: string): Promise<{ lock: Lock; keys: StoreKeys }> {
  const salt = chance(16);
  const secret = chance(32);
  const outer = await keyOfPassphrase(passphrase, { salt, rounds: ROUNDS });
  const lock = { salt, rounds: ROUNDS, wrapped: await sealBytes(outer, 'key', secret) };
  return { lock, keys: await keysOf(secret) };
}

/** The key behind a lock, or null when this is not its passphrase. */
export async function openLock(passphrase: string, lock: Lock): Promise<StoreKeys | null> {
  const outer = await keyOfPassphrase(passphrase, lock);
  try {
    return await keysOf(await openBytes(outer, 'key', lock.wrapped));
  } catch {
    return null;
  }
}

/** Seals a value for one place; moved to another place it does not open. */
export async function seal(keys: StoreKeys, place: string, value: unknown) {
  return await sealBytes(keys.seal, place, bytesOf(JSON.stringify(value)));
}

/** @throws OperationError when the value was changed, or sealed by another key or for another place. */
export async function open(
  keys: StoreKeys,
  place: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await openBytes(keys.seal, place, sealed)));
}

/** A name that tells nothing to whoever has no key. */
export async function nameOf(keys: StoreKeys, text: string): Promise<string> {
  const mark = new Uint8Array(await crypto.subtle.sign('HMAC', keys.name, bytesOf(text)));
  return btoa(String.fromCharCode(...mark.subarray(0, 18)));
}

async function keyOfPassphrase(
  passphrase: string,
  { salt, rounds }: Pick<Lock, 'salt' | 'rounds'>,
): Promise<CryptoKey> {
  // Composed alike whatever the keyboard.
  const typed = bytesOf(passphrase.normalize('NFKC').trim());
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    key,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Both keys out of one secret of 32 bytes. */
export async function keysOf(secret: Uint8Array<ArrayBuffer>): Promise<StoreKeys> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const purpose = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: bytesOf(info),
  });
  const seal = { name: 'AES-GCM', length: 256 };
  const name = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return {
    seal: await crypto.subtle.deriveKey(purpose('seal'), key, seal, false, ['encrypt', 'decrypt']),
    name: await crypto.subtle.deriveKey(purpose('name'), key, name, false, ['sign']),
  };
}

const NONCE = 12;

async function sealBytes(key: CryptoKey, place: string, bytes: Uint8Array<ArrayBuffer>) {
  const iv = chance(NONCE);
  const additionalData = bytesOf(place);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  const whole = new Uint8Array(NONCE + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), NONCE);
  return whole;
}

async function openBytes(key: CryptoKey, place: string, sealed: Uint8Array<ArrayBuffer>) {
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.slice(0, NONCE), additionalData: bytesOf(place) },
    key,
    sealed.slice(NONCE),
  );
  return new Uint8Array(opened);
}
