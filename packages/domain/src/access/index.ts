export { type Actor, may, type SignedInActor } from './actor.ts';
export {
  PERMISSIONS,
  type Permission,
  PROGRAMME_WIDE_ROLES,
  ROLE_PERMISSIONS,
} from './permissions.ts';
export { type Assignment, ROLES, type Role } from './roles.ts';
