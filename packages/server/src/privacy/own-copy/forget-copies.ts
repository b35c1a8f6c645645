import type { Job } from '../../jobs/job.ts';
import { dropExpiredCopies } from './queries.ts';

/** Deletes sealed archives that nobody handed over in time. */
export const forgetOwnCopies: Job = {
  name: 'forget-own-copies',
  everySeconds: 3600,
  async run({ database, clock }) {
    const now = clock().toISOString();
    await database.jobs.transaction().execute((tx) => dropExpiredCopies(tx, now));
    return 'done';
  },
};
