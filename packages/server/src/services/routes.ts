import { may, type Permission, type SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { regionStandsOn } from '@tirek/domain/programmes';
import {
  cellVersion,
  licenceObstacle,
  mayInRegions,
  providerObstacle,
  type Responsible,
  servicesContract,
} from '@tirek/domain/services';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, routesOf } from '../http/handler.ts';
import { listRegions, programmeDay } from '../programmes/index.ts';
import {
  findProvider,
  findService,
  insertProvider,
  insertResponsibility,
  insertService,
  listProviders,
  listResponsibilities,
  listServices,
  listVersions,
  lockEntry,
} from './queries.ts';

const handlers: Handlers<typeof servicesContract> = {
  async listServices({ tx, actor, now }) {
    const asker = accountOf(actor);
    return {
      today: programmeDay(now),
      providers: await listProviders(tx, asker),
      services: await listServices(tx, asker),
    };
  },

  async listEntryVersions({ tx, actor, input }) {
    const versions = await listVersions(tx, accountOf(actor), input.entryId);
    if (versions.length === 0) throw new Problem('not-found');
    return { versions: versions as never };
  },

  async recordProvider({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, providerId, basedOn, provider, closed } = input;
    about([providerId]);
    await lockEntry(tx, providerId);
    const known = await findProvider(tx, asker, providerId);
    const regions = [provider, ...(known ? [known.provider] : [])].map(({ region }) => region);
    for (const region of regions) {
      requireOwn(asker, 'service.manage', region === null ? [] : [region]);
    }
    await requireStanding(tx, regions.slice(0, 1), programmeDay(now));
    requireBase(known?.version ?? 0, basedOn);
    const obstacle = providerObstacle(provider);
    if (obstacle) throw new Problem(obstacle);
    const services = await listServices(tx, asker);
    for (const each of services) {
      if (each.closed !== null || each.service.providerId !== providerId) continue;
      if (closed !== null) throw new Problem('provider-has-services');
      requireLicence(each.service, provider);
    }
    const version = basedOn + 1;
    await insertProvider(tx, asker, { id, version, now }, { providerId, provider, closed });
    return { version };
  },

  async recordService({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, serviceId, basedOn, service, closed } = input;
    about([serviceId]);
    await lockEntry(tx, service.providerId);
    await lockEntry(tx, serviceId);
    const of = await findProvider(tx, asker, service.providerId);
    if (!of) throw new Problem('not-found');
    const known = await findService(tx, asker, serviceId);
    requireOwn(asker, 'service.manage', service.regions);
    if (known) requireOwn(asker, 'service.manage', known.service.regions);
    const today = programmeDay(now);
    requireBase(known?.version ?? 0, basedOn);
    if (closed === null) {
      if (of.closed !== null) throw new Problem('provider-closed');
      await requireStanding(tx, service.regions, today);
      requireLicence(service, of.provider);
    }
    if (service.verifiedOn !== null && service.verifiedOn > today) {
      throw new Problem('input-invalid', {
        places: [{ path: 'service.verifiedOn', rule: 'to-come' }],
      });
    }
    const version = basedOn + 1;
    await insertService(tx, asker, { id, version, now }, { serviceId, service, closed });
    return { version };
  },

  async listResponsibilities({ tx, actor, now }) {
    return {
      today: programmeDay(now),
      responsibilities: await listResponsibilities(tx, accountOf(actor)),
    };
  },

  async recordResponsibility({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, basedOn, ...cell } = input;
    about([id], { region: cell.region, category: cell.category });
    requireOwn(asker, 'responsibility.manage', [cell.region]);
    await lockEntry(tx, `${asker.programmeId} ${cell.region} ${cell.category}`);
    await requireStanding(tx, [cell.region], cell.since);
    requireBase(cellVersion(await listResponsibilities(tx, asker), cell), basedOn);
    await requireProviders(tx, asker, cell.responsible);
    const version = basedOn + 1;
    await insertResponsibility(tx, asker, { id, version, now }, cell);
    return { version };
  },
};

export const servicesRoutes = routesOf(servicesContract, handlers);

/** Whoever may not do it at all is refused by her verb and by the row policies, not for the region. */
function requireOwn(
  actor: SignedInActor,
  permission: Permission,
  regions: readonly string[],
): void {
  if (may(actor, permission) && !mayInRegions(actor, permission, regions)) {
    throw new Problem('region-not-yours');
  }
}

function requireBase(version: number, basedOn: number): void {
  if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
}

function requireLicence(
  service: Parameters<typeof licenceObstacle>[0],
  provider: Parameters<typeof licenceObstacle>[1],
): void {
  const obstacle = licenceObstacle(service, provider);
  if (obstacle) throw new Problem(obstacle.code, { activity: obstacle.activity });
}

/** Nothing new is written of a region that is not there. */
async function requireStanding(
  tx: Tx,
  codes: readonly (string | null)[],
  day: string,
): Promise<void> {
  const regions = await listRegions(tx);
  // Who has not signed in whole sees no region, and writes of none.
  if (regions.length === 0) throw new Problem('not-allowed');
  const there = new Set(
    regions.filter((each) => regionStandsOn(each, day)).map(({ code }) => code),
  );
  if (codes.some((code) => code !== null && !there.has(code))) throw new Problem('region-not-then');
}

/** Whoever answers by the map and stands in the directory has to stand there. */
async function requireProviders(
  tx: Tx,
  actor: SignedInActor,
  responsible: Responsible | null,
): Promise<void> {
  if (!responsible) return;
  const { accountable, deputy, escalation } = responsible;
  for (const each of [accountable, deputy, escalation]) {
    if (!each || each.providerId === null) continue;
    const found = await findProvider(tx, actor, each.providerId);
    if (!found) throw new Problem('not-found');
    if (found.closed !== null) throw new Problem('provider-closed');
  }
}
