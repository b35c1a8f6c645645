import type { assessmentsContract } from '@tirek/domain/assessments';
import type { phoneLinkContract } from '@tirek/domain/assessments/own-phone';
import { findForm, scoreForm } from '@tirek/domain/instruments';
import { settings } from '../consents/consents-matrix-inputs.ts';
import { CAST_REGION, castId } from '../demo/cast.ts';
import { derivedKey } from '../http/derived-key.ts';
import { sealUnder } from '../people/index.ts';
import { nearest, standing } from '../people/people-matrix-inputs.ts';
import { ownPupil, passedOn } from '../people/school/school-matrix-inputs.ts';
import type { Position } from '../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { insertPosition, rowsAsOwner } from '../test/queries.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';

/** A competence as a trainer wrote it down; whose form bears a mark is one that only the list of competences tells of. */
const insertCompetence = (
  { app, programmeId, newId }: MatrixWorld,
  accountId: string,
  formCode: string,
) =>
  rowsAsOwner(
    app.database,
    `insert into competence (id, programme_id, account_id, form_code, version, state, recorded_by, recorded_at, recorded_on)
     values ($1, $2, $3, $4, 1, 'held', $5, $6::timestamptz, ($6::timestamptz at time zone 'UTC')::date)
     on conflict (account_id, form_code, version) do nothing`,
    [newId(), programmeId, accountId, formCode, castId('aliya'), app.clock.now()],
  );

async function someoneElse({ app, programmeId, newId }: MatrixWorld): Promise<string> {
  const accountId = newId();
  await insertPosition(app.database, {
    accountId,
    programmeId,
    signInName: `asks-${accountId}`,
    assignments: [{ role: 'practitioner', region: CAST_REGION }],
  });
  return accountId;
}

/** A practitioner's own competence, one of each colleague of a supervisor's team, and one of somebody else. */
const competences = (world: MatrixWorld, position: Position) =>
  world.once(`competences ${position.name}`, async () => {
    const [mate] = (await standing(world, position)).mates;
    await insertCompetence(world, mate, MARKS.region);
    await insertCompetence(world, await someoneElse(world), MARKS.elsewhere);
    const isPractitioner = position.name.startsWith('practitioner') && position.accountId !== null;
    const own = isPractitioner ? position.accountId : await someoneElse(world);
    await insertCompetence(world, own, MARKS.programme);
  });

/** Somebody who agreed to screening, and a position that is competent for one questionnaire. */
const asked = (world: MatrixWorld, position: Position) =>
  world.once(`asked ${position.name}`, async () => {
    await settings(world);
    const { app, programmeId, newId } = world;
    const { personId } = await nearest(world, position);
    await rowsAsOwner(
      app.database,
      `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
         settings_version, given_on, is_witnessed, recorded_by, recorded_at)
       values ($1, $2, $3, 'screening', 'person', 'given', '{person}', 'written', 'kk', 'screening-1', 1, $4, false, $5, now())`,
      [newId(), programmeId, personId, world.day(-1), castId('saule')],
    );
    if (position.accountId !== null && position.name !== 'stranger') {
      await insertCompetence(world, position.accountId, 'who-5');
    }
    return { personId };
  });

/** A teacher's answers about somebody whose family the position holds, who agreed to screening, and for which it is competent. */
async function givenByTeacher(world: MatrixWorld, position: Position) {
  const { app, programmeId, newId } = world;
  const { personId, pupilId } = await passedOn(world, position);
  await world.once(`screened pupil ${position.name}`, async () => {
    await rowsAsOwner(
      app.database,
      `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
         settings_version, given_on, is_witnessed, recorded_by, recorded_at)
       values ($1, $2, $3, 'screening', 'person', 'given', '{person}', 'written', 'kk', 'screening-1', 1, $4, false, $5, now())`,
      [newId(), programmeId, personId, world.day(-1), castId('saule')],
    );
    if (position.accountId !== null && position.name !== 'stranger') {
      await insertCompetence(world, position.accountId, 'school-days');
    }
  });
  const answersId = newId();
  await rowsAsOwner(
    app.database,
    `insert into teacher_answers (id, programme_id, pupil_id, form_code, form_version, mode, language, is_entered_twice, taken_on,
       answered_at, recorded_by, recorded_at, recorded_on)
     values ($1, $2, $3, 'school-days', '1.0.0', 'paper', 'kk', true, $4, $5::timestamptz, $6, $5::timestamptz,
       ($5::timestamptz at time zone 'UTC')::date)`,
    [answersId, programmeId, pupilId, world.day(), app.clock.now(), castId('bolat')],
  );
  const said = JSON.stringify({ answers: teacherSays(), languages: {} });
  const key = derivedKey(TEST_KEY, 'answers of teachers');
  await rowsAsOwner(
    app.database,
    'insert into teacher_answers_sealed (answers_id, programme_id, sealed) values ($1, $2, $3)',
    [answersId, programmeId, sealUnder(key, said, `teacher answers ${answersId}`)],
  );
  return { personId, answersId };
}

const teacherSays = () =>
  Object.fromEntries(
    (findForm('school-days')?.items ?? []).map(({ linkId }) => [linkId, 'easily']),
  );

