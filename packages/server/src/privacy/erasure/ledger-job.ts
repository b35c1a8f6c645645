import { stat } from 'node:fs/promises';
import type { Database } from '../../db/database.ts';
import type { Job } from '../../jobs/job.ts';
import { addToLedger, ledgerFile } from './ledger-file.ts';
import { countErasures, listErasures } from './queries.ts';

/** How database and ledger stood when the one was last known to be in the other. */
const settled = new WeakMap<Database, string>();

/**
 * Writes down outside the database who was erased, so that an older backup can be told. Looks every two seconds, and reads the
 * ledger again only where somebody was erased or the file is not as it was left.
 */
export const keepErasureLedger: Job = {
  name: 'keep-erasure-ledger',
  everySeconds: 2,
  async run({ database, folder, keyFor }) {
    const erasures = await database.jobs.transaction().execute(countErasures);
    if (settled.get(database) === (await standing(folder, erasures))) return 'done';
    const erased = await database.jobs.transaction().execute(listErasures);
    await addToLedger(folder, erased, keyFor);
    settled.set(database, await standing(folder, erased.length));
    return 'done';
  },
};

async function standing(folder: string, erasures: number): Promise<string> {
  const file = await stat(ledgerFile(folder)).catch(() => null);
  return `${folder} ${erasures} ${file?.size ?? 0} ${file?.mtimeMs ?? 0} ${file?.ino ?? 0}`;
}
