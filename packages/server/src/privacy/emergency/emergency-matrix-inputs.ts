import type { dutiesContract } from '@tirek/domain/privacy/duties';
import type { emergencyContract } from '@tirek/domain/privacy/emergency';
import { castId } from '../../demo/cast.ts';
import { nearest, searched, standing } from '../../people/people-matrix-inputs.ts';
import { register } from '../../people/test/registering.ts';
import type { Position } from '../../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';

const WORDS = 'Түнде телефон соқты, баласы ауырып жатыр екен.';

/** Somebody near the position whom Saule opened, put there by the owner. @returns the id of the opening. */
async function opened(world: MatrixWorld, position: Position): Promise<string> {
  const { app, programmeId, newId } = world;
  const { personId } = await nearest(world, position);
  const searchId = newId();
  const id = newId();
  await rowsAsOwner(
    app.database,
    `insert into identity_search (id, programme_id, account_id, searched_at, name_mark, candidates, shown)
     values ($1, $2, $3, now(), '', array[$4::uuid], array[$4::uuid])`,
    [searchId, programmeId, castId('saule'), personId],
  );
  await rowsAsOwner(
    app.database,
    `insert into emergency_opening (id, programme_id, account_id, person_id, search_id, reason, asked_at)
     values ($1, $2, $3, $4, $5, 'danger-to-life', now())`,
    [id, programmeId, castId('saule'), personId, searchId],
  );
  return id;
}

export const emergencyMatrixInputs: MatrixInputs<
  keyof typeof emergencyContract | keyof typeof dutiesContract
> = {
  async openEmergency(world, position) {
    await standing(world, position);
    // Whom nobody of the matrix opened before.
    const { personId } = await register(world.app.as('saule'), { given: 'Шұғыл', family: 'Адам' });
    const searchId = await searched(world, position, { names: '', shown: [personId] });
    return {
      ...{ id: world.newId(), personId, searchId, words: WORDS },
      reason: 'danger-to-life' as const,
    };
  },
  listOwnEmergencies: () => ({}),
  async listEmergencies(world, position) {
    await opened(world, position);
    return {};
  },
  async reviewEmergency(world, position) {
    const openingId = await opened(world, position);
    return { id: world.newId(), openingId, verdict: 'justified' as const, words: WORDS };
  },
  listDuties: () => ({}),
};
