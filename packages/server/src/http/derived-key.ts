import { hkdfSync } from 'node:crypto';

/** What was derived already: a search opens two hundred people, and deriving the vault's key anew for each took longer than that. */
const known = new WeakMap<Buffer, Map<string, Buffer>>();

/**
 * 32 bytes for one purpose (HKDF-SHA256, RFC 5869), so that a key leaked from one place opens nothing elsewhere. Derived once as long
 * as the installation key is in use; purposes are few, none names a person.
 */
export function derivedKey(installationKey: Buffer, purpose: string): Buffer {
  const keys = known.get(installationKey) ?? new Map<string, Buffer>();
  known.set(installationKey, keys);
  const key =
    keys.get(purpose) ??
    Buffer.from(hkdfSync('sha256', installationKey, '', `tirek ${purpose}`, 32));
  keys.set(purpose, key);
  return key;
}
