import type { supportContract } from '@tirek/domain/support';
import { worked } from '../cases/cases-matrix-inputs.ts';
import { castId } from '../demo/cast.ts';
import type { Position } from '../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';

/** Somebody who meets in a group; of a supervisor her team's, of everybody else his own. Put there by the owner. */
const helped = async (world: MatrixWorld, position: Position) => {
  const { familyId, personId } = await worked(world, position);
  const { app, programmeId, newId } = world;
  const courseId = newId();
  await rowsAsOwner(
    app.database,
    `insert into support_course (id, programme_id, person_id, is_for_family, kind, method, giver, provider_kind, group_id, began_on,
       recorded_by, recorded_at, recorded_on)
     values ($1, $2, $3, false, 'group', 'supportive-talk', 'psychologist', 'psychological-support-centre', $4, $5, $6, $7::timestamptz,
       ($7::timestamptz at time zone 'UTC')::date)`,
    [courseId, programmeId, personId, newId(), world.day(-1), castId('saule'), app.clock.now()],
  );
  return { familyId, personId, courseId };
};

export const supportMatrixInputs: MatrixInputs<keyof typeof supportContract> = {
  async listSupport(world, position) {
    const { personId } = await helped(world, position);
    return { personId };
  },
  async listSupportGroups(world, position) {
    await helped(world, position);
    return {};
  },
  async recordSupportSheet(world, position) {
    const { personId, courseId } = await helped(world, position);
    const row = { id: world.newId(), courseId, personId, supersedes: null, note: null };
    return {
      id: world.newId(),
      sheet: {
        ...{ heldOn: world.day(), minutes: 60, language: 'kk', begins: null },
        rows: [{ ...row, attendance: 'attended' }],
      },
    };
  },
  async endSupport(world, position) {
    const { personId, courseId } = await helped(world, position);
    return { id: world.newId(), personId, courseId, endedOn: world.day(), how: 'completed' };
  },
  getCareRules: () => ({}),
  async setCareRule({ app, programmeId, otherProgrammeId, newId }, { name }) {
    const [row] = await rowsAsOwner<{ version: number }>(
      app.database,
      'select coalesce(max(version), 1) as version from care_rule where programme_id = $1',
      [name === 'stranger' ? otherProgrammeId : programmeId],
    );
    const rule = { attended: 4, methods: {} };
    return { id: newId(), basedOn: row?.version ?? 1, rule };
  },
  async recordMaterialAid(world, position) {
    const { personId } = await worked(world, position);
    return {
      ...{ id: world.newId(), personId },
      aid: {
        ...({ kind: 'food', amount: 12_000, currency: 'KZT' } as const),
        ...{ providerId: null, isForFamily: true, need: null, handedOn: world.day() },
        ...{ supersedes: null, isGiven: true },
      },
    };
  },
};
