import {
  type Account,
  type AssignmentScope,
  type Invitation,
  SignInName,
} from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import * as z from 'zod/mini';
import { type AuditEntry, insertAuditEntry } from '../../db/audit-entries.ts';
import type { Database, Tx } from '../../db/database.ts';
import { asOwner } from '../../db/owner-transaction.ts';
import { setActor, setProgramme } from '../../db/request-transaction.ts';
import { problemOfConstraint } from '../../http/constraint-problems.ts';
import { nameSubject } from '../sign-in/attempt.ts';
import { newInvitation } from './invitation.ts';
import { listAccounts } from './list-accounts.ts';
import {
  type AccountRow,
  endAssignments,
  findAccountByName,
  insertAccount,
  insertAssignment,
  insertInvitation,
  setAccountClosed,
  takeSignInAway,
} from './queries.ts';

/**
 * What `tirek user` does. Whoever may run the program on its machine may do this; it is the way in for the first
 * administrator, and the way back in for the last one who has lost his telephone. Each act is a row of the audit log.
 */
const SHELL = { kind: 'system', job: 'tirek user' } as const;

export interface NewPerson {
  readonly signInName: string;
  readonly displayName: string;
  readonly language: 'kk' | 'ru' | 'en';
}

export interface Invited {
  readonly accountId: string;
  readonly invitation: Invitation;
}

export interface ShellWorld {
  /** Where the link leads, such as `https://tirek.example`. */
  readonly origin: string;
  /** UTC instant. */
  readonly now: string;
  readonly newId: () => string;
}

type KeyFor = (purpose: string) => Buffer;

/** The first technical administrator of a programme. @throws Problem as `addAccount`. */
export async function createFirstAdministrator(
  database: Database,
  person: NewPerson & { readonly programmeId: string },
  world: ShellWorld,
): Promise<Invited> {
  const assignments = [{ role: 'technical-administrator', region: null }] as const;
  return await addAccount(database, { ...person, assignments }, world);
}

/** An account with its roles and an invitation link. @throws Problem `sign-in-name-taken`, or `input-invalid` for a name or region. */
export async function addAccount(
  database: Database,
  person: NewPerson & {
    readonly programmeId: string;
    readonly assignments: readonly AssignmentScope[];
  },
  world: ShellWorld,
): Promise<Invited> {
  const { programmeId, assignments, displayName, language } = person;
  const signInName = z.safeParse(SignInName, person.signInName);
  if (!signInName.success) {
    throw new Problem('input-invalid', { places: [{ path: 'signInName', rule: 'format' }] });
  }
  return await inShell(database, programmeId, async (tx) => {
    const id = world.newId();
    const account = { id, programmeId, signInName: signInName.data, displayName, language };
    await insertAccount(tx, account, world.now);
    for (const { role, region } of assignments) {
      const assignment = { id: world.newId(), programmeId, accountId: id, role, region };
      await insertAssignment(tx, assignment, world.now);
    }
    return await invite(tx, id, world, { action: 'createAccount', programmeId });
  });
}

/** Every account of a programme with its roles and how it signs in; no secrets. */
export async function listAccountsOf(
  database: Database,
  programmeId: string,
  { now, keyFor }: { readonly now: string; readonly keyFor: KeyFor },
): Promise<Account[]> {
  return await inShell(database, programmeId, (tx) =>
    listAccounts(tx, { programmeId }, { now, keyFor }),
  );
}

/**
 * Takes password, second factors and sessions away and makes a new invitation link.
 * @throws Problem `not-found`, `account-closed`.
 */
export async function resetAccess(
  database: Database,
  { programmeId, signInName }: { readonly programmeId: string; readonly signInName: string },
  world: ShellWorld & { readonly keyFor: KeyFor },
): Promise<Invited> {
  return await inShell(database, programmeId, async (tx) => {
    const account = await getOpen(tx, programmeId, signInName);
    await takeSignInAway(tx, account.id, nameSubject(account.signInName, world.keyFor));
    return await invite(tx, account.id, world, { action: 'resetAccess', programmeId });
  });
}

/** Closes an account. @throws Problem `not-found`, `account-closed`, `last-administrator`. */
export async function closeAccount(
  database: Database,
  { programmeId, signInName }: { readonly programmeId: string; readonly signInName: string },
  world: { readonly now: string; readonly keyFor: KeyFor },
): Promise<void> {
  await inShell(database, programmeId, async (tx) => {
    const account = await getOpen(tx, programmeId, signInName);
    await endAssignments(tx, { programmeId }, { accountId: account.id }, world.now);
    await takeSignInAway(tx, account.id, nameSubject(account.signInName, world.keyFor));
    await setAccountClosed(tx, account.id, world.now);
    await told(tx, { action: 'closeAccount', programmeId, about: [account.id] });
  });
}

async function inShell<T>(
  database: Database,
  programmeId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await asOwner(database, async (tx) => {
      await setActor(tx, SHELL);
      await setProgramme(tx, programmeId);
      return await work(tx);
    });
  } catch (error) {
    throw problemOfConstraint(error);
  }
}

async function getOpen(tx: Tx, programmeId: string, signInName: string): Promise<AccountRow> {
  const account = await findAccountByName(tx, { programmeId }, signInName.trim().toLowerCase());
  if (!account) throw new Problem('not-found');
  if (account.closedAt !== null) throw new Problem('account-closed');
  return account;
}

async function invite(
  tx: Tx,
  accountId: string,
  { origin, now }: ShellWorld,
  entry: Pick<AuditEntry, 'action'> & { readonly programmeId: string },
): Promise<Invited> {
  const { tokenHash, link, expiresAt } = newInvitation(origin, now);
  await insertInvitation(tx, accountId, { tokenHash, expiresAt });
  await told(tx, { ...entry, about: [accountId] });
  return { accountId, invitation: { link, expiresAt } };
}

const told = (tx: Tx, entry: Omit<AuditEntry, 'effect'>): Promise<void> =>
  insertAuditEntry(tx, SHELL, { effect: 'write', ...entry });
