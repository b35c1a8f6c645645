import { Problem } from '@tirek/domain/problem';
import { pathwayTrialsContract } from '@tirek/domain/reports/pathway-trials';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { pathwayInForce } from '../in-force.ts';
import { listVersions } from '../queries.ts';
import { insertTrial, listTrials } from './queries.ts';

const handlers: Handlers<typeof pathwayTrialsContract> = {
  async listPathwayTrials({ tx, actor }) {
    return { trials: await listTrials(tx, accountOf(actor)) };
  },

  async tryPathway({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, versionId } = input;
    const version = (await listVersions(tx, asker)).find((each) => each.id === versionId);
    if (!version) throw new Problem('not-found');
    about([], { version: version.version });
    const { id: againstId } = await pathwayInForce(tx, asker);
    const month = `${programmeDay(now).slice(0, 7)}-01`;
    const isFirst = await insertTrial(tx, asker, { id, versionId, againstId, month, now });
    if (!isFirst) throw new Problem('already-done');
    return {};
  },
};

export const pathwayTrialsRoutes = routesOf(pathwayTrialsContract, handlers);
