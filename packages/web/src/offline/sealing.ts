/**
 * What lies on the device is sealed with AES-256-GCM under a key that is made once, at random, and lies there only behind locks
 * (`locks.ts`). It is never written down, and cannot be read out of the browser once it is in use.
 */

/** The key in use. Both may be handed from tab to tab, and read by neither. */
export interface StoreKeys {
  readonly seal: CryptoKey;
  /** Names rows, so that not even ids of people stand on the disk. */
  readonly name: CryptoKey;
}

export const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
export const bytesOf = (text: string) => new TextEncoder().encode(text);

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

export async function sealBytes(key: CryptoKey, place: string, bytes: Uint8Array<ArrayBuffer>) {
  const iv = chance(NONCE);
  const additionalData = bytesOf(place);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  const whole = new Uint8Array(NONCE + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), NONCE);
  return whole;
}

export async function openBytes(
  key: CryptoKey,
  place: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.slice(0, NONCE), additionalData: bytesOf(place) },
    key,
    sealed.slice(NONCE),
  );
  return new Uint8Array(opened);
}
