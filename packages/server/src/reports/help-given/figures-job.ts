import { addDays, addMonths } from '@tirek/domain/cases';
import type { FiguresOrder, MadeFigures } from '@tirek/domain/reports/help-given';
import { startApart } from '../../apart/start-apart.ts';
import { setActor, setProgramme } from '../../db/request-transaction.ts';
import type { Job } from '../../jobs/job.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findCareRule } from '../../support/index.ts';
import { insertFigures, listCountedPeople, listHelpReleases, listToCount } from './queries.ts';

const ACTOR = { kind: 'system', job: 'count-help-given' } as const;
const MONTHS = 12;

/** Counts once a month the help that was given in the twelve months before it; what is told stays as it is until the next. */
export const figuresJob: Job = {
  name: ACTOR.job,
  everySeconds: 120,
  async run({ database, clock }) {
    const now = clock().toISOString();
    const today = programmeDay(now);
    const asOf = `${today.slice(0, 7)}-01`;
    const [from, to] = [addMonths(asOf, -MONTHS), addDays(asOf, -1)];
    const wanted = await database.jobs
      .transaction()
      .execute((tx) => listToCount(tx, { asOf, today }));
    for (const programmeId of wanted) {
      const order = await database.jobs.transaction().execute(async (tx): Promise<FiguresOrder> => {
        await setActor(tx, ACTOR);
        await setProgramme(tx, programmeId);
        const rule = await findCareRule(tx, programmeId);
        const people = await listCountedPeople(tx, { from, to, rule });
        return { from, to, rule, people, ledger: await listHelpReleases(tx, programmeId) };
      });
      const made = await countApart(order);
      await database.jobs
        .transaction()
        .execute((tx) => insertFigures(tx, { programmeId, asOf, made, now }));
    }
    return 'done';
  },
};

const countApart = (order: FiguresOrder): Promise<MadeFigures> =>
  new Promise((resolve, reject) => {
    const apart = startApart<MadeFigures>(new URL('./figures-worker.ts', import.meta.url));
    apart.listen(resolve, (failure) => {
      reject(failure ?? new Error('The process ended without numbers.'));
    });
    apart.order(order);
    apart.order(null);
  });
