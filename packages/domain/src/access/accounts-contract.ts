import * as z from 'zod/mini';
import { endpoint, Id, Nothing } from '../contract.ts';
import {
  Account,
  AccountLanguage,
  AssignmentScope,
  DisplayName,
  Invitation,
  SignInName,
} from './account.ts';

const OfAccount = z.object({ id: Id, accountId: Id });
const Invited = z.object({ accountId: Id, invitation: Invitation });

/**
 * Other people's accounts. Nobody gives a role to himself, closes or resets himself (`own-account`), and the programme's last
 * technical administrator stays (`last-administrator`). Whatever changes here holds at the next request of every session.
 */
export const accountsContract = {
  /** Every account of the programme by display name, closed ones last. */
  listAccounts: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/accounts',
    permission: 'account.read',
    input: Nothing,
    output: z.object({ accounts: z.array(Account) }),
    audit: 'read',
  }),
  /**
   * Makes an account and its invitation link. `id` becomes the account's own id. @throws `sign-in-name-taken`.
   * Repeating it is answered `already-done` (the link is shown once): `resetAccess` makes another.
   */
  createAccount: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/accounts',
    permission: 'account.manage',
    input: z.object({
      id: Id,
      signInName: SignInName,
      displayName: DisplayName,
      language: AccountLanguage,
      assignments: z.array(AssignmentScope).check(z.maxLength(20)),
    }),
    output: Invited,
    audit: 'write',
    isSecret: true,
  }),
  /** `previousDisplayName` is the name the change was based on; @throws `changed-meanwhile` when it is another by now. */
  renameAccount: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/accounts/:accountId/name',
    permission: 'account.manage',
    input: z.object({
      id: Id,
      accountId: Id,
      displayName: DisplayName,
      previousDisplayName: z.string(),
    }),
    output: Nothing,
    audit: 'write',
  }),
  /**
   * Ends every session of the account, takes its password, second factors, recovery codes and lock-out away, and makes a new
   * invitation link; an earlier link stops working. Also the way to invite again. @throws `own-account`, `account-closed`.
   */
  resetAccess: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/accounts/:accountId/reset',
    permission: 'account.manage',
    input: OfAccount,
    output: Invited,
    audit: 'write',
    isSecret: true,
  }),
  /** Ends the account's sessions, assignments and invitation. @throws `own-account`, `last-administrator`, `account-closed`. */
  closeAccount: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/accounts/:accountId/close',
    permission: 'account.manage',
    input: OfAccount,
    output: Nothing,
    audit: 'write',
  }),
  /** Opens a closed account again, without roles, with a new invitation. @throws `not-found` when it is not closed. */
  reopenAccount: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/accounts/:accountId/reopen',
    permission: 'account.manage',
    input: OfAccount,
    output: Invited,
    audit: 'write',
    isSecret: true,
  }),
  /** `id` becomes the assignment's id. @throws `own-account`, `role-already-held`, `account-closed`. */
  addAssignment: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/accounts/:accountId/assignments',
    permission: 'account.manage',
    input: z.object({ id: Id, accountId: Id, assignment: AssignmentScope }),
    output: Nothing,
    audit: 'write',
  }),
  /** @throws `last-administrator`, `not-found` when the assignment is not in force. */
  endAssignment: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/assignments/:assignmentId/end',
    permission: 'account.manage',
    input: z.object({ id: Id, assignmentId: Id }),
    output: Nothing,
    audit: 'write',
  }),
};
