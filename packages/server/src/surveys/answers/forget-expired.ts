import { insertAuditEntry } from '../../db/audit-entries.ts';
import { setActor } from '../../db/request-transaction.ts';
import type { Job } from '../../jobs/job.ts';
import { programmeDay } from '../../programmes/index.ts';
import { forgetExpired } from './queries.ts';

const ACTOR = { kind: 'system', job: 'forget-expired-answers' } as const;

/** Erases answers whose term is over, as their consent promised, and drafts and receipts that have served their time. */
export const forgetExpiredAnswers: Job = {
  name: ACTOR.job,
  everySeconds: 3600,
  async run({ database, clock }) {
    const now = clock().toISOString();
    await database.jobs.transaction().execute(async (tx) => {
      await setActor(tx, ACTOR);
      const erased = await forgetExpired(tx, {
        now,
        today: programmeDay(now),
      });
      for (const { waveId, programmeId, answers } of erased) {
        await insertAuditEntry(tx, ACTOR, {
          action: 'forgetExpiredAnswers',
          effect: 'system',
          about: [waveId],
          facts: { answers },
          programmeId,
        });
      }
    });
    return 'done';
  },
};