/** Five people of each region whom somebody has to ask, as the job has planned it. */
const plannedIn = (world: MatrixWorld) =>
  world.once('planned rescreens', () =>
    rowsAsOwner(
      world.app.database,
      `insert into rescreen_plan (person_id, programme_id, family_id, due_from, due_by, is_reachable, born_year,
         planned_on)
       select distinct on (member.person_id) member.person_id, member.programme_id, member.family_id, $1::date, $1::date, false, 1990,
         $1::date
       from family_member member where member.until_on is null on conflict do nothing`,
      [world.day(-1)],
    ),
  );

/** A link that was given to somebody within reach. */
async function linked(world: MatrixWorld, position: Position) {
  const { app, programmeId, newId } = world;
  const { personId } = await asked(world, position);
  const askingId = newId();
  await rowsAsOwner(
    app.database,
    `insert into phone_asking (id, programme_id, person_id, form_code, form_version, asked_by, asked_at, asked_on, expires_at)
     values ($1, $2, $3, 'who-5', '1.0.0', $4, $5::timestamptz, ($5::timestamptz at time zone 'UTC')::date,
       $5::timestamptz + interval '72 hours')`,
    [askingId, programmeId, personId, castId('saule'), app.clock.now()],
  );
  await rowsAsOwner(
    app.database,
    'insert into phone_asking_link (asking_id, programme_id, token_hash, code_hash) values ($1, $2, $3, $3)',
    [askingId, programmeId, Buffer.from(askingId)],
  );
  return { personId, askingId };
}

const KEY = { token: 'B'.repeat(43), code: '000000' };

export const assessmentsMatrixInputs: MatrixInputs<
  keyof typeof assessmentsContract | keyof typeof phoneLinkContract
> = {
  async listAssessments(world, position) {
    const { personId } = await asked(world, position);
    return { personId };
  },
  async recordAssessment(world, position) {
    const { personId } = await asked(world, position);
    const form = findForm('who-5');
    if (!form) throw new Error('no WHO-5');
    const answers = Object.fromEntries(
      form.items.flatMap(({ linkId, options }) => (options[0] ? [[linkId, options[0].id]] : [])),
    );
    return {
      id: world.newId(),
      personId,
      assessment: {
        ...{ formCode: form.code, formVersion: form.version, mode: 'read-aloud', language: 'en' },
        ...{ informant: 'self', isEnteredTwice: false, takenOn: world.day() },
        ...{ answeredAt: world.app.clock.now(), scores: scoreForm(form, answers) },
        ...{ supersedes: null, because: null, answers, languages: {} },
      } as const,
    };
  },
  async listCompetences(world, position) {
    await competences(world, position);
    return {};
  },
  async recordCompetence(world) {
    const accountId = await someoneElse(world);
    return {
      ...{ id: world.newId(), accountId, formCode: 'who-5', basedOn: 0 },
      ...({ state: 'held', validUntil: null } as const),
    };
  },
  async listRescreens(world, position) {
    await asked(world, position);
    return {};
  },
  async getRescreens(world, position) {
    return await asked(world, position);
  },
  async skipRescreen(world, position) {
    const { personId } = await asked(world, position);
    // What the position itself sees as the next, or any day for those who see nothing.
    const seen = position.name.startsWith('practitioner')
      ? await world.app.asAccount(position.accountId ?? '').call('getRescreens', { personId })
      : null;
    const dueBy = seen?.coming[0]?.dueBy ?? world.day(90);
    return { id: world.newId(), personId, dueBy, until: world.day(30), reason: 'away' };
  },
  listTeacherAnswers: () => ({}),
  async recordTeacherAnswers(world, position) {
    return {
      ...{ id: world.newId(), pupilId: await ownPupil(world, position) },
      given: {
        ...{ formCode: 'school-days', formVersion: '1.0.0', mode: 'handed-device', language: 'kk' },
        ...{ isEnteredTwice: false, takenOn: world.day(), answeredAt: world.app.clock.now() },
        ...{ answers: teacherSays(), languages: {} },
      } as const,
    };
  },
  async listTeacherAnswersWaiting(world, position) {
    await givenByTeacher(world, position);
    return {};
  },
  async takeTeacherAnswers(world, position) {
    return { id: world.newId(), ...(await givenByTeacher(world, position)) };
  },
  async countRescreens(world) {
    await plannedIn(world);
    return {};
  },
  async listPhoneAskings(world, position) {
    const { personId } = await linked(world, position);
    return { personId };
  },
  async listPhoneAskingsToday(world, position) {
    await linked(world, position);
    return {};
  },
  async preparePhoneAsking(world, position) {
    const { personId } = await asked(world, position);
    return { id: world.newId(), personId, formCode: 'who-5', language: 'en' };
  },
  async takeBackPhoneAsking(world, position) {
    const { askingId } = await linked(world, position);
    return { id: world.newId(), askingId };
  },
  openPhoneLink: () => ({ ...KEY, language: 'kk' }),
  sendPhoneAnswers: (world) => ({
    ...{ ...KEY, id: world.newId(), language: 'kk', answers: {}, languages: {} },
    ...{ consent: { version: 'own-phone-1', language: 'kk' }, answeredAt: world.app.clock.now() },
  }),
};
