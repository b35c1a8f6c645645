import { type casesContract, USUAL_CASE_SETTINGS, WHOLE_LIST } from '@tirek/domain/cases';
import { settings } from '../consents/consents-matrix-inputs.ts';
import { castId } from '../demo/cast.ts';
import { nearest, type Registered, registered, standing } from '../people/people-matrix-inputs.ts';
import type { Position } from '../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { insertPosition, rowsAsOwner } from '../test/queries.ts';

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
    /** The family unless told. */
    subjectId?: string;
  },
): Promise<number> {
  const [made] = await rowsAsOwner<{ version: number }>(
    app.database,
    `insert into case_entry (id, programme_id, family_id, kind, subject_id, version, state, person_id, value, recorded_by,
       recorded_at, recorded_on)
     select $1, $2, family.id, $4, $9, 1 + (select count(*) from case_entry known
         where known.subject_id = $9 and known.kind = $4), $5, $6, $7, family.made_by, $8::timestamptz,
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
      row.subjectId ?? row.familyId,
    ],
  );
  return made?.version ?? 0;
}

/** A list of the position's own, put there by the owner; of nobody where there is no account. */
async function savedList(
  { app, programmeId, otherProgrammeId, newId }: MatrixWorld,
  position: Position,
): Promise<string> {
  const id = newId();
  if (position.accountId === null) return id;
  const isStranger = position.name === 'stranger';
  await rowsAsOwner(
    app.database,
    `insert into saved_list (id, programme_id, account_id, name, filter, saved_at) values ($1, $2, $3, $4, $5, now())`,
    [
      id,
      isStranger ? otherProgrammeId : programmeId,
      position.accountId,
      isStranger ? MARKS.other : MARKS.programme,
      JSON.stringify(WHOLE_LIST),
    ],
  );
  return id;
}

/** A family that no other builder takes anybody out of. */
export const worked = async (world: MatrixWorld, position: Position) => {
  const { also, ofTeam } = await standing(world, position);
  const family = position.name.startsWith('supervisor') ? ofTeam : also;
  await opened(world, family);
  return family;
};

/** A practitioner of another region whose name is a mark. */
const markedColleague = (world: MatrixWorld): Promise<string> =>
  world.once('marked colleague', async () => {
    const { app, programmeId, newId } = world;
    const accountId = newId();
    await insertPosition(app.database, {
      ...{ accountId, programmeId, signInName: `elsewhere-${accountId}` },
      assignments: [{ role: 'practitioner', region: 'KZ-75' }],
    });
    await rowsAsOwner(app.database, 'update account set display_name = $1 where id = $2', [
      MARKS.programme,
      accountId,
    ]);
    return accountId;
  });

/** A family that is handed over in one call: held by the position, also by one that must not hold any, or by a colleague. */
async function toHandOver(world: MatrixWorld, holderId: string | null): Promise<string> {
  const { app } = world;
  const mate = await markedColleague(world);
  const { familyId } = await registered(world, mate, { given: 'Біреу' });
  if (holderId !== null) {
    await rowsAsOwner(app.database, 'update caseload set account_id = $1 where family_id = $2', [
      holderId,
      familyId,
    ]);
  }
  return familyId;
}

/** The position's account where it is one of the programme. */
const ownId = ({ accountId, name }: Position) => (name === 'stranger' ? null : accountId);

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
  async getFamilySheet(world, position) {
    const { familyId } = await worked(world, position);
    return { familyId, kind: 'summary' as const, language: 'kk' as const };
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
  async answerQuestion(world, position) {
    const { ofTeam } = await standing(world, position);
    await opened(world, ofTeam);
    const questionId = world.newId();
    const { familyId } = ofTeam;
    const question = { familyId, personId: null, kind: 'question', state: 'asked', value: {} };
    await written(world, { ...question, subjectId: questionId });
    return { id: world.newId(), familyId, questionId, basedOn: 1, words: null };
  },
  async listFamilyOffers(world) {
    await markedColleague(world);
    return {};
  },
  async listColleaguesElsewhere(world) {
    await markedColleague(world);
    return { region: 'KZ-75' };
  },
  async offerFamily(world, position) {
    const accountId = await markedColleague(world);
    const familyId = await toHandOver(world, ownId(position));
    return { id: world.newId(), familyId, accountId, note: null };
  },
  async answerFamilyOffer(world, position) {
    const { app, programmeId, newId } = world;
    const offerId = newId();
    const familyId = await toHandOver(world, null);
    await rowsAsOwner(
      app.database,
      `insert into family_offer (id, programme_id, family_id, from_id, to_id, offered_at, offered_on)
       values ($1, $2, $3, $4, $5, $6::timestamptz + interval '1 second', ($6::timestamptz at time zone 'UTC')::date)`,
      [
        ...[offerId, programmeId, familyId, await markedColleague(world)],
        ...[ownId(position) ?? castId('saule'), app.clock.now()],
      ],
    );
    return { id: newId(), offerId, answer: 'accepted' as const };
  },
  async listFamilyHolders(world, position) {
    const { familyId } = await nearest(world, position);
    return { familyId };
  },
  async listSavedLists(world, position) {
    await savedList(world, position);
    return {};
  },
  saveList: ({ newId }) => ({ id: newId(), name: 'Менің тізімім', filter: WHOLE_LIST }),
  async withdrawSavedList(world, position) {
    return { id: world.newId(), listId: await savedList(world, position) };
  },
  getCaseSettings: async () => ({}),
  async setCaseSettings(world, position) {
    const [row] = await rowsAsOwner<{ version: number }>(
      world.app.database,
      'select coalesce(max(version), 0) as version from case_settings where programme_id = $1',
      [position.name === 'stranger' ? world.otherProgrammeId : world.programmeId],
    );
    const basedOn = row?.version ?? 0;
    return { id: world.newId(), basedOn, settings: USUAL_CASE_SETTINGS };
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
