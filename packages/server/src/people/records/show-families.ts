import type { Family, FamilyMember } from '@tirek/domain/people';
import { calledName } from '@tirek/domain/people';
import type { Tx } from '../../db/database.ts';
import type { FamilyRow } from '../caseload/queries.ts';
import { listNewestIdentities } from '../vault/queries.ts';
import { type KeyFor, openIdentity } from '../vault/sealed-identity.ts';
import { listMembers } from './queries.ts';

/** Families with their members of today under the names they are called by. */
export async function withMembers(
  tx: Tx,
  rows: readonly FamilyRow[],
  keyFor: KeyFor,
): Promise<Family[]> {
  const members = await listMembers(
    tx,
    rows.map(({ id }) => id),
  );
  const sealed = await listNewestIdentities(tx, [
    ...new Set(members.map(({ personId }) => personId)),
  ]);
  const identities = new Map(sealed.map((row) => [row.personId, openIdentity(row, keyFor)]));
  const byFamily = Map.groupBy(members, ({ familyId }) => familyId);
  return rows.map((row) => ({
    ...row,
    members: (byFamily.get(row.id) ?? []).map(({ id, personId, sex, from }): FamilyMember => {
      const identity = identities.get(personId);
      return {
        id,
        personId,
        sex,
        from,
        name: identity ? calledName(identity) : null,
        birth: identity?.birth ?? null,
      };
    }),
  }));
}
