import type { SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

export type ChallengePurpose = 'sign-in' | 'second-factor' | 'unlock' | 'set-up';

/** All `put…` and `confirm…` answer false without a fresh proof; see `may_change_sign_in` in the migration. */
export async function putTotpDraft(tx: Tx, sealed: Buffer, now: string): Promise<boolean> {
  const { rows } = await sql<{ isPut: boolean }>`
    select put_totp_draft(${sealed}, ${now}) as is_put`.execute(tx);
  return rows[0]!.isPut;
}

/** The sealed secret of the actor's authenticator app, or of the one being set up. */
export async function findOwnTotp(
  tx: Tx,
  which: 'confirmed' | 'draft',
  now: string,
): Promise<Buffer | null> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select own_totp(${which === 'draft'}, ${now}) as sealed`.execute(tx);
  return rows[0]!.sealed;
}

export async function confirmTotpDraft(tx: Tx, step: number, now: string): Promise<boolean> {
  const { rows } = await sql<{ isConfirmed: boolean }>`
    select confirm_totp_draft(${step}, ${now}) as is_confirmed`.execute(tx);
  return rows[0]!.isConfirmed;
}

/** False when a code of this step or a later one was taken before. */
export async function useTotpStep(tx: Tx, step: number): Promise<boolean> {
  const { rows } = await sql<{ isFresh: boolean }>`
    select use_totp_step(${step}) as is_fresh`.execute(tx);
  return rows[0]!.isFresh;
}

export async function putRecoveryCodes(
  tx: Tx,
  hashes: readonly Buffer[],
  now: string,
): Promise<boolean> {
  const { rows } = await sql<{ isPut: boolean }>`
    select put_recovery_codes(${[...hashes]}::bytea[], ${now}) as is_put`.execute(tx);
  return rows[0]!.isPut;
}

export async function useRecoveryCode(tx: Tx, hash: Buffer, now: string): Promise<boolean> {
  const { rows } = await sql<{ isFresh: boolean }>`
    select use_recovery_code(${hash}, ${now}) as is_fresh`.execute(tx);
  return rows[0]!.isFresh;
}

interface Challenge {
  readonly hash: Buffer;
  readonly purpose: ChallengePurpose;
}

/** @throws Problem `not-allowed` where the session is not in the state for this ceremony. */
export async function putChallenge(tx: Tx, { hash, purpose }: Challenge, now: string) {
  const { rows } = await sql<{ isPut: boolean }>`
    select put_passkey_challenge(${hash}, ${purpose}, ${now}) as is_put`.execute(tx);
  if (!rows[0]!.isPut) throw new Problem('not-allowed');
}

/** True once, within five minutes, for the same purpose and session. */
export async function takeChallenge(
  tx: Tx,
  { hash, purpose }: Challenge,
  now: string,
): Promise<boolean> {
  const { rows } = await sql<{ isTaken: boolean }>`
    select take_passkey_challenge(${hash}, ${purpose}, ${now}) as is_taken`.execute(tx);
  return rows[0]!.isTaken;
}

export interface FoundPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly programmeId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly recoveryCodesLeft: number;
}

export async function findPasskey(tx: Tx, credentialId: Buffer): Promise<FoundPasskey | null> {
  const { rows } = await sql<FoundPasskey>`select * from find_passkey(${credentialId})`.execute(tx);
  return rows[0] ?? null;
}

/** The actor's passkeys as a browser names them. */
export async function listOwnCredentials(tx: Tx): Promise<{ id: string; transports: string[] }[]> {
  const { rows } = await sql<{ credentialId: Buffer; transports: string[] }>`
    select * from own_passkey_credentials()`.execute(tx);
  return rows.map(({ credentialId, transports }) => ({
    id: credentialId.toString('base64url'),
    transports,
  }));
}

/** False when the authenticator's counter did not rise: a copy of it may be about. */
export async function usePasskey(
  tx: Tx,
  { id, counter }: { id: string; counter: number },
  now: string,
): Promise<boolean> {
  const { rows } = await sql<{ isFresh: boolean }>`
    select use_passkey(${id}, ${counter}, ${now}) as is_fresh`.execute(tx);
  return rows[0]!.isFresh;
}

export interface NewPasskey {
  readonly id: string;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly label: string;
}

export async function addPasskey(tx: Tx, passkey: NewPasskey, now: string): Promise<boolean> {
  const { rows } = await sql<{ isAdded: boolean }>`
    select add_passkey(${passkey.id}, ${passkey.credentialId}, ${passkey.publicKey}, ${passkey.counter},
      ${[...passkey.transports]}::text[], ${passkey.label}, ${now}) as is_added`.execute(tx);
  return rows[0]!.isAdded;
}

/** The actor's authenticator app and how many recovery codes are left; nothing unless fully signed in. */
export async function readOwnFactors(tx: Tx) {
  const { rows } = await sql<{ totpAddedAt: string | null; recoveryCodesLeft: number }>`
    select * from own_second_factors()`.execute(tx);
  return rows[0]!;
}

/** The actor's own passkeys, the oldest first. */
export async function listPasskeys(tx: Tx, actor: SignedInActor) {
  return await tx
    .selectFrom('accountPasskey')
    .select(['id', 'label', 'addedAt', 'lastUsedAt'])
    .where('accountId', '=', actor.accountId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
}

/** Takes a passkey away, or the authenticator app with null. After `last-second-factor` the caller must roll back. */
export async function removeFactor(tx: Tx, passkeyId: string | null, now: string) {
  const { rows } = await sql<{
    outcome: 'removed' | 'not-found' | 'last-second-factor' | 'proof-needed';
  }>`select remove_factor(${passkeyId}, ${now}) as outcome`.execute(tx);
  return rows[0]!.outcome;
}

/** Whether this session may change how its holder signs in; see `may_change_sign_in` in the migration. */
export async function mayChangeSignIn(tx: Tx, now: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_change_sign_in(${now}) as may`.execute(
    tx,
  );
  return rows[0]!.may;
}
