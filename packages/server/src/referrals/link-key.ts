import { later, type NewLink } from '@tirek/domain/referrals';
import { type LinkHashes, type LinkKey, linkHashes, newLinkKey } from '../access/index.ts';
import type { KeyFor } from '../people/index.ts';

/** How long a link opens anything; whoever refers can make a new one. */
export const LINK_DAYS = 30;

const CODES = 'codes of referral links';

export const referralLinkHashes = (key: LinkKey, keyFor: KeyFor): LinkHashes =>
  linkHashes(key, keyFor(CODES));

/** A link, whose token stands behind `#` where neither a log nor a `Referer` header sees it, and a code that goes another way. */
export function newReferralLink(origin: string, now: string, keyFor: KeyFor): NewLink & LinkHashes {
  const { token, ...made } = newLinkKey(keyFor(CODES));
  return {
    ...made,
    ...{ url: `${origin}/app/referral#${token}`, expiresAt: later(now, LINK_DAYS * 24) },
  };
}
