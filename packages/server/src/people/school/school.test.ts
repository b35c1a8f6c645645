import { randomUUID } from 'node:crypto';
import type { FamilyAgreement } from '@tirek/domain/people/pupils';
import type { Incident, PupilEntryInput } from '@tirek/domain/people/school';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { openArchive } from '../../privacy/own-copy/test/open-archive.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { bornOn, colleague, register } from '../test/registering.ts';

const TODAY = '2026-11-23';
let app: TestApp;
let saule: TestClient;
let bolat: TestClient;
let other: TestClient;
const receiverId = randomUUID();
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  bolat = app.as('bolat');
  other = app.asAccount(await colleague(app, 'zhanna.school', 'school-social-worker'));
  await settle(app);
  await saule.call('addConsentReceiver', { id: receiverId, name: '№ 7 мектеп-гимназия' });
});
afterAll(() => app[Symbol.asyncDispose]());

const ALL: Partial<FamilyAgreement> = { passes: ['answers', 'attendance', 'incidents'] };
async function listed(given: string, family: string): Promise<string> {
  const pupilId = randomUUID();
  const own = { supports: [], call: null };
  await bolat.call('recordPupil', {
    ...{ id: randomUUID(), pupilId, basedOn: 0 },
    pupil: { name: { given, family, klass: '2 А' }, own },
  });
  return pupilId;
}
/** A child of one of Saule's families whom Bolat lists too; her mother said yes to what is named. */
async function child(given: string, agreed: Partial<FamilyAgreement> | null = ALL) {
  const family = 'Мектепова';
  const { personId } = await register(saule, { given, family, birth: bornOn('2016-03-03') });
  for (const party of ['guardian', 'person'] as const) {
    const decisions = (['service', 'screening', 'referral'] as const).map((purpose) =>
      decisionOf(purpose, 'given', { receiverId: purpose === 'referral' ? receiverId : null }),
    );
    const guardian = { name: 'Мектепова Ана', relation: 'parent', document: null } as const;
    await saule.call(
      'recordConsent',
      sittingOf(personId, decisions, {
        ...{ party, mode: 'written', witness: null },
        guardian: party === 'guardian' ? guardian : null,
      }),
    );
  }
  const pupilId = await listed(given, family);
  if (agreed) await agree({ personId, pupilId }, agreed);
  return { personId, pupilId };
}
const agree = (
  { personId, pupilId }: { personId: string; pupilId: string },
  agreed: Partial<FamilyAgreement> | null,
  basedOn = 0,
) =>
  saule.call('recordSchoolNote', {
    ...{ id: randomUUID(), personId, pupilId, receiverId, basedOn },
    agreement: agreed && { supports: [], call: null, ...agreed },
  });
const lineOf = async (pupilId: string) =>
  (await bolat.call('listPupils', {})).pupils.find(({ id }) => id === pupilId);

const told = (over: Partial<Incident> = {}): Incident => ({
  ...{ on: '2026-11-17', heardOn: '2026-11-17', place: 'yard', deeds: ['called-names'] },
  ...({ by: 'pupils', seenBy: ['child'], harm: 'some', ...over } as const),
});
const views = { child: 'enough', parent: 'enough' } as const;
const written = (pupilId: string, entry: PupilEntryInput, basedOn = 0) => ({
  ...{ id: randomUUID(), pupilId, basedOn, entry },
});
const happened = async (pupilId: string, over: Partial<Incident> = {}, by = bolat) => {
  const incidentId = randomUUID();
  await by.call(
    'recordPupilEntry',
    written(pupilId, { kind: 'incident', incidentId, value: told(over) }),
  );
  return incidentId;
};
const answer = (incidentId: string, on = TODAY): PupilEntryInput => ({
  ...{ kind: 'response', incidentId, value: { on, done: ['made-safe', 'watched-more'], ...views } },
});
const look = (incidentId: string, state: 'stopped' | 'goes-on' = 'stopped'): PupilEntryInput => ({
  ...{ kind: 'look', incidentId, value: { on: TODAY, state, ...views } },
});
/** An incident that was answered, and found stopped. */
async function stopped(pupilId: string) {
  const incidentId = await happened(pupilId);
  await bolat.call('recordPupilEntry', written(pupilId, answer(incidentId), 1));
  await bolat.call('recordPupilEntry', written(pupilId, look(incidentId), 2));
  return incidentId;
}
const incidentOf = async (pupilId: string) =>
  (await bolat.call('listSchoolRecord', {})).pupils.find((each) => each.pupilId === pupilId)
    ?.incidents[0];

