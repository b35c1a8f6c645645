import { createHash, randomBytes } from 'node:crypto';

/**
 * A secret that somebody carries: a session's cookie or an invitation link. 32 random bytes as base64url (43 characters).
 * Made here and not passed in: no caller may have a reason to choose one.
 */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. Plain sha-256 is enough: 256 random bits cannot be guessed from their hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
