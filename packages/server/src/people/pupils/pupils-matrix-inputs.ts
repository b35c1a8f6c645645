import type { pupilsContract } from '@tirek/domain/people/pupils';
import { settings } from '../../consents/consents-matrix-inputs.ts';
import { castId } from '../../demo/cast.ts';
import { derivedKey } from '../../http/derived-key.ts';
import type { Position } from '../../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { registered, standing } from '../people-matrix-inputs.ts';
import { bornOn } from '../test/registering.ts';
import { sealPupil } from './sealed-pupil.ts';

const FAMILY = 'Мектептегі';
const NOTHING = { supports: [], call: null };

/** A pupil on somebody's list, put there by the owner. @returns its id. */
export async function listed(world: MatrixWorld, keptBy: string, given: string): Promise<string> {
  const { app, programmeId, newId } = world;
  const [id, pupilId] = [newId(), newId()];
  await rowsAsOwner(
    app.database,
    `insert into pupil (id, programme_id, pupil_id, version, kept_by, state, supports, recorded_at, recorded_on)
     values ($1, $2, $3, 1, $4, 'listed', '{}', $5::timestamptz, ($5::timestamptz at time zone 'UTC')::date)`,
    [id, programmeId, pupilId, keptBy, app.clock.now()],
  );
  const sealed = sealPupil({ given, family: FAMILY, klass: '6 Б' }, id, (purpose) =>
    derivedKey(TEST_KEY, purpose),
  );
  await rowsAsOwner(
    app.database,
    'insert into pupil_name (entry_id, programme_id, sealed) values ($1, $2, $3)',
    [id, programmeId, sealed],
  );
  return pupilId;
}

/** A list of the position's own (also of one who must not have any), and one of Bolat's that nobody else may see. */
const lists = (world: MatrixWorld, { name, accountId }: Position) =>
  world.once(`pupils ${name}`, async () => {
    await listed(world, castId('bolat'), MARKS.elsewhere);
    if (accountId !== null && name !== 'stranger') await listed(world, accountId, MARKS.programme);
  });

/** Somebody whose family the position holds, who agreed that a school is told, and whom Bolat lists. */
export const child = (world: MatrixWorld, position: Position) =>
  world.once(`child at school ${position.name}`, async () => {
    const { app, programmeId, newId } = world;
    const [mate] = (await standing(world, position)).mates;
    await settings(world);
    const { personId, familyId } = await registered(world, mate, {
      ...{ given: MARKS.programme, family: FAMILY, birth: bornOn('2015-03-03') },
    });
    if (position.accountId !== null && position.name !== 'stranger') {
      await rowsAsOwner(app.database, 'update caseload set account_id = $1 where family_id = $2', [
        position.accountId,
        familyId,
      ]);
    }
    const receiverId = newId();
    await rowsAsOwner(
      app.database,
      `insert into consent_receiver (id, programme_id, name, added_by, added_at) values ($1, $2, $3, $4, now())`,
      [receiverId, programmeId, `Мектеп ${position.name}`, castId('saule')],
    );
    await rowsAsOwner(
      app.database,
      `insert into consent (id, programme_id, person_id, purpose, receiver_id, party, decision, needs, mode, language,
         text_version, settings_version, given_on, is_witnessed, recorded_by, recorded_at)
       values ($1, $2, $3, 'referral', $4, 'person', 'given', '{person}', 'written', 'kk', 'referral-1', 1, $5, false, $6, now())`,
      [newId(), programmeId, personId, receiverId, world.day(-1), castId('saule')],
    );
    const pupilId = await listed(world, castId('bolat'), MARKS.programme);
    return { personId, receiverId, pupilId };
  });

export const pupilsMatrixInputs: MatrixInputs<keyof typeof pupilsContract> = {
  async listPupils(world, position) {
    await lists(world, position);
    return {};
  },
  recordPupil: (world) => ({
    ...{ id: world.newId(), pupilId: world.newId(), basedOn: 0 },
    pupil: { name: { given: 'Жаңа', family: 'Оқушы', klass: '1 А' }, own: NOTHING },
  }),
  async findPupils(world, position) {
    const { personId } = await child(world, position);
    return { personId };
  },
  async recordSchoolNote(world, position) {
    const known = await child(world, position);
    return {
      ...{ id: world.newId(), ...known, basedOn: 0 },
      agreement: { supports: ['more-time'], call: null },
    };
  },
};
