import type { papersContract } from '@tirek/domain/people/papers';
import { settings } from '../../consents/consents-matrix-inputs.ts';
import type { Position } from '../../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { type Registered, standing } from '../people-matrix-inputs.ts';

/** Somebody who agreed to a record and waits for a death certificate, put there by the owner. */
export const waiting = (world: MatrixWorld, { familyId, personId }: Registered) =>
  world.once(`paper ${personId}`, async () => {
    await settings(world);
    const { app, programmeId, newId } = world;
    await rowsAsOwner(
      app.database,
      `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
         settings_version, given_on, is_witnessed, recorded_by, recorded_at)
       select $1, $2, $3, 'service', 'person', 'given', '{person}', 'written', 'kk', 'service-1', 1, $4, false,
         family.made_by, now() from family where id = $5`,
      [newId(), programmeId, personId, world.day(-1), familyId],
    );
    await rowsAsOwner(
      app.database,
      `insert into paper (id, programme_id, person_id, subject_id, version, kind, state, since_on, recorded_by, recorded_at,
         recorded_on)
       select $1, $2, $3, $4, 1, 'death-certificate', 'missing', $5, family.made_by, $6::timestamptz,
         ($6::timestamptz at time zone 'UTC')::date from family where id = $7`,
      [newId(), programmeId, personId, newId(), world.day(-1), app.clock.now(), familyId],
    );
  });

/** Somebody whom no other builder takes anywhere: of a supervisor her team's, of everybody else his own. */
const known = async (world: MatrixWorld, position: Position) => {
  const { also, ofTeam } = await standing(world, position);
  const registered = position.name.startsWith('supervisor') ? ofTeam : also;
  await waiting(world, registered);
  return registered;
};

export const papersMatrixInputs: MatrixInputs<keyof typeof papersContract> = {
  async listFamilyPapers(world, position) {
    const { familyId } = await known(world, position);
    return { familyId };
  },
  async recordPaper(world, position) {
    const { personId } = await known(world, position);
    const paper = {
      ...({ subjectId: world.newId(), kind: 'identity-card', state: 'missing' } as const),
      ...{ aboutPersonId: null, since: world.day(-1) },
      ...{ actor: null, step: null, dueOn: null, expiresOn: null },
    };
    return { id: world.newId(), personId, basedOn: 0, paper };
  },
  async listPapers(world, position) {
    await known(world, position);
    return {};
  },
  countPapers: () => ({}),
};
