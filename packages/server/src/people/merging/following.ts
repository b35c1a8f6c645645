import { asOne } from '@tirek/domain/people/merging';
import type { Route } from '../../http/handler.ts';
import { listStandIns } from './queries.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The same endpoint for whoever names a person by an id for which another stands by now: an old link, a page that was open, a
 * device that comes back from a village. What is written then is written about the one who stands.
 */
export function followingMerges(route: Route): Route {
  if (route.lone) return route;
  return {
    ...route,
    async handler(request) {
      if (request.actor.kind !== 'account') return await route.handler(request);
      const ids = idsIn(request.input);
      const standIns = await listStandIns(request.tx, ids);
      return await route.handler({ ...request, input: asOne(request.input, standIns) });
    },
  };
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : [];
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return [];
  return Object.values(value).flatMap(idsIn);
}
