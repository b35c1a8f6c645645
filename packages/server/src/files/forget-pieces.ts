import type { Job } from '../jobs/job.ts';
import { dropPiecesBefore } from './queries.ts';

const DAY = 86_400_000;

/** Forgets pieces of attachments that nobody put together within a day. */
export const forgetPieces: Job = {
  name: 'forget-pieces',
  everySeconds: 3600,
  async run({ database, clock }) {
    const yesterday = new Date(clock().getTime() - DAY).toISOString();
    await database.jobs.transaction().execute((tx) => dropPiecesBefore(tx, yesterday));
    return 'done';
  },
};
