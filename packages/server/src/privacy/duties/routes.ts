import { dutiesContract } from '@tirek/domain/privacy/duties';
import { accountOf } from '../../http/account-of.ts';
import { routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { listDuties } from './queries.ts';

export const dutiesRoutes = routesOf(dutiesContract, {
  async listDuties({ tx, actor, now }) {
    return { duties: await listDuties(tx, accountOf(actor), { now, today: programmeDay(now) }) };
  },
});
