import type { casesContract } from '@tirek/domain/cases';
import { settings } from '../consents/consents-matrix-inputs.ts';
import { type Registered, standing } from '../people/people-matrix-inputs.ts';
import type { Position } from '../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';

/** A family whose case is open and whose contact agreed to a record, put there by the owner. */
const opened = (world: MatrixWorld, { familyId, personId }: Registered) =>
  world.once(`case ${familyId}`, async () => {
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
    await written(world, {
      familyId,
      personId,
      kind: 'case',
      state: 'open',
      value: { attention: 'usual', openedOn: world.day(-1) },
    });
  });

async function written(
  { app, programmeId, newId }: MatrixWorld,
  row: {
    familyId: string;
    personId: string | null;
    kind: string;
    state: string;
    value: object;
  },
): Promise<number> {
  const [made] = await rowsAsOwner<{ version: number }>(
    app.database,
    `insert into case_entry (id, programme_id, family_id, kind, subject_id, version, state, person_id, value, recorded_by,
       recorded_at, recorded_on)
     select $1, $2, family.id, $4, family.id, 1 + (select count(*) from case_entry known
         where known.family_id = family.id and known.kind = $4), $5, $6, $7, family.made_by, $8::timestamptz,
       ($8::timestamptz at time zone 'UTC')::date
     from family where family.id = $3 returning version`,
    [
      newId(),
      programmeId,
      row.familyId,
      row.kind,
      row.state,
      row.personId,
      JSON.stringify(row.value),
      app.clock.now(),
    ],
  );
  return made?.version ?? 0;
}

/** A family that no other builder takes anybody out of. */
const worked = async (world: MatrixWorld, position: Position) => {
  const { also, ofTeam } = await standing(world, position);
  const family = position.name.startsWith('supervisor') ? ofTeam : also;
  await opened(world, family);
  return family;
};

export const casesMatrixInputs: MatrixInputs<keyof typeof casesContract> = {
  listCases: async (world, position) => {
    await worked(world, position);
    return {};
  },
  async getCase(world, position) {
    const { familyId } = await worked(world, position);
    return { familyId };
  },
  async getPlanFile(world, position) {
    const { familyId } = await worked(world, position);
    return { familyId, language: 'kk' as const };
  },
  async recordCaseEntry(world, position) {
    const { familyId } = await worked(world, position);
    return {
      id: world.newId(),
      familyId,
      basedOn: 0,
      entry: {
        ...({ kind: 'note', subjectId: world.newId(), state: 'written', personId: null } as const),
        value: { form: 'call', heldOn: world.day(-1), outcome: 'met' } as const,
        words: { text: 'Хабарластым.', body: '' },
      },
    };
  },
  async decideCase(world, position) {
    const { ofTeam } = await standing(world, position);
    await opened(world, ofTeam);
    const { familyId } = ofTeam;
    const plan = { familyId, personId: null, kind: 'plan', state: 'submitted' };
    const basedOn = await written(world, { ...plan, value: { covers: {} } });
    const { newId } = world;
    return { id: newId(), familyId, about: 'plan', basedOn, isAgreed: true, words: null } as const;
  },
};
