import type { offlineContract } from '@tirek/domain/offline';
import { nearest, standing } from '../people/people-matrix-inputs.ts';
import type { Position } from '../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';

const SECRET = 'A'.repeat(43);

/** A device of the position's own, made known by the owner of the database; of nobody where there is no account. */
async function deviceOf(
  { app, programmeId, otherProgrammeId, newId }: MatrixWorld,
  position: Position,
): Promise<string> {
  const id = newId();
  if (position.accountId === null) return id;
  const isStranger = position.name === 'stranger';
  await rowsAsOwner(
    app.database,
    `insert into offline_device (id, programme_id, account_id, secret_hash, name, roles_mark, made_at)
     values ($1, $2, $3, sha256($4::bytea), $5, roles_mark($3), now())`,
    [
      id,
      isStranger ? otherProgrammeId : programmeId,
      position.accountId,
      SECRET,
      isStranger ? MARKS.other : MARKS.programme,
    ],
  );
  return id;
}

export const offlineMatrixInputs: MatrixInputs<keyof typeof offlineContract> = {
  registerDevice: ({ newId }) => ({ id: newId(), secret: SECRET, name: 'Chrome, Android' }),
  async listDevices(world, position) {
    await deviceOf(world, position);
    return {};
  },
  async endDevice(world, position) {
    return { id: world.newId(), deviceId: await deviceOf(world, position) };
  },
  async checkDevice(world, position) {
    return { deviceId: await deviceOf(world, position), secret: SECRET };
  },
  async takeAlong(world, position) {
    const { mine, ofTeam, elsewhere } = await standing(world, position);
    const near = await nearest(world, position);
    return {
      deviceId: await deviceOf(world, position),
      families: [mine, ofTeam, elsewhere, near].map(({ familyId }) => familyId),
      known: {},
      day: null,
      programme: null,
    };
  },
};
