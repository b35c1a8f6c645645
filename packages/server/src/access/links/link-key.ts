import { createHmac } from 'node:crypto';
import { hashToken, newToken } from '../sign-in/session-token.ts';

/** Wrong codes that a link bears, as in the database. */
export const LINK_TRIES = 5;

/** A link's token, and the six digits that were told by another way. */
export interface LinkKey {
  readonly token: string;
  readonly code: string;
}

/** What is kept of both, and compared. */
export interface LinkHashes {
  readonly tokenHash: Buffer;
  readonly codeHash: Buffer;
}

/** Of a code there are only a million: its hash is keyed, and bound to the token beside which it is asked. */
export function linkHashes({ token, code }: LinkKey, key: Buffer): LinkHashes {
  const tokenHash = hashToken(token);
  return { tokenHash, codeHash: createHmac('sha256', key).update(tokenHash).update(code).digest() };
}

/** For an address of ours that somebody without an account opens; `key` is one of the installation, for this kind of link alone. */
export function newLinkKey(key: Buffer): LinkKey & LinkHashes {
  const token = newToken();
  // Six digits out of chance of their own: nothing about the token tells them.
  const code = String(hashToken(newToken()).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  return { token, code, ...linkHashes({ token, code }, key) };
}
