import { type Actor, type Permission, ROLE_PERMISSIONS } from '../access/index.ts';

/**
 * Whether the actor may act on what is about these regions: in the whole programme, or because each of them is hers. What is about
 * no region is about all of them.
 */
export function mayInRegions(
  actor: Actor,
  permission: Permission,
  regions: readonly string[],
): boolean {
  if (actor.kind !== 'account' || !actor.isFullySignedIn) return false;
  const held = actor.assignments.filter(({ role }) => ROLE_PERMISSIONS[role].includes(permission));
  return (
    held.some(({ region }) => region === null) ||
    (regions.length > 0 && regions.every((code) => held.some(({ region }) => region === code)))
  );
}
