import type { ownCopyContract } from '@tirek/domain/privacy/own-copy';
import { castId } from '../../demo/cast.ts';
import { nearest } from '../../people/people-matrix-inputs.ts';
import type { Position } from '../../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';

/** A copy of somebody near the position that Saule made, put there by the owner. @returns its id. */
async function made(world: MatrixWorld, position: Position): Promise<string> {
  const { app, programmeId, newId } = world;
  const { personId } = await nearest(world, position);
  const id = newId();
  await rowsAsOwner(
    app.database,
    `insert into own_copy (id, programme_id, person_id, asked_by, asked_on, proof, language, withheld, due_on, fingerprint, bytes,
       made_by, made_at, expires_at)
     values ($1, $2, $3, 'person', $4, 'known', 'kk', '[]', $5, sha256('x'), 1, $6, $7::timestamptz,
       $7::timestamptz + interval '30 days')`,
    [id, programmeId, personId, world.day(), world.day(3), castId('saule'), app.clock.now()],
  );
  await rowsAsOwner(
    app.database,
    `insert into own_copy_file (copy_id, programme_id, sealed) values ($1, $2, 'x')`,
    [id, programmeId],
  );
  return id;
}

async function released(world: MatrixWorld, position: Position): Promise<string> {
  const id = await made(world, position);
  await rowsAsOwner(
    world.app.database,
    `insert into own_copy_decision (copy_id, programme_id, made_by, kind, decided_by, decided_at)
     values ($1, $2, $3, 'released', $4, now())`,
    [id, world.programmeId, castId('saule'), castId('ruslan')],
  );
  return id;
}

export const ownCopyMatrixInputs: MatrixInputs<keyof typeof ownCopyContract> = {
  async makeOwnCopy(world, position) {
    const { personId } = await nearest(world, position);
    // Whatever waited is settled, so that there is something to make.
    await rowsAsOwner(
      world.app.database,
      `insert into own_copy_decision (copy_id, programme_id, made_by, kind, reason, decided_by, decided_at)
       select id, programme_id, made_by, 'declined', 'not-proven', $2, now() from own_copy
       where person_id = $1 on conflict do nothing`,
      [personId, castId('ruslan')],
    );
    return {
      ...{ id: world.newId(), personId, askedOn: world.day(), language: 'kk' as const },
      ...{ askedBy: 'person' as const, proof: 'known' as const, withheld: [] },
      passphrase: 'ABCDE-23456-FGHJK-789MN',
    };
  },
  async listOwnCopiesOf(world, position) {
    await made(world, position);
    const { personId } = await nearest(world, position);
    return { personId };
  },
  async listOwnCopies(world, position) {
    await made(world, position);
    return {};
  },
  async decideOwnCopy(world, position) {
    const copyId = await made(world, position);
    return { id: world.newId(), copyId, decision: { kind: 'released' as const } };
  },
  async fetchOwnCopy(world, position) {
    return { copyId: await released(world, position) };
  },
  async recordCopyHandOver(world, position) {
    const copyId = await released(world, position);
    return { id: world.newId(), copyId, way: 'in-person' as const, on: world.day() };
  },
};
