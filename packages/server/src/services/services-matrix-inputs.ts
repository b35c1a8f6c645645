import type { servicesContract } from '@tirek/domain/services';
import {
  type directoryImportContract,
  suggestRoles,
} from '@tirek/domain/services/directory-import';
import { CAST_REGION, castId } from '../demo/cast.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { PROVIDER, SERVICE } from './test/directory.ts';

/** A provider with a service in each of the two programmes. @returns the ids in the own one. */
const entries = (world: MatrixWorld) =>
  world.once('directory', async () => {
    const made = await make(world, world.programmeId, castId('dana'), MARKS.programme);
    await make(world, world.otherProgrammeId, world.otherAdministratorId, MARKS.other);
    return made;
  });

async function make({ app, newId }: MatrixWorld, programmeId: string, by: string, mark: string) {
  const [providerId, serviceId] = [newId(), newId()];
  const name = { kk: mark, ru: '', en: '' };
  const entry = async (table: 'provider' | 'service', id: string, told: object) =>
    await rowsAsOwner(
      app.database,
      `insert into ${table} (id, programme_id, ${table}_id, version, regions, entry, recorded_by, recorded_at)
       values ($1, $2, $3, 1, $4, $5, $6, $7)`,
      [newId(), programmeId, id, [CAST_REGION], JSON.stringify(told), by, app.clock.now()],
    );
  await entry('provider', providerId, { ...PROVIDER, name });
  await entry('service', serviceId, { ...SERVICE, name, providerId });
  return { providerId, serviceId };
}

const HEADINGS =
  'Provider;Held by;Kind;Provider region;Service;Need;Layer;Activities;Regions;Reach;Languages';
const listOf = (provider: string) => {
  const row = `${provider};state;other;${CAST_REGION};Talks;distress;3;counselling;${CAST_REGION};city;kk`;
  return { name: 'a.csv', content: Buffer.from(`${HEADINGS}\n${row}`).toString('base64') };
};

export const servicesMatrixInputs: MatrixInputs<
  keyof typeof servicesContract | keyof typeof directoryImportContract
> = {
  checkServicesFile: () => ({ ...listOf('Matrix'), mapping: null }),
  importServices: ({ newId }) => {
    const id = newId();
    const columns = suggestRoles(HEADINGS.split(';'));
    return { id, ...listOf(id), mapping: { columns, language: 'en' } };
  },

  async listServices(world) {
    await entries(world);
    return {};
  },
  async listEntryVersions(world) {
    return { entryId: (await entries(world)).serviceId };
  },
  recordProvider: ({ newId }) => ({
    ...{ id: newId(), providerId: newId(), basedOn: 0, provider: PROVIDER, closed: null },
  }),
  async recordService(world) {
    const { providerId } = await entries(world);
    const { newId } = world;
    return {
      ...{ id: newId(), serviceId: newId(), basedOn: 0, closed: null },
      service: { ...SERVICE, providerId },
    };
  },
  async listResponsibilities() {
    return {};
  },
  async recordResponsibility(world, { name }) {
    const ofOther = name === 'stranger';
    // Each position writes over the one before it.
    const known = await rowsAsOwner<{ version: number }>(
      world.app.database,
      `select coalesce(max(version), 0)::integer as version from responsibility
       where region_code = $1 and category = 'papers' and programme_id = $2`,
      [CAST_REGION, ofOther ? world.otherProgrammeId : world.programmeId],
    );
    return {
      ...{ id: world.newId(), region: CAST_REGION, category: 'papers' as const },
      ...{ basedOn: known[0]?.version ?? 0, since: world.day(), until: null, responsible: null },
    };
  },
};
