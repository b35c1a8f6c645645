import { nextRescreen, type RescreenRules } from '@tirek/domain/assessments/rescreening';
import { type Birth, birthYear } from '@tirek/domain/people';
import { insertAuditEntry } from '../../db/audit-entries.ts';
import type { Tx } from '../../db/database.ts';
import { setActor, setProgramme } from '../../db/request-transaction.ts';
import { idOf } from '../../id-of.ts';
import type { Job, JobContext } from '../../jobs/job.ts';
import { queueReminder } from '../../messages/index.ts';
import { type KeyFor, openIdentity } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { loadRescreenRules, rescreenFactsOf } from './load-rescreens.ts';
import {
  insertRescreenReminder,
  keepRescreenPlan,
  listFamiliesToPlan,
  listIdentitiesToPlan,
  listProgrammes,
  listRescreenRows,
  listToRemind,
} from './queries.ts';

const PLANNING = { kind: 'system', job: 'plan-rescreens' } as const;
const REMINDING = { kind: 'system', job: 'remind-of-rescreens' } as const;

/** A plan is made anew every month, and a reminder goes a week ahead: beyond two years nobody asks the plan. */
const PLAN_MONTHS = 24;
const AT_ONCE = 50;

/**
 * Works out ahead when each person is asked next, for counts by region and for reminders: of families that have changed, and of
 * each once a month. What it keeps is never the truth: lists of people are made from what was written.
 */
export const planRescreens: Job = {
  name: PLANNING.job,
  everySeconds: 60,
  async run({ database, clock, keyFor }) {
    const now = clock().toISOString();
    const today = programmeDay(now);
    let isMore = false;
    for (const programmeId of await database.jobs.transaction().execute(listProgrammes)) {
      const families = await database.jobs.transaction().execute(async (tx) => {
        await setProgramme(tx, programmeId);
        return await listFamiliesToPlan(tx, { today, limit: AT_ONCE });
      });
      isMore ||= families.length === AT_ONCE;
      const within = { programmeId, keyFor, today };
      for (const family of families) {
        await database.jobs.transaction().execute((tx) => plan(tx, family, within));
      }
    }
    return isMore ? 'more' : 'done';
  },
};

/** Sends a neutral reminder a week ahead to whoever agreed to messages, once for a sitting, by however many processes. */
export const remindOfRescreens: Job = {
  name: REMINDING.job,
  everySeconds: 900,
  async run({ database, clock }) {
    const now = clock().toISOString();
    const today = programmeDay(now);
    let isMore = false;
    for (const programmeId of await database.jobs.transaction().execute(listProgrammes)) {
      const reminded = await database.jobs
        .transaction()
        .execute((tx) => remind(tx, { programmeId, now, today }));
      isMore ||= reminded === AT_ONCE;
    }
    return isMore ? 'more' : 'done';
  },
};

interface Within {
  readonly programmeId: string;
  readonly keyFor: KeyFor;
  readonly today: string;
}

async function plan(
  tx: Tx,
  { familyId, version }: { readonly familyId: string; readonly version: string },
  { programmeId, keyFor, today }: Within,
): Promise<void> {
  await setActor(tx, PLANNING);
  await setProgramme(tx, programmeId);
  const rows = await listRescreenRows(tx, { families: [familyId], today });
  const people = rows.map(({ personId }) => personId);
  const births = await openBirths(tx, people, keyFor);
  if (people.length > 0) {
    await insertAuditEntry(tx, PLANNING, {
      action: 'planRescreens',
      effect: 'system',
      about: [familyId, ...people],
      facts: {},
      programmeId,
    });
  }
  const reachable = new Set(rows.flatMap((row) => (row.isReachable ? [row.personId] : [])));
  const rules: RescreenRules = await loadRescreenRules(tx, { today, months: PLAN_MONTHS });
  await keepRescreenPlan(tx, {
    ...{ familyId, version, today },
    rows: rescreenFactsOf(rows, births).map((facts) => {
      const due = nextRescreen(facts, rules);
      return {
        personId: facts.personId,
        ...{ dueFrom: due?.dueFrom ?? null, dueBy: due?.dueBy ?? null },
        isReachable: reachable.has(facts.personId),
        bornYear: facts.birth ? birthYear(facts.birth) : null,
      };
    }),
  });
}

/** When these people were born; of two records of one person, what the one that stands says. */
async function openBirths(
  tx: Tx,
  people: readonly string[],
  keyFor: JobContext['keyFor'],
): Promise<ReadonlyMap<string, Birth | null>> {
  const records = await listIdentitiesToPlan(tx, people);
  const births = new Map<string, Birth | null>();
  for (const { standsFor, ...record } of records) {
    const { birth } = openIdentity(record, keyFor);
    if (record.personId === standsFor || !births.get(standsFor)) births.set(standsFor, birth);
  }
  return births;
}

async function remind(
  tx: Tx,
  { programmeId, now, today }: { programmeId: string; now: string; today: string },
): Promise<number> {
  await setActor(tx, REMINDING);
  await setProgramme(tx, programmeId);
  const due = await listToRemind(tx, { today, limit: AT_ONCE });
  for (const { personId, dueBy } of due) {
    const id = idOf(`rescreen ${personId} ${dueBy}`);
    if (!(await insertRescreenReminder(tx, { id, programmeId, personId, dueBy, now }))) continue;
    await queueReminder(tx, { id, personId, dueAt: now, now });
  }
  return due.length;
}
