import { hkdfSync } from 'node:crypto';

/** 32 bytes for one purpose (HKDF-SHA256, RFC 5869), so that a key leaked from one place opens nothing elsewhere. */
export function derivedKey(installationKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', installationKey, '', `tirek ${purpose}`, 32));
}
