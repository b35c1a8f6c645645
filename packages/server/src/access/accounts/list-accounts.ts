import type { Account, Role } from '@tirek/domain/access';
import type { Tx } from '../../db/database.ts';
import { nameSubject } from '../sign-in/attempt.ts';
import {
  type AccountRow,
  type InProgramme,
  listAccountRows,
  listHeldAssignments,
  listLockOuts,
  listSignInStates,
  type SignInState,
} from './queries.ts';

const dayOf = (instant: string): string => instant.slice(0, 10);

/** Accounts with their roles and the state of their sign-in, put together from four short questions. */
export async function listAccounts(
  tx: Tx,
  actor: InProgramme,
  { now, keyFor }: { now: string; keyFor: (purpose: string) => Buffer },
): Promise<Account[]> {
  const rows = await listAccountRows(tx, actor);
  const held = Map.groupBy(await listHeldAssignments(tx, actor), (one) => one.accountId);
  const states = new Map((await listSignInStates(tx, now)).map((one) => [one.accountId, one]));
  const subjects = rows.map((row) => nameSubject(row.signInName, keyFor));
  const lockOuts = new Map(
    (await listLockOuts(tx, subjects, now)).map((one) => [
      one.subject.toString('hex'),
      one.lockedUntil,
    ]),
  );
  return rows.map((row, at) => ({
    id: row.id,
    signInName: row.signInName,
    displayName: row.displayName,
    language: row.language as Account['language'],
    state: stateOf(row, states.get(row.id)),
    createdOn: dayOf(row.createdAt),
    closedOn: row.closedAt && dayOf(row.closedAt),
    lastSignInOn: row.lastSignInOn,
    secondFactor: {
      hasTotp: states.get(row.id)?.hasTotp ?? false,
      passkeys: states.get(row.id)?.passkeys ?? 0,
      recoveryCodesLeft: states.get(row.id)?.recoveryCodesLeft ?? 0,
    },
    invitationExpiresAt: states.get(row.id)?.invitationExpiresAt ?? null,
    lockedOutUntil: lockOuts.get(subjects[at]?.toString('hex') ?? '') ?? null,
    assignments: (held.get(row.id) ?? []).map((one) => ({
      id: one.id,
      role: one.role as Role,
      region: one.regionCode,
      startedOn: dayOf(one.startsAt),
    })),
  }));
}

function stateOf(row: AccountRow, signIn: SignInState | undefined): Account['state'] {
  if (row.closedAt !== null) return 'closed';
  return signIn?.hasPassword ? 'active' : 'invited';
}
