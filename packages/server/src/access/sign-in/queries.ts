import type { SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { AttemptSubjects } from './attempt.ts';
import type { PasswordCost, PasswordRecord } from './password.ts';

/** See `begin_attempt` in the migration: `lockedSeconds` -1 means that another attempt is being judged. */
export async function countAttempt(
  tx: Tx,
  { name, address }: AttemptSubjects,
  now: string,
): Promise<{ lockedSeconds: number; failedSeconds: number }> {
  const { rows } = await sql<{ lockedSeconds: number; failedSeconds: number }>`
    select * from begin_attempt(${name}, ${address}, ${now})`.execute(tx);
  return rows[0]!;
}

export async function refundAttempt(
  tx: Tx,
  { name, address }: AttemptSubjects,
  { isComplete }: { isComplete: boolean },
): Promise<void> {
  await sql`select attempt_was_right(${name}, ${address}, ${isComplete})`.execute(tx);
}

export interface Door extends PasswordCost {
  readonly accountId: string;
  readonly programmeId: string;
  readonly salt: Buffer;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
}

/** The account that can sign in under a name, with the salt of its password, or null. */
export async function findDoor(tx: Tx, signInName: string): Promise<Door | null> {
  const { rows } = await sql<Door>`select * from sign_in_door(${signInName})`.execute(tx);
  return rows[0] ?? null;
}

/** Asked with `accountId` null too, so that an unknown name takes the same steps. */
export async function passwordMatches(
  tx: Tx,
  accountId: string | null,
  verifier: Buffer,
): Promise<boolean> {
  const { rows } = await sql<{ matches: boolean }>`
    select password_matches(${accountId}, ${verifier}) as matches`.execute(tx);
  return rows[0]!.matches;
}

/** What a session may know of its own holder, and by what the holder can go on. */
export interface OwnSession {
  readonly signInName: string;
  readonly displayName: string;
  readonly language: 'kk' | 'ru' | 'en';
  readonly programmeId: string;
  readonly programmeCode: string;
  readonly programmeName: Record<string, string>;
  readonly expiresAt: string;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
  readonly salt: Buffer;
  readonly memoryKib: number;
  readonly passes: number;
}

/** The session that asks, as the transaction knows it; null when it ended in the instant since it was identified. */
export async function findOwnSession(tx: Tx): Promise<OwnSession | null> {
  const { rows } = await sql<OwnSession>`select * from own_session()`.execute(tx);
  return rows[0] ?? null;
}

/** The same where nothing can go on without it. @throws Problem `not-signed-in` when it ended meanwhile. */
export async function getOwnSession(tx: Tx): Promise<OwnSession> {
  const own = await findOwnSession(tx);
  if (!own) throw new Problem('not-signed-in');
  return own;
}

export interface NewSession {
  readonly id: string;
  readonly accountId: string;
  readonly tokenHash: Buffer;
  readonly awaited: 'second-factor' | 'set-up' | null;
  readonly device: string;
  readonly expiresAt: string;
}

export async function openSession(tx: Tx, session: NewSession, now: string): Promise<void> {
  await sql`select open_session(${session.id}, ${session.accountId}, ${session.tokenHash}, ${session.awaited},
    ${session.device}, ${session.expiresAt}, ${now})`.execute(tx);
}

/** Turns a half session into a full one under a new token; false when it was not half any more. */
export async function finishSession(
  tx: Tx,
  { tokenHash, expiresAt }: { tokenHash: Buffer; expiresAt: string },
  now: string,
): Promise<boolean> {
  const { rows } = await sql<{ isFinished: boolean }>`
    select finish_session(${tokenHash}, ${expiresAt}, ${now}) as is_finished`.execute(tx);
  return rows[0]!.isFinished;
}

export async function lockSession(tx: Tx): Promise<void> {
  await sql`select lock_session()`.execute(tx);
}

export async function proveSession(tx: Tx, now: string): Promise<void> {
  await sql`select prove_session(${now})`.execute(tx);
}

/** Ends the session that a token opens, if any. */
export async function endSessionOfToken(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`select end_this_session(${tokenHash})`.execute(tx);
}

/** The holder's sessions that are alive, the one used last first. */
export async function listSessions(tx: Tx, actor: SignedInActor, now: string) {
  const rows = await tx
    .selectFrom('accountSession')
    .select(['id', 'device', 'startedAt', 'lastUsedAt', 'awaited'])
    .where('accountId', '=', actor.accountId)
    .where('expiresAt', '>', now)
    .where('lastUsedAt', '>', sql<string>`${now}::timestamptz - interval '30 minutes'`)
    .orderBy('lastUsedAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ awaited, ...session }) => ({
    ...session,
    isThisOne: session.id === actor.sessionId,
    isLocked: awaited === 'unlock',
  }));
}

/** Ends sessions of one's own: one by its id, or all but this one. @returns how many. */
export async function endOwnSessions(
  tx: Tx,
  actor: SignedInActor,
  which: { id: string } | 'others',
): Promise<number> {
  const own = tx.deleteFrom('accountSession').where('accountId', '=', actor.accountId);
  const chosen =
    which === 'others' ? own.where('id', '<>', actor.sessionId) : own.where('id', '=', which.id);
  return Number((await chosen.executeTakeFirst()).numDeletedRows);
}

/** Ends everything that is under way for everybody: in a restored database nobody goes on where he was. Needs the owner. */
export async function endEverySession(tx: Tx): Promise<void> {
  await tx.deleteFrom('accountSession').execute();
  await tx.deleteFrom('passkeyChallenge').execute();
}

/** False without a fresh proof. Ends all other sessions of the account. */
export async function changeOwnPassword(
  tx: Tx,
  password: PasswordRecord,
  now: string,
): Promise<boolean> {
  const { rows } = await sql<{ isChanged: boolean }>`
    select change_own_password(${password.salt}, ${password.memoryKib}, ${password.passes}, ${password.verifier}, ${now})
      as is_changed`.execute(tx);
  return rows[0]!.isChanged;
}

/** False unless fully signed in. */
export async function changeOwnLanguage(tx: Tx, language: string): Promise<boolean> {
  const { rows } = await sql<{ isChanged: boolean }>`
    select change_own_language(${language}) as is_changed`.execute(tx);
  return rows[0]!.isChanged;
}

/** Who an invitation is for, or null when its token is wrong, used or expired. */
export async function findInvitation(tx: Tx, tokenHash: Buffer, now: string) {
  const { rows } = await sql<{
    signInName: string;
    displayName: string;
    language: 'kk' | 'ru' | 'en';
    programmeName: Record<string, string>;
  }>`select * from find_invitation(${tokenHash}, ${now})`.execute(tx);
  return rows[0] ?? null;
}

/** Uses an invitation up and sets the password; null when somebody was quicker or it has expired. */
export async function takeInvitation(
  tx: Tx,
  {
    tokenHash,
    password,
    language,
  }: { tokenHash: Buffer; password: PasswordRecord; language: string },
  now: string,
): Promise<{ accountId: string; programmeId: string } | null> {
  const { rows } = await sql<{ accountId: string; programmeId: string }>`
    select * from take_invitation(${tokenHash}, ${password.salt}, ${password.memoryKib}, ${password.passes},
      ${password.verifier}, ${language}, ${now})`.execute(tx);
  return rows[0] ?? null;
}