const triedAs = async (accountId: string, text: string) => {
  const claims = {
    ...{ actor_kind: 'account', actor_id: accountId, programme_id: app.programmeId },
    fully_signed_in: 'yes',
  };
  try {
    return (await rowsAsApp(app.database, claims, text)).length;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
const ROW_POLICY = '42501';
const CHECK = '23514';

describe('what the school learns', () => {
  it('is nothing, then what the mother says, then what she says instead, and nothing at once', async () => {
    const known = await child('Айым', null);
    const nothing = { languages: [], health: [], isHelped: false, phones: [], supports: [] };
    expect(await lineOf(known.pupilId)).toMatchObject(nothing);
    await agree(known, {
      ...{ languages: ['kk'], health: ['sees-badly'], isHelped: true },
      ...{ phone: '+7 701 000 00 01', passes: ['attendance'] },
    });
    const line = await lineOf(known.pupilId);
    expect(line).toMatchObject({
      ...{
        languages: ['kk'],
        health: ['sees-badly'],
        isHelped: true,
        phones: ['+7 701 000 00 01'],
      },
    });
    expect(JSON.stringify(line)).not.toContain('attendance');
    await agree(known, { languages: ['kk'] }, 1);
    expect(await lineOf(known.pupilId)).toMatchObject({ ...nothing, languages: ['kk'] });
    await agree(known, { phone: '87010000001' }, 2);
    app.clock.advance(1);
    await saule.call('withdrawConsent', {
      ...{ id: randomUUID(), personId: known.personId, party: 'guardian', purpose: 'referral' },
      ...{
        receiverId,
        mode: 'verbal',
        language: 'kk',
        shown: [{ purpose: 'referral', receiverId }],
      },
    });
    expect(await lineOf(known.pupilId)).toMatchObject(nothing);
    const raw = await rowsAsOwner(app.database, 'select school_note::text as all from school_note');
    expect(JSON.stringify(raw)).not.toContain('7010000001');
  });

  it('is a telephone and no sentence', async () => {
    const known = await child('Балнұр', null);
    const input = { id: randomUUID(), ...known, receiverId, basedOn: 0 };
    const agreement = { supports: [], call: null, phone: 'Ана қайтып келді' };
    expect(await saule.refusal('recordSchoolNote', { ...input, agreement } as never)).toBe(
      'input-invalid',
    );
  });
});

describe('an incident', () => {
  it('is answered in time, looked at again, and closed by somebody else who does not learn whose it is', async () => {
    const { pupilId, personId } = await child('Гүлсім', {});
    const incidentId = await happened(pupilId);
    expect(await incidentOf(pupilId)).toMatchObject({ wanted: 'answer', dueOn: '2026-11-24' });
    const early = written(pupilId, look(incidentId), 1);
    expect(await bolat.refusal('recordPupilEntry', early)).toBe('incident-out-of-order');
    const sent = written(pupilId, answer(incidentId), 1);
    await bolat.call('recordPupilEntry', sent);
    await bolat.call('recordPupilEntry', sent);
    expect(await incidentOf(pupilId)).toMatchObject({
      ...{ answer: { isInTime: true }, wanted: 'look', dueOn: '2026-12-23' },
    });
    await bolat.call('recordPupilEntry', written(pupilId, look(incidentId), 2));
    expect(await incidentOf(pupilId)).toMatchObject({ wanted: 'closing', dueOn: '2026-11-30' });
    const closing = () => ({ id: randomUUID(), incidentId });
    expect(await bolat.refusal('closeIncident', closing())).toBe('incident-own');
    const seen = await other.call('listIncidentsToClose', {});
    expect(seen.incidents.map((each) => each.incidentId)).toContain(incidentId);
    expect(JSON.stringify(seen)).not.toContain(pupilId);
    expect(await saule.refusal('closeIncident', closing())).toBe('not-found');
    expect((await saule.call('getSchoolRecordOf', { personId })).incidents).toEqual([]);
    await other.call('closeIncident', closing());
    expect(await incidentOf(pupilId)).toMatchObject({ isClosed: true, wanted: null });
    const late = written(pupilId, look(incidentId), 3);
    expect(await bolat.refusal('recordPupilEntry', late)).not.toBeNull();
  });

  it('has the supervisor and the coordinator of the region as the second pair of eyes, who do not learn whose it is', async () => {
    const { pupilId } = await child('Айдана', {});
    const [first, second] = [await stopped(pupilId), await stopped(pupilId)];
    for (const [who, incidentId] of [
      ['gulmira', first],
      ['aidos', second],
    ] as const) {
      const seen = await app.as(who).call('listIncidentsToClose', {});
      expect(seen.incidents.map((each) => each.incidentId)).toContain(incidentId);
      expect(JSON.stringify(seen)).not.toContain(pupilId);
      await app.as(who).call('closeIncident', { id: randomUUID(), incidentId });
      const after = await app.as(who).call('listIncidentsToClose', {});
      expect(after.incidents.map((each) => each.incidentId)).not.toContain(incidentId);
    }
    await rowsAsOwner(
      app.database,
      `update role_assignment set region_code = 'KZ-75' where account_id = $1 and role = 'regional-coordinator'`,
      [app.id('aidos')],
    );
    const third = await stopped(pupilId);
    expect((await app.as('aidos').call('listIncidentsToClose', {})).incidents).toEqual([]);
    const closing = { id: randomUUID(), incidentId: third };
    expect(await app.as('aidos').refusal('closeIncident', closing)).toBe('not-found');
  });

  it('late by a day says so', async () => {
    const pupilId = await listed('Дана', 'Кешікті');
    const incidentId = await happened(pupilId, { on: '2026-11-13', heardOn: '2026-11-13' });
    await bolat.call('recordPupilEntry', written(pupilId, answer(incidentId), 1));
    expect(await incidentOf(pupilId)).toMatchObject({ answer: { isInTime: false } });
  });

  it('reaches whoever helps the family where the mother lets it through, who may be the second person', async () => {
    const { pupilId, personId } = await child('Еркежан');
    const incidentId = await stopped(pupilId);
    const { waiting } = await saule.call('listSchoolIncidents', {});
    expect(waiting.find((each) => each.personId === personId)).toMatchObject({
      ...{ name: 'Мектепова Еркежан', incident: { incidentId, wanted: 'closing' } },
    });
    await saule.call('closeIncident', { id: randomUUID(), incidentId });
    const { incidents } = await saule.call('getSchoolRecordOf', { personId });
    expect(incidents).toMatchObject([{ isClosed: true }]);
  });

  it('of serious harm calls whoever answers for a child’s safety, and looks the same at school', async () => {
    const { pupilId, personId } = await child('Жания', {});
    const stranger = await listed('Зере', 'Бөтен');
    await happened(stranger, { harm: 'serious' });
    await happened(pupilId, { harm: 'serious' });
    const { events } = await saule.call('listSafetyEventsOf', { personId });
    expect(events).toMatchObject([{ event: { kind: 'child-danger', urgency: 'today' } }]);
    expect(events[0]?.holder.accountId).toBe(app.id('saule'));
    expect(await rowsAsOwner(app.database, 'select 1 from safety_event')).toHaveLength(1);
    const [one, two] = [await incidentOf(pupilId), await incidentOf(stranger)];
    expect({ ...one, incidentId: '' }).toEqual({ ...two, incidentId: '' });
  });

  it('is counted for Aidos in whole fives', async () => {
    const { regions } = await app.as('aidos').call('countIncidents', {});
    for (const each of regions)
      expect([each.heard % 5, each.inTime % 5, each.waiting % 5]).toEqual([0, 0, 0]);
  });
});

it('months of attendance reach Saule with the grade, corrected once and never by two at a time', async () => {
  const { pupilId, personId } = await child('Инара');
  const month = (away: number) => ({
    ...{ kind: 'attendance' as const, value: { month: '2026-10', days: 22, away, excused: 1 } },
  });
  await bolat.call('recordPupilEntry', written(pupilId, month(9)));
  expect(await bolat.refusal('recordPupilEntry', written(pupilId, month(3)))).toBe(
    'changed-meanwhile',
  );
  await bolat.call('recordPupilEntry', written(pupilId, month(4), 1));
  expect(await saule.call('getSchoolRecordOf', { personId })).toMatchObject({
    ...{ grade: 2, months: [{ version: 2, value: { away: 4 } }] },
  });
  const ahead = {
    kind: 'attendance' as const,
    value: { month: '2026-12', days: 1, away: 0, excused: 0 },
  };
  expect(await bolat.refusal('recordPupilEntry', written(pupilId, ahead))).toBe(
    'paper-day-to-come',
  );
});

it('what a school wrote of a child goes into her own copy, also what Saule is not let see, and is counted before an erasure', async () => {
  const { personId, pupilId } = await child('Гауһар', { passes: [] });
  await happened(pupilId, { place: 'yard' });
  const month = { month: '2026-10', days: 22, away: 7, excused: 2 };
  await bolat.call('recordPupilEntry', written(pupilId, { kind: 'attendance', value: month }));
  expect(await saule.call('getSchoolRecordOf', { personId })).toMatchObject({ incidents: [] });
  const copyId = randomUUID();
  const passphrase = 'ABCDE-23456-FGHJK-789MN';
  await saule.call('makeOwnCopy', {
    ...{ id: copyId, personId, askedOn: TODAY, language: 'ru', askedBy: 'guardian' },
    ...{ proof: 'known', withheld: [], passphrase },
  });
  const ruslan = app.as('ruslan');
  await ruslan.call('decideOwnCopy', {
    ...{ id: randomUUID(), copyId, decision: { kind: 'released' } },
  });
  const { bytes } = await ruslan.raw('fetchOwnCopy', { copyId });
  const opened = await openArchive(bytes, passphrase);
  expect(opened?.json).toMatch(/"away": 7\b/);
  expect(opened?.json).toContain('called-names');
  expect((await saule.call('previewErasure', { personId })).stays.schoolEntries).toBe(2);
});

describe('a way to help in learning', () => {
  const step = (personId: string, value: object, basedOn = 0) => ({
    ...{ id: randomUUID(), personId, section: 'learning' as const, basedOn, since: TODAY },
    told: {
      section: 'learning' as const,
      value: {
        ...{ stage: 'noticed', agreed: 'not-asked', seeing: null, hearing: null, advised: [] },
        ...{ until: null, holder: 'practitioner', dueOn: '2026-11-20', ...value },
      },
    },
  });

  it('goes no further than the mother’s word, is due like all that is promised, and ends', async () => {
    const { personId } = await child('Кәмила', null);
    const put = (value: object, basedOn: number) =>
      saule.call('recordCircumstance', step(personId, value, basedOn) as never);
    await put({}, 0);
    const due = async () =>
      (await saule.call('listCases', {})).cases.flatMap(({ tasks }) =>
        tasks.filter(({ subjectId }) => subjectId === personId),
      );
    expect(await due()).toMatchObject([{ kind: 'learning-due', standing: 'overdue' }]);
    const refused = (value: object) =>
      saule.refusal('recordCircumstance', step(personId, value, 1) as never);
    const checked = { seeing: 'helped', hearing: 'well' };
    expect(await refused({ stage: 'applied', ...checked })).toBe('input-invalid');
    expect(await refused({ stage: 'applied', agreed: 'yes' })).toBe('input-invalid');
    expect(await refused({ stage: 'talked', agreed: 'yes', dueOn: null })).toBe('input-invalid');
    await put(
      { stage: 'applied', agreed: 'yes', ...checked, holder: 'commission', dueOn: '2026-12-20' },
      1,
    );
    expect(await due()).toMatchObject([{ dueOn: '2026-12-20', standing: 'upcoming' }]);
    await put({ stage: 'ended', agreed: 'yes', ...checked, holder: null, dueOn: null }, 2);
    expect(await due()).toEqual([]);
  });
});

describe('a query injected under the name of Bolat', () => {
  it('reaches no answer, no score, no person and no line of another list, and tells nobody’s pupil from another', async () => {
    const { pupilId, personId } = await child('Лаура');
    const by = app.id('bolat');
    for (const table of [
      'assessment',
      'circumstance',
      'school_note',
      'safety_event',
      'case_entry',
    ]) {
      expect(await triedAs(by, `select 1 from ${table}`), table).toBe(0);
    }
    for (const text of [
      'select * from teacher_answers_sealed',
      `select * from school_told(array['${pupilId}'::uuid], '${TODAY}')`,
      'select closed_by from incident_closing',
      `update pupil_entry set value = '{}'`,
      'delete from teacher_answers',
    ]) {
      expect(await triedAs(by, text), text).toBe(ROW_POLICY);
    }
    for (const text of [
      `select * from pupil_links('${TODAY}')`,
      `select * from pupil_entries_passed('${TODAY}')`,
      `select * from teacher_answers_passed('${TODAY}')`,
      `select * from incident_counts('${TODAY}')`,
    ]) {
      expect(await triedAs(by, text), text).toBe(0);
    }
    expect((await saule.call('getSchoolRecordOf', { personId })).today).toBe(TODAY);
  });

  it('writes on his own list only, no sentence, and closes nothing that he wrote', async () => {
    const pupilId = await listed('Мөлдір', 'Өз');
    const by = app.id('bolat');
    const insert = (of: string, who: string, value = '{"month": "2026-10"}') =>
      `insert into pupil_entry (id, programme_id, pupil_id, subject_id, version, kind, value, recorded_by, recorded_at, recorded_on)
       values (gen_random_uuid(), '${app.programmeId}', '${of}', gen_random_uuid(), 1, 'attendance', '${value}', '${who}',
         '${TODAY}T05:00:00Z', '${TODAY}')`;
    expect(await triedAs(by, insert(pupilId, by))).toBe(0);
    expect(await triedAs(by, insert(randomUUID(), by))).toBe(ROW_POLICY);
    expect(await triedAs(by, insert(pupilId, app.id('saule')))).toBe(ROW_POLICY);
    expect(await triedAs(app.id('saule'), insert(pupilId, app.id('saule')))).toBe(ROW_POLICY);
    expect(await triedAs(by, insert(pupilId, by, '{"by": "Асхат Сейітов"}'))).toBe(CHECK);
    const incidentId = await stopped(pupilId);
    const close = (who: string) =>
      `insert into incident_closing (id, programme_id, incident_id, closed_by, closed_at, closed_on)
       values (gen_random_uuid(), '${app.programmeId}', '${incidentId}', '${who}', '${TODAY}T05:00:00Z', '${TODAY}')`;
    expect(await triedAs(by, close(by))).toBe(ROW_POLICY);
    expect(await triedAs(app.id('saule'), close(app.id('saule')))).toBe(ROW_POLICY);
    expect(await triedAs(app.id('zarina'), 'select * from incidents_to_close()')).toBe(0);
  });
});
