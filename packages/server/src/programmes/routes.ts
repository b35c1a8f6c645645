import { programmesContract } from '@tirek/domain/programmes';
import { routesOf } from '../http/handler.ts';
import { listRegions } from './queries.ts';

export const programmesRoutes = routesOf(programmesContract, {
  async listRegions({ tx }) {
    return { regions: await listRegions(tx) };
  },
});
