import { ADOLESCENCE, type Forecast, type ForecastOrder } from '@tirek/domain/reports/adolescence';
import { startApart } from '../../apart/start-apart.ts';
import { setActor, setProgramme } from '../../db/request-transaction.ts';
import type { Job } from '../../jobs/job.ts';
import { programmeDay } from '../../programmes/index.ts';
import {
  insertForecast,
  listCountedChildren,
  listForecastReleases,
  listToForecast,
} from './queries.ts';

const ACTOR = { kind: 'system', job: 'forecast-adolescence' } as const;

/** Makes the forecast of each month once, as soon as every family is planned; what is told stays as it is until the next. */
export const forecastJob: Job = {
  name: ACTOR.job,
  everySeconds: 120,
  async run({ database, clock }) {
    const now = clock().toISOString();
    const today = programmeDay(now);
    const asOf = `${today.slice(0, 7)}-01`;
    const wanted = await database.jobs
      .transaction()
      .execute((tx) => listToForecast(tx, { asOf, today }));
    for (const programmeId of wanted) {
      const order = await database.jobs
        .transaction()
        .execute(async (tx): Promise<ForecastOrder> => {
          await setActor(tx, ACTOR);
          await setProgramme(tx, programmeId);
          const fromYear = Number(asOf.slice(0, 4)) - ADOLESCENCE.until;
          const children = await listCountedChildren(tx, { fromYear, today });
          return { asOf, children, ledger: await listForecastReleases(tx, programmeId) };
        });
      const made = await forecastApart(order);
      await database.jobs
        .transaction()
        .execute((tx) => insertForecast(tx, { programmeId, asOf, made, now }));
    }
    return 'done';
  },
};

const forecastApart = (order: ForecastOrder): Promise<Forecast> =>
  new Promise((resolve, reject) => {
    const apart = startApart<Forecast>(new URL('./forecast-worker.ts', import.meta.url));
    apart.listen(resolve, (failure) => {
      reject(failure ?? new Error('The process ended without a forecast.'));
    });
    apart.order(order);
    apart.order(null);
  });
