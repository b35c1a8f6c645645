import { randomUUID } from 'node:crypto';
import type { Agreement } from '@tirek/domain/people/pupils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, need, opening, TODAY, write } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { bornOn, colleague, register } from '../test/registering.ts';

let app: TestApp;
let saule: TestClient;
let bolat: TestClient;
const receiverId = randomUUID();
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  bolat = app.as('bolat');
  await settle(app);
  await saule.call('addConsentReceiver', { id: receiverId, name: '№ 7 мектеп-гимназия' });
});
afterAll(() => app[Symbol.asyncDispose]());

const NOTHING: Agreement = { supports: [], call: null };
const TOLD: Agreement = { supports: ['told-ahead', 'more-time'], call: 'family' };
const line = (given: string, family: string, own = NOTHING) => ({
  ...{ id: randomUUID(), pupilId: randomUUID(), basedOn: 0 },
  pupil: { name: { given, family, klass: '6 Б' }, own },
});
const listed = async (given: string, family: string, own = NOTHING) => {
  const input = line(given, family, own);
  await bolat.call('recordPupil', input);
  return input.pupilId;
};
const ofBolat = async (pupilId: string) =>
  (await bolat.call('listPupils', {})).pupils.find(({ id }) => id === pupilId);
/** Somebody of Saule's families whom Bolat lists too, and who agreed that his school is told something. */
async function child(given: string, family: string, purposes = ['service', 'referral'] as const) {
  const made = await register(saule, { given, family, birth: bornOn('1990-05-17') });
  const decisions = purposes.map((purpose) =>
    decisionOf(purpose, 'given', { receiverId: purpose === 'referral' ? receiverId : null }),
  );
  await saule.call('recordConsent', sittingOf(made.personId, decisions));
  return made;
}
const note = (
  personId: string,
  pupilId: string,
  agreement: Agreement | null = TOLD,
  basedOn = 0,
) => ({
  ...{ id: randomUUID(), personId, pupilId, receiverId, agreement, basedOn },
});
const claims = (accountId: string) => ({
  actor_kind: 'account',
  actor_id: accountId,
  programme_id: app.programmeId,
  fully_signed_in: 'yes',
});
const triedAs = async (accountId: string, text: string) => {
  try {
    return (await rowsAsApp(app.database, claims(accountId), text)).length;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
const ROW_POLICY = '42501';

/** Everything that an injected query finds under Bolat's name: each table whole, and his own list. */
async function everythingFor(accountId: string): Promise<Record<string, string>> {
  const tables = await rowsAsOwner<{ name: string }>(
    app.database,
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const seen: Record<string, string> = {};
  for (const { name } of tables) {
    seen[name] = await rowsAsApp<{ all: string }>(
      app.database,
      claims(accountId),
      `select coalesce(string_agg(md5(row::text), ' ' order by md5(row::text)), '') as all from ${name} row`,
    ).then(
      ([row]) => row?.all ?? '',
      (error: { code?: string }) => String(error.code),
    );
  }
  const own = `select * from pupils_of_actor('${TODAY}') order by pupil_id`;
  return { ...seen, own: JSON.stringify(await rowsAsApp(app.database, claims(accountId), own)) };
}

describe('the list of a school social worker', () => {
  it('is his alone, changed by him alone, and its names lie sealed until they are gone', async () => {
    const input = line('Айша', 'Тұрарова', { supports: ['homework-help'], call: 'class-teacher' });
    expect(await bolat.call('recordPupil', input)).toEqual({ version: 1 });
    expect(await bolat.call('recordPupil', input)).toEqual({ version: 1 });
    expect(await ofBolat(input.pupilId)).toMatchObject({
      ...{ version: 1, ...input.pupil, supports: ['homework-help'], calls: ['class-teacher'] },
    });
    const raw = async () =>
      JSON.stringify(
        await rowsAsOwner(
          app.database,
          `select pupil::text, encode(sealed, 'escape') from pupil left join pupil_name on entry_id = pupil.id
           where pupil_id = $1`,
          [input.pupilId],
        ),
      );
    expect(await raw()).not.toMatch(/Айша|Тұрар|6 Б/);
    const again = { ...input, id: randomUUID() };
    expect(await bolat.refusal('recordPupil', again)).toBe('changed-meanwhile');
    for (const who of ['saule', 'gulmira', 'aidos', 'ruslan', 'zarina'] as const) {
      expect(await app.as(who).refusal('listPupils', {})).toBe('not-allowed');
    }
    const end = { id: randomUUID(), pupilId: input.pupilId, basedOn: 1, pupil: null };
    expect(await bolat.call('recordPupil', end)).toEqual({ version: 2 });
    expect(await ofBolat(input.pupilId)).toBeUndefined();
    expect(
      await rowsAsOwner(
        app.database,
        'select 1 from pupil_name join pupil on pupil.id = entry_id where pupil_id = $1',
        [input.pupilId],
      ),
    ).toEqual([]);
    const back = { ...input, id: randomUUID(), basedOn: 2 };
    expect(await bolat.refusal('recordPupil', back)).toBe('not-found');
  });

  it('tells nothing of a family: all that he can reach is the same before the programme knows a pupil and after', async () => {
    const pupilId = await listed('Інжу', 'Досжанова', { supports: ['more-time'], call: null });
    await listed('Данияр', 'Омаров');
    const before = await everythingFor(app.id('bolat'));
    const shown = await bolat.call('listPupils', {});
    const { personId, familyId } = await child('Инжу', 'Досжан');
    await write(saule, familyId, opening(personId));
    await write(saule, familyId, need({ personId }));
    await saule.call(
      'recordSchoolNote',
      note(personId, pupilId, { supports: ['more-time'], call: null }),
    );
    const mother = await agreeing(saule, { given: 'Ана', familyId });
    const id = randomUUID();
    await saule.call('requestErasure', { id, personId: mother.personId, basis: 'person-asks' });
    expect(await bolat.call('listPupils', {})).toEqual(shown);
    expect(await everythingFor(app.id('bolat'))).toEqual(before);
    expect(before.person).toBe('');
    expect(before.pupil).not.toBe('');
  });
});

describe('what a family agreed to be told at school', () => {
  it('finds the pupil by name in another spelling, and shows Saule nobody else of the list', async () => {
    const pupilId = await listed('Айгерім', 'Сәрсенбаева');
    await listed('Айгерім', 'Қалиева');
    const { personId } = await child('Айгерим', 'Сарсенбаева');
    const { found, note: none, receivers } = await saule.call('findPupils', { personId });
    expect(found.map((each) => each.pupilId)).toEqual([pupilId]);
    expect(found).toMatchObject([{ name: { klass: '6 Б' }, keeper: 'Болат Жұмабеков' }]);
    expect(none).toBeNull();
    expect(receivers).toEqual([{ id: receiverId, name: '№ 7 мектеп-гимназия' }]);
  });

  it('stands on Bolat’s line as words of the list among his own, until the family takes it back', async () => {
    const pupilId = await listed('Әсем', 'Ермекова', { supports: ['homework-help'], call: null });
    const { personId, familyId } = await child('Әсем', 'Ермекова');
    const told = note(personId, pupilId);
    expect(await saule.call('recordSchoolNote', told)).toEqual({ version: 1 });
    expect(await saule.call('recordSchoolNote', told)).toEqual({ version: 1 });
    const seen = await ofBolat(pupilId);
    expect(seen).toMatchObject({ supports: ['homework-help', 'more-time', 'told-ahead'] });
    expect(seen?.calls).toEqual(['family']);
    expect(seen?.own).toEqual({ supports: ['homework-help'], call: null });
    const whole = JSON.stringify(await bolat.call('listPupils', {}));
    for (const part of [personId, familyId, app.id('saule'), 'Сәуле', TODAY]) {
      expect(whole).not.toContain(part);
    }
    const back = note(personId, pupilId, null, 1);
    expect(await saule.call('recordSchoolNote', back)).toEqual({ version: 2 });
    expect(await ofBolat(pupilId)).toMatchObject({ supports: ['homework-help'], calls: [] });
    await saule.call('recordSchoolNote', note(personId, pupilId, TOLD, 2));
    expect((await ofBolat(pupilId))?.calls).toEqual(['family']);
    app.clock.advance(1);
    await saule.call('withdrawConsent', {
      ...{ id: randomUUID(), personId, purpose: 'referral', receiverId, party: 'person' },
      ...{ mode: 'verbal', language: 'kk', shown: [{ purpose: 'referral', receiverId }] },
    });
    expect(await ofBolat(pupilId)).toMatchObject({ supports: ['homework-help'], calls: [] });
  });

  it('is not written down without that consent, of a pupil of another name, or over what changed meanwhile', async () => {
    const pupilId = await listed('Алуа', 'Нұрланова');
    const other = await listed('Мадияр', 'Сейтқали');
    const silent = await child('Алуа', 'Нұрланова', ['service'] as never);
    const refused = (input: object) => saule.refusal('recordSchoolNote', input as never);
    expect(await refused(note(silent.personId, pupilId))).toBe('school-consent-missing');
    const { personId } = await child('Алуа', 'Нұрлан');
    expect(await refused(note(personId, other))).toBe('not-found');
    expect(await refused(note(personId, pupilId, null))).toBe('not-found');
    expect(await refused(note(personId, pupilId, TOLD, 1))).toBe('changed-meanwhile');
    const marat = app.asAccount(await colleague(app, 'marat.school'));
    expect(await marat.refusal('findPupils', { personId })).toBe('not-found');
    expect(await marat.refusal('recordSchoolNote', note(personId, pupilId))).toBe('not-found');
  });

  it('goes when she is erased, and her line on the school’s list stays as the school wrote it', async () => {
    const pupilId = await listed('Жанар', 'Бекова');
    const { personId, familyId } = await child('Жанар', 'Бекова');
    await agreeing(saule, { given: 'Ана', familyId });
    await saule.call('recordSchoolNote', note(personId, pupilId));
    const id = randomUUID();
    await saule.call('requestErasure', { id, personId, basis: 'person-asks' });
    const decision = { kind: 'erased' } as const;
    await app.as('ruslan').call('decideErasure', { id: randomUUID(), requestId: id, decision });
    const query = 'select 1 from school_note where person_id = $1';
    expect(await rowsAsOwner(app.database, query, [personId])).toEqual([]);
    expect(await ofBolat(pupilId)).toMatchObject({ supports: [], calls: [] });
  });
});

describe('a query injected under the name of', () => {
  const insertPupil = (by: string, pupilId: string = randomUUID(), version = 1) =>
    `insert into pupil (id, programme_id, pupil_id, version, kept_by, state, supports, recorded_at, recorded_on)
     values (gen_random_uuid(), '${app.programmeId}', '${pupilId}', ${version}, '${by}', 'listed', '{}',
       '${TODAY}T05:00:00Z', '${TODAY}')`;
  const insertNote = (by: string, personId: string, pupilId: string, version = 1) =>
    `insert into school_note (id, programme_id, person_id, pupil_id, receiver_id, version, state, supports, recorded_by,
       recorded_at, recorded_on)
     values (gen_random_uuid(), '${app.programmeId}', '${personId}', '${pupilId}', '${receiverId}', ${version}, 'standing',
       '{free-meals}', '${by}', '${TODAY}T05:00:00Z', '${TODAY}')`;

  it('Bolat reaches no note, no person and no family, and writes on no list but his own', async () => {
    const pupilId = await listed('Тоғжан', 'Серікова');
    const { personId } = await child('Тоғжан', 'Серікова');
    await saule.call('recordSchoolNote', note(personId, pupilId));
    const by = app.id('bolat');
    for (const table of [
      'school_note',
      'person',
      'identity',
      'family',
      'family_member',
      'consent',
    ]) {
      expect(await triedAs(by, `select 1 from ${table}`), table).toBe(0);
    }
    expect(await triedAs(by, `select * from pupils_to_compare('${personId}')`)).toBe(0);
    expect(await triedAs(by, insertNote(by, personId, pupilId, 2))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertPupil(app.id('saule')))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertPupil(by, pupilId, 3))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertPupil(by))).toBe(0);
    for (const text of [
      `update pupil set state = 'ended'`,
      'delete from pupil_name',
      'delete from school_note',
    ])
      expect(await triedAs(by, text), text).toBe(ROW_POLICY);
  });

  it('Saule or a colleague reads no list, and writes no note without consent or about somebody else’s child', async () => {
    const pupilId = await listed('Ұлпан', 'Әмірова');
    const { personId } = await child('Ұлпан', 'Әмірова');
    const silent = await child('Ұлпан', 'Әмір', ['service'] as never);
    const [by, marat] = [app.id('saule'), await colleague(app, 'marat.injects')];
    for (const who of [by, marat, app.id('gulmira'), app.id('zarina')]) {
      expect(await triedAs(who, 'select 1 from pupil union all select 1 from pupil_name')).toBe(0);
      expect(await triedAs(who, `select * from pupils_of_actor('${TODAY}')`)).toBe(0);
      expect(await triedAs(who, insertPupil(who))).toBe(ROW_POLICY);
    }
    expect(await triedAs(marat, `select * from pupils_to_compare('${personId}')`)).toBe(0);
    expect(await triedAs(marat, insertNote(marat, personId, pupilId))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertNote(by, silent.personId, pupilId))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertNote(by, personId, randomUUID()))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertNote(by, personId, pupilId, 2))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertNote(by, personId, pupilId))).toBe(0);
    expect(await triedAs(by, 'select * from listed_pupils()')).toBe(ROW_POLICY);
  });
});
