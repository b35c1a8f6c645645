import type { schoolContract } from '@tirek/domain/people/school';
import { castId } from '../../demo/cast.ts';
import type { Position } from '../../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { child, listed } from '../pupils/pupils-matrix-inputs.ts';

const told = (world: MatrixWorld) => ({
  ...{ on: world.day(-9), heardOn: world.day(-9), place: 'yard', deeds: ['called-names'] },
  ...{ by: 'pupils', seenBy: ['child'], harm: 'some' },
});

/** An incident of a pupil of Bolat's that was answered and found stopped. @returns its id. */
async function stopped(world: MatrixWorld, pupilId: string): Promise<string> {
  const { app, programmeId, newId } = world;
  const incidentId = newId();
  const views = { child: 'enough', parent: 'enough' };
  const steps = [
    ['incident', told(world)],
    ['response', { on: world.day(-8), done: ['made-safe'], ...views, isInTime: true }],
    ['look', { on: world.day(-1), state: 'stopped', ...views }],
  ] as const;
  for (const [at, [kind, value]] of steps.entries()) {
    await rowsAsOwner(
      app.database,
      `insert into pupil_entry (id, programme_id, pupil_id, subject_id, version, kind, value, recorded_by, recorded_at, recorded_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, ($9::timestamptz at time zone 'UTC')::date)`,
      [
        ...[newId(), programmeId, pupilId, incidentId, at + 1, kind, JSON.stringify(value)],
        ...[castId('bolat'), app.clock.now()],
      ],
    );
  }
  return incidentId;
}

/** Somebody whose family the position holds, and whose mother lets through what the school writes of her. */
export const passedOn = (world: MatrixWorld, position: Position) =>
  world.once(`passed on ${position.name}`, async () => {
    const { app, programmeId, newId } = world;
    const known = await child(world, position);
    await rowsAsOwner(
      app.database,
      `insert into school_note (id, programme_id, person_id, pupil_id, receiver_id, version, state, supports, passes,
         recorded_by, recorded_at, recorded_on)
       select $1, $2, $3, $4, $5, 1 + coalesce(max(version), 0), 'standing', '{}', '{answers,attendance,incidents}', $6,
         $7::timestamptz, ($7::timestamptz at time zone 'UTC')::date
       from school_note where person_id = $3`,
      [
        ...[newId(), programmeId, known.personId, known.pupilId, known.receiverId],
        ...[castId('saule'), app.clock.now()],
      ],
    );
    return known;
  });

/** A pupil on the position's own list; on Bolat's for one who can have none. */
export const ownPupil = (world: MatrixWorld, { name, accountId }: Position) =>
  world.once(`own pupil ${name}`, () =>
    listed(
      world,
      accountId === null || name === 'stranger' ? castId('bolat') : accountId,
      MARKS.programme,
    ),
  );

export const schoolMatrixInputs: MatrixInputs<keyof typeof schoolContract> = {
  listSchoolRecord: () => ({}),
  async recordPupilEntry(world, position) {
    return {
      ...{ id: world.newId(), pupilId: await ownPupil(world, position), basedOn: 0 },
      entry: { kind: 'incident', incidentId: world.newId(), value: told(world) as never },
    };
  },
  async listIncidentsToClose(world, position) {
    await stopped(world, await ownPupil(world, position));
    return {};
  },
  async closeIncident(world, position) {
    const { pupilId } = await passedOn(world, position);
    return { id: world.newId(), incidentId: await stopped(world, pupilId) };
  },
  async getSchoolRecordOf(world, position) {
    const { personId, pupilId } = await passedOn(world, position);
    await stopped(world, pupilId);
    return { personId };
  },
  async listSchoolIncidents(world, position) {
    const { pupilId } = await passedOn(world, position);
    await stopped(world, pupilId);
    return {};
  },
  countIncidents: () => ({}),
};
