export {
  addAccount,
  closeAccount,
  createFirstAdministrator,
  type Invited,
  listAccountsOf,
  type NewPerson,
  resetAccess,
  type ShellWorld,
} from './accounts/from-the-shell.ts';
export { ensureReadyAccounts, type ReadyPerson } from './accounts/ready-accounts.ts';
export { identify } from './identify.ts';
export {
  LINK_TRIES,
  type LinkHashes,
  type LinkKey,
  linkHashes,
  newLinkKey,
} from './links/link-key.ts';
export { accessRoutes } from './routes.ts';
export { base32, totpCode, totpStep } from './second-factors/totp.ts';
export type { PasswordCost } from './sign-in/password.ts';
export { endEverySession } from './sign-in/queries.ts';
export { hashToken, newToken } from './sign-in/session-token.ts';
