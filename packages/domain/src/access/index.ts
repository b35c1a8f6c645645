export {
  Account,
  AssignmentScope,
  HeldAssignment,
  Invitation,
  RegionCode,
  SignInName,
} from './account.ts';
export { type Actor, type Awaited, may, type SignedInActor } from './actor.ts';
export { actorOfSession } from './actor-of-session.ts';
export { accessContract } from './contract.ts';
export { LINK_KEY } from './link-key.ts';
export {
  Passkey,
  PasskeyAssertion,
  PasskeyOptions,
  PasskeyRegistration,
} from './passkey.ts';
export {
  normalPassword,
  PASSWORD_MAX_LENGTH,
  PASSWORD_MIN_LENGTH,
  type PasswordHolder,
  type PasswordWeakness,
  passwordWeakness,
} from './password-weakness.ts';
export {
  PERMISSIONS,
  type Permission,
  PROGRAMME_WIDE_ROLES,
  ROLE_PERMISSIONS,
} from './permissions.ts';
export { type Assignment, ROLES, type Role } from './roles.ts';
export { SecondFactorMethod, Session, SessionState } from './session.ts';
export {
  HALF_SESSION_MINUTES,
  LOCK_AFTER_MINUTES,
  PROOF_MINUTES,
  SESSION_IDLE_MINUTES,
  SESSION_LIFE_HOURS,
} from './session-limits.ts';
export {
  PasswordAnswer,
  ProofAnswer,
  SetUpAnswer,
  SignedInAnswer,
} from './sign-in-answers.ts';
