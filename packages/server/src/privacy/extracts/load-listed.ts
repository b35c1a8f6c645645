import type { SignedInActor } from '@tirek/domain/access';
import { calledName } from '@tirek/domain/people';
import type { ExtractPurpose, ListedPerson } from '@tirek/domain/privacy/extracts';
import { Problem } from '@tirek/domain/problem';
import { loadStandings } from '../../cases/index.ts';
import type { Tx } from '../../db/database.ts';
import { type KeyFor, listFamilyRows, openIdentitiesOf, withMembers } from '../../people/index.ts';
import { listAgreedTo } from './queries.ts';

/** Who comes into a list, and how many do not. */
export interface Listed {
  readonly rows: readonly ListedPerson[];
  readonly people: readonly string[];
  readonly noConsent: number;
  readonly erased: number;
}

/**
 * The members of some families as a list has them: whoever agreed to the purpose.
 * @throws Problem `not-found` where one of the families is not within the actor's own reach; open in an emergency is not enough.
 */
export async function loadListed(
  { tx, actor, keyFor, today }: { tx: Tx; actor: SignedInActor; keyFor: KeyFor; today: string },
  { families: wanted, purpose }: { families: readonly string[]; purpose: ExtractPurpose },
): Promise<Listed> {
  const chosen = new Set(wanted);
  const held = (await listFamilyRows(tx, actor)).filter(({ id }) => chosen.has(id));
  if (held.length < chosen.size) throw new Problem('not-found');
  const families = await withMembers(tx, held, keyFor);
  const members = [
    ...new Set(families.flatMap((family) => family.members.map(({ personId }) => personId))),
  ];
  const identities = await openIdentitiesOf(tx, members, keyFor);
  const agreed = await listAgreedTo(tx, { people: members, purpose, on: today });
  const listed = new Set(members.filter((id) => agreed.has(id) && identities.has(id)));
  const standings = await loadStandings(tx, actor, [...chosen]);
  return {
    people: [...listed],
    erased: members.filter((id) => !identities.has(id)).length,
    noConsent: members.filter((id) => identities.has(id) && !agreed.has(id)).length,
    rows: families.flatMap((family, at) =>
      family.members.flatMap(({ personId, sex }): ListedPerson[] => {
        const identity = identities.get(personId);
        const standing = standings.get(family.id);
        if (!identity || !standing || !listed.has(personId)) return [];
        const { birth, phones } = identity;
        return [{ ...standing, family: at + 1, name: calledName(identity), birth, phones, sex }];
      }),
    ),
  };
}
