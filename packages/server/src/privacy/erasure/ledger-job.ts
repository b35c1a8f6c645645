import type { Job } from '../../jobs/job.ts';
import { addToLedger } from './ledger-file.ts';
import { listErasures } from './queries.ts';

/** Writes down outside the database who was erased, so that an older backup can be told. */
export const keepErasureLedger: Job = {
  name: 'keep-erasure-ledger',
  everySeconds: 2,
  async run({ database, folder, keyFor }) {
    const erased = await database.jobs.transaction().execute(listErasures);
    await addToLedger(folder, erased, keyFor);
    return 'done';
  },
};
