import { createHmac } from 'node:crypto';
import { later, type NewLink } from '@tirek/domain/referrals';
import { hashToken, newToken } from '../access/index.ts';
import type { KeyFor } from '../people/index.ts';

/** How long a link opens anything; whoever refers can make a new one. */
export const LINK_DAYS = 30;
/** Wrong codes that a link bears, as in the database. */
export const LINK_TRIES = 5;

/** Of a code there are only a million: its hash is keyed, and bound to the token beside which it is asked. */
const hashCode = (code: string, tokenHash: Buffer, keyFor: KeyFor): Buffer =>
  createHmac('sha256', keyFor('codes of referral links')).update(tokenHash).update(code).digest();

/** What is compared with what is kept. */
export interface LinkHashes {
  readonly tokenHash: Buffer;
  readonly codeHash: Buffer;
}

export function linkHashes(
  { token, code }: { readonly token: string; readonly code: string },
  keyFor: KeyFor,
): LinkHashes {
  const tokenHash = hashToken(token);
  return { tokenHash, codeHash: hashCode(code, tokenHash, keyFor) };
}

/** A link, whose token stands behind `#` where neither a log nor a `Referer` header sees it, and a code that goes another way. */
export function newReferralLink(origin: string, now: string, keyFor: KeyFor): NewLink & LinkHashes {
  const token = newToken();
  // Six digits out of chance of their own: nothing about the token tells them.
  const code = String(hashToken(newToken()).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  return {
    ...{ url: `${origin}/app/referral#${token}`, code, expiresAt: later(now, LINK_DAYS * 24) },
    ...linkHashes({ token, code }, keyFor),
  };
}
