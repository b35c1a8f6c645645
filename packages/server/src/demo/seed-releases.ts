import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportAudience, ReportRelease } from '@tirek/domain/reports';
import type { Database } from '../db/database.ts';
import { seedProgramme } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { type CastName, madeUpId } from './cast.ts';
import {
  DEMO_PROGRAMME,
  DEMO_PROGRAMME_NAME,
  findClosedWave,
  findReleaseState,
} from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

const FIRST_PAGE_MS = 3000;

/** In this order, so that the numbers are the same everywhere. */
const RELEASES: ReadonlyArray<{
  readonly name: string;
  readonly audience: ReportAudience;
  readonly by: CastName;
  readonly reason: string;
  /** Null: it waits for somebody to decide. */
  readonly approvedBy: CastName | null;
}> = [
  {
    name: 'network',
    audience: 'network',
    by: 'timur',
    reason: 'Бағдарлама желісіне жылдық есеп',
    approvedBy: 'ruslan',
  },
  {
    name: 'public',
    audience: 'public',
    by: 'timur',
    reason: 'Открытая публикация годового отчёта',
    approvedBy: 'ruslan',
  },
  {
    name: 'waiting',
    audience: 'internal',
    by: 'dana',
    reason: 'Точные числа для рабочей группы',
    approvedBy: null,
  },
];

/**
 * Releases of the wave of 2022, made as people make them: prepared by one, approved by another, the last one waiting. Each takes
 * seconds of work, so that this is done while the program already answers; begun again where it was left off.
 * @returns how many were made now
 */
export async function seedReleases(
  database: Database,
  options: DemoOptions,
  { ending }: { ending: AbortSignal },
): Promise<number> {
  const programmeId = await seedProgramme(
    database,
    { code: DEMO_PROGRAMME, name: DEMO_PROGRAMME_NAME },
    options.newId,
  );
  const waveId = await findClosedWave(database, madeUpId('campaign 2022'));
  // Whoever started the program sees its first page first, and who ends it at once waits for nothing.
  await sleep(FIRST_PAGE_MS, undefined, { signal: ending }).catch(() => undefined);
  let made = 0;
  for (const { name, audience, by, reason, approvedBy } of RELEASES) {
    const releaseId = madeUpId(`release ${name}`);
    const call = (who: CastName, endpoint: string, input: Readonly<Record<string, unknown>>) =>
      callAs({ database, actor: castActor(who, programmeId) }, options, endpoint, input);
    if (ending.aborted || waveId === null) return made;
    let state = await findReleaseState(database, releaseId);
    if (state === 'none') {
      const plan = { waveId, audience, population: [], sections: null };
      const answer = (await call(by, 'prepareRelease', {
        id: releaseId,
        plan,
        reason,
        language: 'ru',
      })) as {
        kind: 'prepared' | 'refused';
        release?: ReportRelease;
      };
      // Somebody has released something else of the wave already: what is there is enough to look at.
      if (answer.kind === 'refused') continue;
      made += 1;
      state = 'waiting';
    }
    if (state === 'waiting' && approvedBy) {
      await call(approvedBy, 'decideRelease', {
        id: options.newId(),
        releaseId,
        decision: 'approved',
      });
    }
  }
  return made;
}
