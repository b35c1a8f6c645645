import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { wavePhase } from '@tirek/domain/surveys';
import type { Job, JobContext } from '../../jobs/job.ts';
import { programmeDay } from '../../programmes/index.ts';
import { surveyKeys } from '../survey-keys.ts';
import { withPlace } from './arrival-record.ts';
import {
  insertShuffled,
  isMovingWave,
  listWaiting,
  shuffleUsedCodes,
  takeWaiting,
  type WaitingWave,
} from './queries.ts';
import { openArrivals } from './seal-arrivals.ts';

/** Fewer answers than this wait for company, until the day is over or the wave is. */
const COMPANY = 10;
/**
 * Used codes are all rewritten with every batch; a batch of at least this part of them keeps that work small, however many
 * codes a wave has.
 */
const PART_OF_USED_CODES = 1 / 20;
/** Answers moved in one transaction, or that part of the used codes where it is more. */
const MOST_AT_ONCE = 1000;
/** Answers stored by one statement: few enough that whoever sends meanwhile does not notice. */
const SLICE = 10;
/**
 * After each slice the job rests for this many times as long as the slice took: whoever sends meanwhile finds the
 * processor free, and little of the job's before her own on the way to the disk.
 */
const REST = 4;

/** Stores waiting answers in shuffled batches, so that neither order nor time of a stored answer tells anything. */
export const shuffleArrivals: Job = {
  name: 'shuffle-arrivals',
  everySeconds: 5,
  async run(context) {
    let isMore = false;
    for (const wave of await listWaiting(context.database)) {
      if (!isDue(wave, context.clock())) continue;
      isMore = (await moveBatch(context, wave)) || isMore;
    }
    return isMore ? 'more' : 'done';
  },
};

function isDue(wave: WaitingWave, now: Date): boolean {
  const today = programmeDay(now.toISOString());
  return (
    wave.answers >= Math.max(COMPANY, wave.usedCodes * PART_OF_USED_CODES) ||
    wave.oldestOn < today ||
    wavePhase(wave, today) !== 'accepting'
  );
}

/**
 * One transaction: rows out of the waiting place, answers in, used codes rewritten.
 * @returns whether more may wait.
 */
async function moveBatch(
  { database, keyFor }: JobContext,
  { waveId, usedCodes }: WaitingWave,
): Promise<boolean> {
  const keys = surveyKeys(keyFor);
  const most = Math.max(MOST_AT_ONCE, usedCodes * PART_OF_USED_CODES);
  return await database.jobs.transaction().execute(async (tx) => {
    if (!(await isMovingWave(tx, waveId))) return false;
    const rows: string[] = [];
    for (const { receivedOn, sealed } of await takeWaiting(tx, waveId, most)) {
      for (const record of openArrivals(keys.arrivals, sealed, `${waveId} ${receivedOn}`))
        rows.push(withPlace(record, randomUUID(), receivedOn));
      await nextTurn();
    }
    // Each row begins with its id, which is random and means nothing: their order is the shuffle. The whole batch is
    // put in order at once, so that those who arrived together are not neighbours among the stored.
    rows.sort();
    for (let at = 0; at < rows.length; at += SLICE) {
      const start = performance.now();
      await insertShuffled(tx, waveId, rows.slice(at, at + SLICE));
      await sleep((performance.now() - start) * REST);
    }
    await shuffleUsedCodes(tx, waveId);
    return rows.length >= most;
  });
}
