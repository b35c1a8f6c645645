import type { Invitation } from '@tirek/domain/access';
import { hashToken, newToken } from '../sign-in/session-token.ts';

/** How long a person has to use the link. */
export const INVITATION_HOURS = 72;

/** An invitation before it is stored: the link to show once, and what is kept of it. */
export interface NewInvitation extends Invitation {
  readonly tokenHash: Buffer;
}

/** Makes the link of an invitation; the token stands behind `#`, where neither a log nor a `Referer` header sees it. */
export function newInvitation(origin: string, now: string): NewInvitation {
  const token = newToken();
  return {
    link: `${origin}/app/invitation#${token}`,
    tokenHash: hashToken(token),
    expiresAt: new Date(Date.parse(now) + INVITATION_HOURS * 3_600_000).toISOString(),
  };
}
