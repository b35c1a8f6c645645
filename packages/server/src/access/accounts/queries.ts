import type { AssignmentScope } from '@tirek/domain/access';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { PasswordRecord } from '../sign-in/password.ts';

/** Every question is asked within one programme. */
export interface InProgramme {
  readonly programmeId: string;
}

/** An account's own row as far as changes to it need it. */
export interface AccountRow {
  readonly id: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly language: string;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly lastSignInOn: string | null;
}

const accountColumns = [
  'id',
  'signInName',
  'displayName',
  'language',
  'createdAt',
  'closedAt',
  'lastSignInOn',
] as const;

/** An account of the actor's programme, or null for any other. */
export async function findAccount(
  tx: Tx,
  { programmeId }: InProgramme,
  id: string,
): Promise<AccountRow | null> {
  const row = await tx
    .selectFrom('account')
    .select(accountColumns)
    .where('id', '=', id)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst();
  return row ?? null;
}

/** The account of a programme that signs in under a name, or null. */
export async function findAccountByName(
  tx: Tx,
  { programmeId }: InProgramme,
  signInName: string,
): Promise<AccountRow | null> {
  const row = await tx
    .selectFrom('account')
    .select(accountColumns)
    .where('signInName', '=', signInName)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst();
  return row ?? null;
}

/** The accounts of the actor's programme by name, closed ones last. */
export async function listAccountRows(tx: Tx, { programmeId }: InProgramme): Promise<AccountRow[]> {
  return await tx
    .selectFrom('account')
    .select(accountColumns)
    .where('programmeId', '=', programmeId)
    .orderBy(sql`closed_at is not null`)
    .orderBy('displayName')
    .orderBy('id')
    .execute();
}

/** The assignments in force in the actor's programme, the oldest first. */
export async function listHeldAssignments(tx: Tx, { programmeId }: InProgramme) {
  return await tx
    .selectFrom('roleAssignment')
    .select(['id', 'accountId', 'role', 'regionCode', 'startsAt'])
    .where('programmeId', '=', programmeId)
    .where('endsAt', 'is', null)
    .orderBy('startsAt')
    .orderBy('role')
    .orderBy('regionCode')
    .execute();
}

export interface SignInState {
  readonly accountId: string;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
  readonly invitationExpiresAt: string | null;
}

/** How the accounts of the actor's programme sign in: states and counts. */
export async function listSignInStates(tx: Tx, now: string): Promise<SignInState[]> {
  const { rows } = await sql<SignInState>`select * from accounts_sign_in_state(${now})`.execute(tx);
  return rows;
}

/** Which of the subjects are locked out, and until when. */
export async function listLockOuts(
  tx: Tx,
  subjects: readonly Buffer[],
  now: string,
): Promise<{ subject: Buffer; lockedUntil: string }[]> {
  const { rows } = await sql<{ subject: Buffer; lockedUntil: string }>`
    select * from lock_outs(${[...subjects]}::bytea[], ${now})`.execute(tx);
  return rows;
}

export interface NewAccount {
  readonly id: string;
  readonly programmeId: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly language: string;
}

export async function insertAccount(tx: Tx, account: NewAccount, now: string): Promise<void> {
  await tx
    .insertInto('account')
    .values({ ...account, createdAt: now })
    .execute();
}

export interface NewAssignment extends AssignmentScope {
  readonly id: string;
  readonly programmeId: string;
  readonly accountId: string;
}

export async function insertAssignment(
  tx: Tx,
  { region, ...assignment }: NewAssignment,
  now: string,
): Promise<void> {
  await tx
    .insertInto('roleAssignment')
    .values({ ...assignment, regionCode: region, startsAt: now })
    .execute();
}

/** Ends one assignment in force, or all of an account; @returns whose they were. */
export async function endAssignments(
  tx: Tx,
  { programmeId }: InProgramme,
  which: { assignmentId: string } | { accountId: string },
  now: string,
): Promise<string[]> {
  const inForce = tx
    .updateTable('roleAssignment')
    .set({ endsAt: now })
    .where('programmeId', '=', programmeId)
    .where('endsAt', 'is', null);
  const chosen =
    'assignmentId' in which
      ? inForce.where('id', '=', which.assignmentId)
      : inForce.where('accountId', '=', which.accountId);
  const rows = await chosen.returning('accountId').execute();
  return rows.map(({ accountId }) => accountId);
}

/** True when the name was still the previous one. */
export async function renameAccount(
  tx: Tx,
  id: string,
  { displayName, previousDisplayName }: { displayName: string; previousDisplayName: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ displayName })
    .where('id', '=', id)
    .where('displayName', '=', previousDisplayName)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Closes an open account (`closedAt` an instant) or opens a closed one (null); false when there was none such. */
export async function setAccountClosed(
  tx: Tx,
  id: string,
  closedAt: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ closedAt })
    .where('id', '=', id)
    .where('closedAt', closedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends the account's sessions and takes away all it signs in with; false where the actor may not. */
export async function takeSignInAway(
  tx: Tx,
  accountId: string,
  nameSubject: Buffer,
): Promise<boolean> {
  const { rows } = await sql<{ isTaken: boolean }>`
    select take_sign_in_away(${accountId}, ${nameSubject}) as is_taken`.execute(tx);
  return rows[0]!.isTaken;
}

/** Keeps the hash of an invitation's token; false where the actor may not. */
export async function insertInvitation(
  tx: Tx,
  accountId: string,
  { tokenHash, expiresAt }: { tokenHash: Buffer; expiresAt: string },
): Promise<boolean> {
  const { rows } = await sql<{ isInvited: boolean }>`
    select invite(${accountId}, ${tokenHash}, ${expiresAt}) as is_invited`.execute(tx);
  return rows[0]!.isInvited;
}

/** An account with its roles, password and authenticator app, unless it is there. Only the owner may. */
export async function ensureReadyAccount(
  tx: Tx,
  account: NewAccount & {
    readonly assignments: readonly (AssignmentScope & { readonly id: string })[];
    readonly password: PasswordRecord;
    readonly sealedSecret: Buffer;
  },
  now: string,
): Promise<void> {
  const { id, programmeId, signInName, displayName, language, password, sealedSecret } = account;
  const { rows } =
    await sql`insert into account (id, programme_id, sign_in_name, display_name, language, created_at)
    values (${id}, ${programmeId}, ${signInName}, ${displayName}, ${language}, ${now})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return;
  for (const assignment of account.assignments) {
    await insertAssignment(tx, { ...assignment, programmeId, accountId: id }, now);
  }
  await tx
    .insertInto('accountPassword')
    .values({ accountId: id, ...password, setAt: now })
    .execute();
  await tx
    .insertInto('accountTotp')
    .values({ accountId: id, sealedSecret, lastStep: 0, addedAt: now })
    .execute();
}
