import type { SignedInActor } from '@tirek/domain/access';
import { checkPathway, type PathwayVersion, pathwaysContract } from '@tirek/domain/pathways';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, routesOf } from '../http/handler.ts';
import { programmeDay } from '../programmes/index.ts';
import { OUTLINES, pathwayInForce } from './in-force.ts';
import { insertMark, insertVersion, listVersions } from './queries.ts';

const handlers: Handlers<typeof pathwaysContract> = {
  async getPathway({ tx, actor, now }) {
    const inForce = await pathwayInForce(tx, accountOf(actor));
    const forms = OUTLINES.filter(({ isOfCare }) => isOfCare);
    return { today: programmeDay(now), inForce, forms };
  },

  async listPathwayVersions({ tx, actor }) {
    return { versions: await listVersions(tx, accountOf(actor)) };
  },

  async writePathway({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, basedOn, pathway } = input;
    const [newest] = await listVersions(tx, asker);
    const version = newest?.version ?? 0;
    about([], { version: version + 1 });
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    const checked = checkPathway(pathway, OUTLINES);
    if (checked.kind === 'refused') {
      throw new Problem('pathway-refused', { findings: checked.findings });
    }
    await insertVersion(tx, asker, { id, version: version + 1, pathway: checked.pathway, now });
    return { version: version + 1 };
  },

  async markPathwayTested({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { version, state } = await getVersion(tx, asker, input.versionId);
    about([], { version });
    if (state !== 'draft') throw new Problem('already-done');
    await insertMark(tx, asker, { id: input.id, versionId: input.versionId, mark: 'tested', now });
    return {};
  },

  async publishPathway({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { version, state, isOwn } = await getVersion(tx, asker, input.versionId);
    about([], { version });
    if (state === 'published') throw new Problem('already-done');
    if (state === 'draft') throw new Problem('pathway-untested');
    if (isOwn) throw new Problem('own-pathway');
    await insertMark(tx, asker, {
      id: input.id,
      versionId: input.versionId,
      mark: 'published',
      now,
    });
    return {};
  },
};

/** @throws Problem `not-found` */
async function getVersion(tx: Tx, actor: SignedInActor, id: string): Promise<PathwayVersion> {
  const found = (await listVersions(tx, actor)).find((each) => each.id === id);
  if (!found) throw new Problem('not-found');
  return found;
}

export const pathwaysRoutes = routesOf(pathwaysContract, handlers);
