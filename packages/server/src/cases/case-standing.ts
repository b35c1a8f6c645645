import type { SignedInActor } from '@tirek/domain/access';
import { foldCase } from '@tirek/domain/cases';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../db/database.ts';
import { listAgreed, listFamilyRowsById } from '../people/index.ts';
import { listBareEntries } from './queries.ts';
import { bareEntry } from './sealed-words.ts';

/**
 * Whether something may be added to the case of a family now, as a note may: the asker holds it, it is open, and whoever it is about, or
 * speaks for the family, agreed to a record.
 * @returns under whose data key it has to lie
 * @throws Problem `not-found`, `not-allowed`, `case-not-open`, `case-consent-missing`
 */
export async function keyPersonForWriting(
  { tx, actor }: { tx: Tx; actor: SignedInActor },
  { familyId, personId, on }: { familyId: string; personId: string | null; on: string },
): Promise<string> {
  const [family] = await listFamilyRowsById(tx, actor, [familyId]);
  if (!family) throw new Problem('not-found');
  if (!family.isOwn) throw new Problem('not-allowed');
  const { status, contact } = foldCase(
    (await listBareEntries(tx, actor, [familyId])).map(bareEntry),
  );
  if (status !== 'open' || !contact) throw new Problem('case-not-open');
  const keyPerson = personId ?? contact;
  if ((await listAgreed(tx, { people: [keyPerson], on })).length === 0) {
    throw new Problem('case-consent-missing');
  }
  return keyPerson;
}

/** Which of some families have a case that is open. */
export async function listOpenCases(
  tx: Tx,
  actor: SignedInActor,
  familyIds: readonly string[],
): Promise<string[]> {
  const entries = Map.groupBy(
    await listBareEntries(tx, actor, familyIds),
    ({ familyId }) => familyId,
  );
  return [...entries].flatMap(([id, own]) =>
    foldCase(own.map(bareEntry)).status === 'open' ? [id] : [],
  );
}
