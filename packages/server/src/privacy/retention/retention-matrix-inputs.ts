import type { retentionContract } from '@tirek/domain/privacy/retention';
import { nearest, registered, standing } from '../../people/people-matrix-inputs.ts';
import type { Position } from '../../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';

/** A file of its own near the position, put away by the owner. @returns the id under which it lies. */
async function putAway(world: MatrixWorld, position: Position): Promise<string> {
  const { app, programmeId, newId } = world;
  const { mates } = await standing(world, position);
  const { familyId } = await registered(world, mates[0], { given: 'Тыныш' });
  const isHolder = position.accountId !== null && position.name !== 'stranger';
  if (isHolder && !position.name.startsWith('supervisor')) {
    await rowsAsOwner(app.database, 'update caseload set account_id = $1 where family_id = $2', [
      position.accountId,
      familyId,
    ]);
  }
  const id = newId();
  await rowsAsOwner(
    app.database,
    `insert into put_away (id, programme_id, family_id, because, put_away_at) values ($1, $2, $3, 'inactive', now())`,
    [id, programmeId, familyId],
  );
  return id;
}

export const retentionMatrixInputs: MatrixInputs<keyof typeof retentionContract> = {
  getFilesAhead: () => ({}),
  async listRenewals(world, position) {
    await nearest(world, position);
    return {};
  },
  async renewPurpose(world, position) {
    const { familyId } = await nearest(world, position);
    const said = { verdict: 'goes-on' as const, reason: 'children-followed' as const };
    return { id: world.newId(), familyId, ...said };
  },
  listPutAway: () => ({}),
  async reopenFile(world, position) {
    const fileId = await putAway(world, position);
    return { id: world.newId(), fileId, reason: 'family-came-back' as const };
  },
};
