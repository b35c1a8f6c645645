import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { listAway } from './queries.ts';

/**
 * Nothing is written about somebody whose file is put away before it is opened again; the database would refuse it too.
 * @throws Problem `put-away`.
 */
export async function requireOpenFile(tx: Tx, personId: string): Promise<void> {
  if ((await listAway(tx, [personId])).has(personId)) throw new Problem('put-away');
}
