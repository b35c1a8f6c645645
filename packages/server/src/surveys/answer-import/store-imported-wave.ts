import type { Tx } from '../../db/database.ts';
import { randomSlug } from '../campaigns/random-names.ts';
import { type ImportedRow, type ImportTarget, insertImportedWave } from './queries.ts';

/** Stores imported answers as one closed wave. @returns the wave's id. */
export async function storeImportedWave(
  tx: Tx,
  target: ImportTarget,
  { rows, newId }: { readonly rows: readonly ImportedRow[]; readonly newId: () => string },
): Promise<string> {
  const id = newId();
  await insertImportedWave(tx, target, { id, slug: randomSlug(), eventId: newId(), rows });
  return id;
}
