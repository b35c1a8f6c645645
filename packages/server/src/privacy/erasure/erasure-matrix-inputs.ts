import type { erasureContract } from '@tirek/domain/privacy/erasure';
import { castId } from '../../demo/cast.ts';
import { nearest } from '../../people/people-matrix-inputs.ts';
import { register } from '../../people/test/registering.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';

/** A request of Saule's about somebody, made by the owner. @returns its id. */
async function requested({ app, programmeId, newId }: MatrixWorld, personId: string) {
  const id = newId();
  await rowsAsOwner(
    app.database,
    `insert into erasure_request (id, programme_id, person_id, basis, asked_by, asked_at)
     values ($1, $2, $3, 'person-asks', $4, $5)`,
    [id, programmeId, personId, castId('saule'), app.clock.now()],
  );
  return id;
}

/** Somebody of Saule's, for what happens to a person once only. */
const another = async ({ app }: MatrixWorld): Promise<string> =>
  (await register(app.as('saule'), { given: 'Басқа', family: 'Адам' })).personId;

export const erasureMatrixInputs: MatrixInputs<keyof typeof erasureContract> = {
  async previewErasure(world, position) {
    const { personId } = await nearest(world, position);
    await requested(world, personId);
    return { personId };
  },
  async requestErasure(world, position) {
    const { personId } = await nearest(world, position);
    // Whatever was asked before is settled, so that there is something to ask.
    await rowsAsOwner(
      world.app.database,
      `insert into erasure_decision (request_id, programme_id, person_id, asked_by, kind, reason, decided_by, decided_at)
       select id, programme_id, person_id, asked_by, 'declined', 'help-goes-on', $2, now() from erasure_request
       where person_id = $1 on conflict do nothing`,
      [personId, castId('ruslan')],
    );
    return { id: world.newId(), personId, basis: 'person-asks' as const };
  },
  listErasureRequests: async (world) => {
    await world.once('erasure request', async () => requested(world, await another(world)));
    return {};
  },
  async decideErasure(world) {
    const requestId = await requested(world, await another(world));
    return { id: world.newId(), requestId, decision: { kind: 'erased' as const } };
  },
  listLegalHolds: async (world) => {
    await world.once('legal hold', async () => held(world, await another(world)));
    return {};
  },
  async placeLegalHold(world) {
    return { id: world.newId(), personId: await another(world), basis: 'court' as const };
  },
  async liftLegalHold(world) {
    return { id: world.newId(), holdId: await held(world, await another(world)) };
  },
};

async function held({ app, programmeId, newId }: MatrixWorld, personId: string): Promise<string> {
  const id = newId();
  await rowsAsOwner(
    app.database,
    `insert into legal_hold (id, programme_id, person_id, basis, placed_by, placed_at)
     values ($1, $2, $3, 'court', $4, $5)`,
    [id, programmeId, personId, castId('ruslan'), app.clock.now()],
  );
  return id;
}
