import { randomUUID } from 'node:crypto';
import { type safetyContract, USUAL_SAFETY_CLOCK } from '@tirek/domain/pathways/safety';
import { CAST_REGION, castId } from '../../demo/cast.ts';
import { nearest, standing } from '../../people/people-matrix-inputs.ts';
import type { Position } from '../../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../../test/matrix/world.ts';
import { insertPosition, rowsAsOwner } from '../../test/queries.ts';

/** An event about somebody that nobody has taken, put there by the owner. */
async function raised(
  { app, newId }: MatrixWorld,
  { personId }: { personId: string },
): Promise<string> {
  const eventId = newId();
  const now = app.clock.now();
  await rowsAsOwner(
    app.database,
    `insert into safety_event (id, programme_id, person_id, kind, urgency, answered_at, arrived_at, starts_at, due_at, raised_by)
     select $1, programme_id, id, 'suicide', 'today', $3, $3, $3, $3::timestamptz + interval '1 day', registered_by
     from person where id = $2`,
    [eventId, personId, now],
  );
  return eventId;
}

/** Somebody in the family that is near to a position: her own, her team's, or a stranger's. */
const somebody = async (world: MatrixWorld, position: Position) => {
  const { also, ofTeam } = await standing(world, position);
  return (position.name.startsWith('supervisor') ? ofTeam : also).personId;
};

const later = ({ app }: MatrixWorld, hours: number) =>
  new Date(app.clock().getTime() + hours * 3_600_000).toISOString();

/** A practitioner of the cast's region whose name is a mark. */
const markedPractitioner = (world: MatrixWorld): Promise<string> =>
  world.once('practitioner on call', async () => {
    const { app, programmeId, newId } = world;
    const accountId = newId();
    await insertPosition(app.database, {
      ...{ accountId, programmeId, signInName: `on-call-${accountId}` },
      assignments: [{ role: 'practitioner', region: CAST_REGION }],
    });
    await rowsAsOwner(app.database, 'update account set display_name = $1 where id = $2', [
      MARKS.programme,
      accountId,
    ]);
    return accountId;
  });

/** A shift of that colleague, put there by the owner. */
async function shift(world: MatrixWorld): Promise<string> {
  const { app, programmeId, newId } = world;
  const id = newId();
  await rowsAsOwner(
    app.database,
    `insert into duty_shift (id, programme_id, region_code, account_id, from_at, until_at, planned_by, planned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $5)`,
    [
      ...[id, programmeId, CAST_REGION, await markedPractitioner(world)],
      ...[app.clock.now(), later(world, 12), castId('aidos')],
    ],
  );
  return id;
}

/** A leave of the position itself; of a colleague where there is no account in the programme. */
async function leave(world: MatrixWorld, { accountId, name }: Position): Promise<string> {
  const { app, programmeId, newId } = world;
  const id = newId();
  const own = accountId === null || name === 'stranger' ? castId('saule') : accountId;
  await rowsAsOwner(
    app.database,
    `insert into absence (id, programme_id, account_id, from_at, until_at, planned_by, planned_at)
     values ($1, $2, $3, $4::timestamptz + interval '40 days', $4::timestamptz + interval '41 days', $3, $4)`,
    [id, programmeId, own, app.clock.now()],
  );
  return id;
}

export const safetyMatrixInputs: MatrixInputs<keyof typeof safetyContract> = {
  listSafetyCalls: async (world, position) => {
    await raised(world, { personId: await somebody(world, position) });
    return {};
  },
  async listSafetyEvents(world, position) {
    const { personId } = await nearest(world, position);
    await world.once(`safety ${position.name}`, () => raised(world, { personId }));
    return {};
  },
  /** Who may take it over is told by name with every event, colleagues of all regions among them. */
  async getSafetyEvent(world, position) {
    await markedPractitioner(world);
    const { personId } = await nearest(world, position);
    return { eventId: await raised(world, { personId }) };
  },
  async listSafetyEventsOf(world, position) {
    await markedPractitioner(world);
    const { personId } = await nearest(world, position);
    await world.once(`safety ${position.name}`, () => raised(world, { personId }));
    return { personId };
  },
  async raiseSafetyEvent(world, position) {
    const personId = await somebody(world, position);
    return {
      ...{ id: randomUUID(), personId, kind: 'violence', urgency: 'today' },
      ...{ seenAt: world.app.clock.now(), words: { text: 'Айтты.' } },
    } as const;
  },
  async recordSafetyEntry(world, position) {
    const eventId = await raised(world, { personId: await somebody(world, position) });
    return {
      ...{ id: randomUUID(), eventId, doneAt: world.app.clock.now() },
      entry: { kind: 'acknowledged', value: {}, words: null },
    } as const;
  },
  async getDuty(world) {
    await world.once('shift', () => shift(world));
    return {};
  },
  getSafetySheetFile: () => ({ region: CAST_REGION, language: 'kk' }),
  async planDutyShift(world) {
    const accountId = await markedPractitioner(world);
    const span = { from: later(world, 48), until: later(world, 60) };
    return { id: randomUUID(), region: CAST_REGION, accountId, ...span };
  },
  async withdrawDutyShift(world) {
    return { id: randomUUID(), shiftId: await shift(world) };
  },
  async planAbsence(world, { accountId, name }) {
    const own = accountId === null || name === 'stranger' ? castId('saule') : accountId;
    const span = { from: later(world, 1000), until: later(world, 1024) };
    return { id: randomUUID(), accountId: own, ...span };
  },
  async withdrawAbsence(world, position) {
    return { id: randomUUID(), absenceId: await leave(world, position) };
  },
  recordRegionalContact: () => ({
    ...{ id: randomUUID(), contactId: randomUUID(), basedOn: 0 },
    value: {
      ...({ kind: 'helpline', region: CAST_REGION, phone: '+7 7112 00 00 00' } as const),
      name: { kk: 'Сенім телефоны', ru: 'Телефон доверия', en: 'Helpline' },
      hours: { kk: 'тәулік бойы', ru: 'круглосуточно', en: 'day and night' },
    },
  }),
  getSafetyClock: async () => ({}),
  async setSafetyClock(world, position) {
    const [row] = await rowsAsOwner<{ version: number }>(
      world.app.database,
      'select coalesce(max(version), 0) as version from safety_clock where programme_id = $1',
      [position.name === 'stranger' ? world.otherProgrammeId : world.programmeId],
    );
    return { id: randomUUID(), basedOn: row?.version ?? 0, clock: USUAL_SAFETY_CLOCK };
  },
};
