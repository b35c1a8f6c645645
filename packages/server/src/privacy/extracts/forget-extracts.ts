import type { Job } from '../../jobs/job.ts';
import { dropExpiredExtracts } from './queries.ts';

/** Deletes the archives of lists whose time ran out. */
export const forgetExtracts: Job = {
  name: 'forget-extracts',
  everySeconds: 3600,
  async run({ database, clock }) {
    const now = clock().toISOString();
    await database.jobs.transaction().execute((tx) => dropExpiredExtracts(tx, now));
    return 'done';
  },
};
