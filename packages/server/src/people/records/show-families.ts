import type { Family, FamilyMember } from '@tirek/domain/people';
import { calledName } from '@tirek/domain/people';
import type { Tx } from '../../db/database.ts';
import type { FamilyRow } from '../caseload/queries.ts';
import { openIdentitiesOf } from '../merging/open-as-one.ts';
import type { KeyFor } from '../vault/sealed-identity.ts';
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
  const people = [...new Set(members.map(({ personId }) => personId))];
  const identities = await openIdentitiesOf(tx, people, keyFor);
  const byFamily = Map.groupBy(members, ({ familyId }) => familyId);
  return rows.map(({ holderId: _, ...row }) => ({
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
