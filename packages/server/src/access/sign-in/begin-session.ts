import { HALF_SESSION_MINUTES, SESSION_LIFE_HOURS } from '@tirek/domain/access';
import type { Tx } from '../../db/database.ts';
import { endSessionOfToken, finishSession, openSession } from './queries.ts';
import { hashToken, newToken } from './session-token.ts';

interface Asking {
  readonly tx: Tx;
  readonly now: string;
  readonly newId: () => string;
  readonly sessionToken: string | null;
  setSession(token: string | null): void;
}

const laterBy = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString();

/**
 * Opens a session under a token of its own, whatever token the browser came with (a planted one stays worthless), and ends
 * the one the browser had.
 */
export async function beginSession(
  { tx, now, newId, sessionToken, setSession }: Asking,
  opened: {
    readonly accountId: string;
    readonly awaited: 'second-factor' | 'set-up' | null;
    readonly device: string;
  },
): Promise<void> {
  if (sessionToken) await endSessionOfToken(tx, hashToken(sessionToken));
  const token = newToken();
  const life = opened.awaited === null ? SESSION_LIFE_HOURS * 60 : HALF_SESSION_MINUTES;
  await openSession(
    tx,
    { id: newId(), tokenHash: hashToken(token), expiresAt: laterBy(now, life), ...opened },
    now,
  );
  setSession(token);
}

/** Completes a half session under a new token: whoever learnt the half one holds nothing. False when it was not half. */
export async function completeSession({ tx, now, setSession }: Asking): Promise<boolean> {
  const token = newToken();
  const expiresAt = laterBy(now, SESSION_LIFE_HOURS * 60);
  const isFinished = await finishSession(tx, { tokenHash: hashToken(token), expiresAt }, now);
  if (isFinished) setSession(token);
  return isFinished;
}
