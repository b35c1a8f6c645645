import { peopleContract } from '@tirek/domain/people';
import { routesOf } from '../http/handler.ts';
import { caseloadHandlers } from './caseload/routes.ts';
import { familyGraphRoutes } from './family-graph/routes.ts';
import { mergingRoutes } from './merging/routes.ts';
import { recordsHandlers } from './records/routes.ts';
import { searchingHandlers } from './searching/routes.ts';

export const peopleRoutes = [
  ...routesOf(peopleContract, {
    ...searchingHandlers,
    ...recordsHandlers,
    ...caseloadHandlers,
  }),
  ...familyGraphRoutes,
  ...mergingRoutes,
];
