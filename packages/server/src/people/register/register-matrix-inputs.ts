import type { RegisterImport, registerContract } from '@tirek/domain/people/register';
import { derivedKey } from '../../http/derived-key.ts';
import type { Position } from '../../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { standing } from '../people-matrix-inputs.ts';
import { sealPart } from './sealed-file.ts';
import { listOf } from './test/importing.ts';

const MAPPING = {
  version: 1 as const,
  sheet: 'a',
  columns: [{ column: 'A', role: 'full-name' as const }],
  region: null,
};

/**
 * An upload of the position's own, made by the owner: whatever its role, as if it had lost the right since. A visitor has none
 * and asks for one of somebody's.
 */
async function uploaded(
  world: MatrixWorld,
  position: Position,
  state: RegisterImport['state'] = 'checked',
): Promise<string> {
  const { app, programmeId, otherProgrammeId, newId } = world;
  const { mine, mates } = await standing(world, position);
  const id = newId();
  const to = { importId: id, keyFor: (purpose: string) => derivedKey(TEST_KEY, purpose) };
  const mark = position.name === 'stranger' ? MARKS.other : MARKS.programme;
  const rows = [mark, 'Жаңа Адам'].map((cell, at) => ({ cells: [cell], line: at + 1 }));
  const card = {
    ...{ personId: mine.personId, given: mark, familyInitial: '', birthYear: null },
    ...{
      sex: 'unknown' as const,
      region: null,
      heldIn: null,
      holding: 'own' as const,
      isAway: false,
    },
    ...{ score: 60, reasons: [] },
  };
  const found = { findings: [], asked: [{ line: 2, cards: [card], rows: [] }], told: {} };
  const cells = { sheets: [{ name: 'a', rows }], hidden: [] };
  await rowsAsOwner(
    app.database,
    `insert into register_import
       (id, programme_id, uploaded_by, uploaded_at, state, name, cells, found, mapping, people, asked)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, 1)`,
    [
      ...[id, position.name === 'stranger' ? otherProgrammeId : programmeId],
      ...[position.accountId ?? mates[0], app.clock.now(), state],
      ...[sealPart('name', mark, to), sealPart('cells', cells, to)],
      ...[sealPart('found', found, to), JSON.stringify(MAPPING)],
    ],
  );
  return id;
}

export const registerMatrixInputs: MatrixInputs<keyof typeof registerContract> = {
  uploadRegister: (world) => ({
    id: world.newId(),
    name: 'a.csv',
    content: listOf(['ФИО', 'Жаңа Адам']).toString('base64'),
  }),
  async getRegisterSheets(world, position) {
    return { registerId: await uploaded(world, position) };
  },
  async checkRegister(world, position) {
    const registerId = await uploaded(world, position);
    return { id: world.newId(), registerId, mapping: MAPPING, keepAs: null };
  },
  async getRegister(world, position) {
    return { registerId: await uploaded(world, position) };
  },
  async listRegisters(world, position) {
    await uploaded(world, position);
    return {};
  },
  async getRegisterReview(world, position) {
    return { registerId: await uploaded(world, position), from: '0' };
  },
  async decideRegisterRow(world, position) {
    const registerId = await uploaded(world, position);
    return { id: world.newId(), registerId, line: 2, decision: { kind: 'another' as const } };
  },
  async runRegister(world, position) {
    const registerId = await uploaded(world, position);
    const { mates } = await standing(world, position);
    const holdsItself = /^(practitioner|stranger)/.test(position.name);
    const holderId = (holdsItself ? position.accountId : null) ?? mates[1];
    return { id: world.newId(), registerId, holderId };
  },
  async cancelRegister(world, position) {
    return { id: world.newId(), registerId: await uploaded(world, position) };
  },
  async listRegisterMappings({ app, programmeId, otherProgrammeId, once, newId }) {
    await once('register mappings', async () => {
      for (const [programme, name] of [
        [programmeId, MARKS.programme],
        [otherProgrammeId, MARKS.other],
      ]) {
        await rowsAsOwner(
          app.database,
          `insert into register_mapping (id, programme_id, name, mapping, kept_by, kept_at)
           select $1, $2, $3, $4, id, now() from account where programme_id = $2 limit 1`,
          [
            newId(),
            programme,
            name,
            JSON.stringify({ ...MAPPING, columns: [{ column: 'a', role: 'birth' }] }),
          ],
        );
      }
    });
    return {};
  },
  getRegisterTemplate: () => ({ language: 'kk' }),
};
