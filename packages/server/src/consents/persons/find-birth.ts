import type { Birth } from '@tirek/domain/people';
import type { Tx } from '../../db/database.ts';
import { type KeyFor, openIdentitiesOf } from '../../people/index.ts';

/** The birth of somebody within reach as it is known today, or null. */
export async function findBirth(tx: Tx, personId: string, keyFor: KeyFor): Promise<Birth | null> {
  return (await openIdentitiesOf(tx, [personId], keyFor)).get(personId)?.birth ?? null;
}
