import type { Job } from '../jobs/job.ts';
import { AUDIT_MARK_PURPOSE } from './audit-mark-key.ts';
import { readHeadFile, writeHeadFile } from './head-file.ts';
import { findLastCheck, insertCheck } from './queries.ts';
import { sealAudit } from './seal-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const CHECK_EVERY_HOURS = 24;

/** Seals what was committed, second by second, and writes down outside the database how far the chain reaches. */
export const sealAuditJob: Job = {
  name: 'seal-audit',
  everySeconds: 1,
  async run({ database, clock, folder, keyFor }) {
    const sealed = await sealAudit(database, {
      markKey: keyFor(AUDIT_MARK_PURPOSE),
      now: clock().toISOString(),
    });
    if (sealed.kind !== 'sealed') return 'done';
    await writeHeadFile(folder, sealed.link);
    return sealed.hasMore ? 'more' : 'done';
  },
};

/** Checks the whole chain once a day, so that a break is known before anybody asks. */
export const checkAuditJob: Job = {
  name: 'check-audit',
  everySeconds: 3600,
  async run({ database, clock, folder, keyFor, newId, log }) {
    const now = clock();
    const last = await database.jobs.transaction().execute(findLastCheck);
    if (last && now.getTime() - Date.parse(last.at) < CHECK_EVERY_HOURS * 3_600_000) return 'done';
    const head = await readHeadFile(folder);
    const { finding, links, entries } = await verifyAudit(database, {
      markKey: keyFor(AUDIT_MARK_PURPOSE),
      known: typeof head === 'string' ? [] : [head],
    });
    const check = { id: newId(), checkedAt: now.toISOString(), finding };
    await database.jobs.transaction().execute((tx) => insertCheck(tx, check));
    log({ level: finding ? 'error' : 'info', job: 'check-audit', links, entries, finding });
    return 'done';
  },
};
