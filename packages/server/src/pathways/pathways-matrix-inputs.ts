import { DEFAULT_PATHWAY, type pathwaysContract } from '@tirek/domain/pathways';
import type { pathwayTrialsContract } from '@tirek/domain/reports/pathway-trials';
import type { Position } from '../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { insertPosition, rowsAsOwner } from '../test/queries.ts';

/** A version that a colleague without a role any more wrote, and who tried it where that was done. */
async function written(world: MatrixWorld, position: Position, isTested: boolean): Promise<string> {
  const { app, newId } = world;
  const isStranger = position.name === 'stranger';
  const programmeId = isStranger ? world.otherProgrammeId : world.programmeId;
  const writtenBy = isStranger ? world.otherAdministratorId : await author(world);
  const id = newId();
  await rowsAsOwner(
    app.database,
    `insert into pathway_version (id, programme_id, version, pathway, written_by, written_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 from pathway_version where programme_id = $2`,
    [id, programmeId, JSON.stringify(DEFAULT_PATHWAY), writtenBy, app.clock.now()],
  );
  if (isTested) {
    await rowsAsOwner(
      app.database,
      `insert into pathway_mark (id, programme_id, version_id, mark, marked_by, marked_at)
       values ($1, $2, $3, 'tested', $4, $5)`,
      [newId(), programmeId, id, writtenBy, app.clock.now()],
    );
  }
  return id;
}

const author = (world: MatrixWorld): Promise<string> =>
  world.once('author of pathways', async () => {
    const { app, programmeId, newId } = world;
    const accountId = newId();
    await insertPosition(app.database, {
      ...{ accountId, programmeId, signInName: `author-${accountId}` },
      assignments: [],
    });
    await rowsAsOwner(app.database, 'update account set display_name = $1 where id = $2', [
      MARKS.programme,
      accountId,
    ]);
    return accountId;
  });

export const pathwaysMatrixInputs: MatrixInputs<
  keyof typeof pathwaysContract | keyof typeof pathwayTrialsContract
> = {
  getPathway: async () => ({}),
  async listPathwayVersions(world, position) {
    await written(world, position, false);
    return {};
  },
  async writePathway(world, position) {
    const [row] = await rowsAsOwner<{ version: number }>(
      world.app.database,
      'select coalesce(max(version), 0) as version from pathway_version where programme_id = $1',
      [position.name === 'stranger' ? world.otherProgrammeId : world.programmeId],
    );
    return { id: world.newId(), basedOn: row?.version ?? 0, pathway: DEFAULT_PATHWAY };
  },
  markPathwayTested: async (world, position) => ({
    id: world.newId(),
    versionId: await written(world, position, false),
  }),
  async listPathwayTrials(world, position) {
    const versionId = await written(world, position, false);
    await rowsAsOwner(
      world.app.database,
      `insert into pathway_trial (id, programme_id, version_id, month, asked_by, asked_at)
       select $1, programme_id, id, '2026-11-01', written_by, written_at from pathway_version where id = $2`,
      [world.newId(), versionId],
    );
    return {};
  },
  tryPathway: async (world, position) => ({
    id: world.newId(),
    versionId: await written(world, position, false),
  }),
  publishPathway: async (world, position) => ({
    id: world.newId(),
    versionId: await written(world, position, true),
  }),
};
