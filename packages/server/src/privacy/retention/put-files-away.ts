import { type AwayReason, awayToday, quietBefore } from '@tirek/domain/privacy/retention';
import { USUAL_PRIVACY_SETTINGS } from '@tirek/domain/privacy/settings';
import { insertAuditEntry } from '../../db/audit-entries.ts';
import type { Tx } from '../../db/database.ts';
import { setActor } from '../../db/request-transaction.ts';
import type { Job } from '../../jobs/job.ts';
import { programmeDay } from '../../programmes/index.ts';
import { listPrivacySettings } from '../settings/index.ts';
import { listProgrammeIds, listQuietFiles, putFileAway } from './queries.ts';
import { boundsOf, quietFileOf } from './quiet-file.ts';

const ACTOR = { kind: 'system', job: 'put-files-away' } as const;

/**
 * Puts away the files in which nothing has happened for as long as the programme has set, or whose purpose has ended: the names go
 * out of everyday reading. Each file is a transaction and a row of the log of its own.
 */
export const putFilesAway: Job = {
  name: ACTOR.job,
  everySeconds: 6 * 3600,
  async run({ database, clock, newId }) {
    const now = clock().toISOString();
    const due = await database.jobs.transaction().execute((tx) => listDue(tx, now));
    for (const file of due) {
      await database.jobs.transaction().execute((tx) => putAway(tx, file, { newId, now }));
    }
    return 'done';
  },
};

/** Puts one file away, unless something has come in between. */
export async function putAway(
  tx: Tx,
  { programmeId, familyId, because }: Due,
  { newId, now }: { readonly newId: () => string; readonly now: string },
): Promise<void> {
  await setActor(tx, ACTOR);
  const people = await putFileAway(tx, { id: newId(), familyId, because, now });
  if (people === null) return;
  await insertAuditEntry(tx, ACTOR, {
    action: 'putFileAway',
    effect: 'system',
    about: [familyId, ...people],
    facts: { why: because },
    programmeId,
  });
}

interface Due {
  readonly programmeId: string;
  readonly familyId: string;
  readonly because: AwayReason;
}

async function listDue(tx: Tx, now: string): Promise<Due[]> {
  const today = programmeDay(now);
  const set = await listPrivacySettings(tx);
  const due: Due[] = [];
  for (const programmeId of await listProgrammeIds(tx)) {
    const settings = set.get(programmeId) ?? USUAL_PRIVACY_SETTINGS;
    const bounds = boundsOf(quietBefore(today, settings), now);
    for (const row of await listQuietFiles(tx, programmeId, bounds)) {
      const because = awayToday(quietFileOf(row), today, settings);
      if (because) due.push({ programmeId, familyId: row.familyId, because });
    }
  }
  return due;
}
