import { peopleContract } from '@tirek/domain/people';
import { routesOf } from '../http/handler.ts';
import { caseloadHandlers } from './caseload/routes.ts';
import { circumstancesRoutes } from './circumstances/routes.ts';
import { familyGraphRoutes } from './family-graph/routes.ts';
import { mergingRoutes } from './merging/routes.ts';
import { papersRoutes } from './papers/routes.ts';
import { peersRoutes } from './peers/routes.ts';
import { pupilsRoutes } from './pupils/routes.ts';
import { recordsHandlers } from './records/routes.ts';
import { registerRoutes } from './register/routes.ts';
import { schoolRoutes } from './school/routes.ts';
import { searchingHandlers } from './searching/routes.ts';

export const peopleRoutes = [
  ...routesOf(peopleContract, {
    ...searchingHandlers,
    ...recordsHandlers,
    ...caseloadHandlers,
  }),
  ...familyGraphRoutes,
  ...mergingRoutes,
  ...papersRoutes,
  ...circumstancesRoutes,
  ...pupilsRoutes,
  ...schoolRoutes,
  ...peersRoutes,
  ...registerRoutes,
];
