import type { accessContract, SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers, Request } from '../../http/handler.ts';
import { nameSubject } from '../sign-in/attempt.ts';
import { newInvitation } from './invitation.ts';
import { listAccounts } from './list-accounts.ts';
import {
  type AccountRow,
  endAssignments,
  findAccount,
  insertAccount,
  insertAssignment,
  insertInvitation,
  renameAccount,
  setAccountClosed,
  takeSignInAway,
} from './queries.ts';

type AccountHandlers = Pick<
  Handlers<typeof accessContract>,
  | 'listAccounts'
  | 'createAccount'
  | 'renameAccount'
  | 'resetAccess'
  | 'closeAccount'
  | 'reopenAccount'
  | 'addAssignment'
  | 'endAssignment'
>;

/** Other people's accounts. Sessions are asked for their roles at every request, so every change holds at once. */
export const accountHandlers: AccountHandlers = {
  async listAccounts({ tx, actor, now, about, keyFor }) {
    const accounts = await listAccounts(tx, accountOf(actor), { now, keyFor });
    about([], { accounts: accounts.length });
    return { accounts };
  },

  async createAccount(request) {
    const { tx, actor, input, now, newId, about } = request;
    const { programmeId } = accountOf(actor);
    const { id, assignments, ...account } = input;
    about([id], { roles: rolesOf(assignments) });
    await insertAccount(tx, { id, programmeId, ...account }, now);
    for (const scope of assignments) {
      await insertAssignment(tx, { id: newId(), programmeId, accountId: id, ...scope }, now);
    }
    return await invite(request, id);
  },

  async renameAccount({ tx, actor, input, about }) {
    const { id } = await getOther(tx, accountOf(actor), input.accountId);
    about([id]);
    if (!(await renameAccount(tx, id, input))) throw new Problem('changed-meanwhile');
    return {};
  },

  async resetAccess(request) {
    const account = await getOpen(request);
    request.about([account.id]);
    await takeAway(request, account);
    return await invite(request, account.id);
  },

  async closeAccount(request) {
    const { tx, actor, now, about } = request;
    const account = await getOpen(request);
    about([account.id]);
    await endAssignments(tx, accountOf(actor), { accountId: account.id }, now);
    await takeAway(request, account);
    if (!(await setAccountClosed(tx, account.id, now))) throw new Problem('not-allowed');
    return {};
  },

  async reopenAccount(request) {
    const { tx, actor, input, about } = request;
    const account = await getOther(tx, accountOf(actor), input.accountId);
    about([account.id]);
    if (!(await setAccountClosed(tx, account.id, null))) throw new Problem('not-found');
    return await invite(request, account.id);
  },

  async addAssignment(request) {
    const { tx, actor, input, now, about } = request;
    const { programmeId } = accountOf(actor);
    const { id: accountId } = await getOpen(request);
    const { id, assignment } = input;
    about([accountId, id], { roles: rolesOf([assignment]) });
    await insertAssignment(tx, { id, programmeId, accountId, ...assignment }, now);
    return {};
  },

  async endAssignment({ tx, actor, input, now, about }) {
    const { assignmentId } = input;
    const [accountId] = await endAssignments(tx, accountOf(actor), { assignmentId }, now);
    if (!accountId) throw new Problem('not-found');
    about([accountId, assignmentId]);
    return {};
  },
};

/** Roles and regions as the audit log tells them: `practitioner@KZ-75 trainer`. */
const rolesOf = (assignments: readonly { role: string; region: string | null }[]): string =>
  assignments.map(({ role, region }) => (region ? `${role}@${region}` : role)).join(' ');

/** @throws Problem `own-account`, or `not-found` for an account the actor may not see. */
async function getOther(
  tx: Request<unknown>['tx'],
  actor: SignedInActor,
  accountId: string,
): Promise<AccountRow> {
  if (accountId === actor.accountId) throw new Problem('own-account');
  const account = await findAccount(tx, actor, accountId);
  if (!account) throw new Problem('not-found');
  return account;
}

/** @throws Problem `own-account`, `not-found` or `account-closed`. */
async function getOpen({ tx, actor, input }: Request<{ accountId: string }>): Promise<AccountRow> {
  const account = await getOther(tx, accountOf(actor), input.accountId);
  if (account.closedAt !== null) throw new Problem('account-closed');
  return account;
}

async function takeAway({ tx, keyFor }: Request<unknown>, account: AccountRow): Promise<void> {
  const isTaken = await takeSignInAway(tx, account.id, nameSubject(account.signInName, keyFor));
  if (!isTaken) throw new Problem('not-allowed');
}

async function invite({ tx, origin, now }: Request<unknown>, accountId: string) {
  const { link, expiresAt, tokenHash } = newInvitation(origin, now);
  if (!(await insertInvitation(tx, accountId, { tokenHash, expiresAt }))) {
    throw new Problem('not-allowed');
  }
  return { accountId, invitation: { link, expiresAt } };
}
