import type { Family, FamilyMember } from '@tirek/domain/people';
import { calledName } from '@tirek/domain/people';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import type { Several } from '../../http/handler.ts';
import { type FamilyRow, listFamilyRowsById } from '../caseload/queries.ts';
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

/** Some families, as far as they are within reach. */
export const showFamilies: Several<{ familyId: string }, Family> = async (request, inputs) => {
  const { tx, actor, keyFor } = request;
  const ids = [...new Set(inputs.map(({ familyId }) => familyId))];
  const rows = await listFamilyRowsById(tx, accountOf(actor), ids);
  const families = new Map((await withMembers(tx, rows, keyFor)).map((each) => [each.id, each]));
  return inputs.map(({ familyId }) => {
    const family = families.get(familyId);
    return family ? { output: family, about: aboutFamily(family) } : null;
  });
};

/** Whom the log says a look at a family was about. */
export const aboutFamily = ({ id, members }: Family): string[] => [
  id,
  ...members.map(({ personId }) => personId),
];
