import type { mergingContract } from '@tirek/domain/people/merging';
import type { Position } from '../../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { registered, standing } from '../people-matrix-inputs.ts';

/** Two records of nobody else's business: of a supervisor in her team, of everybody else in the own caseload. */
const twice = (world: MatrixWorld, position: Position) =>
  world.once(`twice ${position.name}`, async () => {
    const { mates } = await standing(world, position);
    const isSupervisor = position.name.startsWith('supervisor');
    const given = isSupervisor ? MARKS.region : MARKS.programme;
    const kept = await registered(world, mates[0], { given });
    const other = await registered(world, mates[0], { given });
    if (!isSupervisor && position.accountId !== null && position.name !== 'stranger') {
      await rowsAsOwner(
        world.app.database,
        'update caseload set account_id = $1 where family_id = any ($2)',
        [position.accountId, [kept.familyId, other.familyId]],
      );
    }
    return { personId: kept.personId, otherId: other.personId, mate: mates[1] };
  });

/** A merge of the two as it would stand after somebody else asked for it, and after it was agreed to. */
async function merge(world: MatrixWorld, position: Position, state: 'waits' | 'stands') {
  const { app, programmeId, newId } = world;
  const { personId, otherId, mate } = await twice(world, position);
  const id = newId();
  const doesWait = state === 'waits';
  await rowsAsOwner(app.database, 'delete from person_merge where person_id = $1', [personId]);
  await rowsAsOwner(
    app.database,
    `insert into person_merge (id, programme_id, person_id, merged_id, is_apart, asked_by, asked_at, decision, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, now(), case when $5 then null else 'agreed' end,
       case when $5 then null else $6::uuid end, case when $5 then null else now() end)`,
    [id, programmeId, personId, otherId, doesWait, mate],
  );
  return id;
}

export const mergingMatrixInputs: MatrixInputs<keyof typeof mergingContract> = {
  async previewMerge(world, position) {
    const { personId, otherId } = await twice(world, position);
    return { personId, otherId };
  },
  async askMerge(world, position) {
    const { personId, otherId } = await twice(world, position);
    return { id: world.newId(), personId, otherId, confirmed: [] };
  },
  async listMerges(world, position) {
    await merge(world, position, 'stands');
    return {};
  },
  async decideMerge(world, position) {
    const mergeId = await merge(world, position, 'waits');
    return { id: world.newId(), mergeId, isAgreed: true, confirmed: [] };
  },
  async undoMerge(world, position) {
    return { id: world.newId(), mergeId: await merge(world, position, 'stands') };
  },
};
