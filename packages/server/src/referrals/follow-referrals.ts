import { insertAuditEntry } from '../db/audit-entries.ts';
import type { Tx } from '../db/database.ts';
import { setActor, setProgramme } from '../db/request-transaction.ts';
import { idOf } from '../id-of.ts';
import type { Job } from '../jobs/job.ts';
import { queueMessage } from '../messages/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { endReferral, listNews, listProgrammes, listToEnd, markTold } from './queries.ts';

const FOLLOWING = { kind: 'system', job: 'follow-referrals' } as const;
const AT_ONCE = 50;

/**
 * Writes down what has run out, so that nothing is kept for a receiver who did not answer, and tells in neutral words whoever has
 * to look: the receiver of what is new or taken back, whoever refers of an answer or of silence. What is open is judged with every
 * look, so nothing depends on this having run.
 */
export const followReferrals: Job = {
  name: FOLLOWING.job,
  everySeconds: 60,
  async run({ database, clock }) {
    const now = clock().toISOString();
    let isMore = false;
    for (const programmeId of await database.jobs.transaction().execute(listProgrammes)) {
      const done = await database.jobs
        .transaction()
        .execute((tx) => follow(tx, { programmeId, now, today: programmeDay(now) }));
      isMore ||= done === AT_ONCE;
    }
    return isMore ? 'more' : 'done';
  },
};

async function follow(
  tx: Tx,
  { programmeId, now, today }: { programmeId: string; now: string; today: string },
): Promise<number> {
  await setActor(tx, FOLLOWING);
  await setProgramme(tx, programmeId);
  const ended = await listToEnd(tx, { now, today, limit: AT_ONCE });
  for (const row of ended) {
    const id = idOf(`referral ${row.referralId} ${row.version + 1}`);
    await endReferral(tx, { ...row, id, now, today });
    await insertAuditEntry(tx, FOLLOWING, {
      ...{ action: 'endReferral', effect: 'system', about: [row.personId], programmeId },
      facts: { referral: row.kind },
    });
  }
  const news = await listNews(tx, { now, limit: AT_ONCE });
  for (const { newsId, referralId, told } of news) {
    if (!(await markTold(tx, { newsId, referralId, now }))) continue;
    for (const to of new Set(told)) {
      const id = idOf(`referral news ${newsId} ${to}`);
      await queueMessage(tx, { id, to, text: 'look-today', dueAt: now, now });
    }
  }
  return Math.max(ended.length, news.length);
}
