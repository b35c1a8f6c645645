import { accessContract } from '@tirek/domain/access';
import { routesOf } from '../http/handler.ts';
import { accountHandlers } from './accounts/routes.ts';
import { secondFactorHandlers } from './second-factors/routes.ts';
import { sessionHandlers } from './sessions/routes.ts';
import { signInHandlers } from './sign-in/routes.ts';

/** Every endpoint of the feature: coming in, one's own sign-in, other people's accounts. */
export const accessRoutes = routesOf(accessContract, {
  ...signInHandlers,
  ...sessionHandlers,
  ...secondFactorHandlers,
  ...accountHandlers,
});
