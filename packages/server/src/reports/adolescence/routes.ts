import { adolescenceContract } from '@tirek/domain/reports/adolescence';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { findForecast } from './queries.ts';

const handlers: Handlers<typeof adolescenceContract> = {
  async getAdolescence({ tx, actor }) {
    return { forecast: await findForecast(tx, accountOf(actor)) };
  },
};

export const adolescenceRoutes = routesOf(adolescenceContract, handlers);
