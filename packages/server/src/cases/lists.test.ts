import { randomUUID } from 'node:crypto';
import { MOST_SAVED_LISTS, WHOLE_LIST } from '@tirek/domain/cases';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '../consents/test/consenting.ts';
import { colleague } from '../people/test/registering.ts';
import { rowsAsApp } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { agreeing, entryInput, need, opening, words, write } from './test/casework.ts';

let app: TestApp;
let saule: TestClient;
let gulmira: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  gulmira = app.as('gulmira');
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    id: randomUUID(),
    supervisorId: app.id('gulmira'),
    practitionerId: app.id('saule'),
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const question = (text = 'Сотқа бірге барайын ба?') => ({
  ...({ kind: 'question', subjectId: randomUUID(), state: 'asked', personId: null } as const),
  ...{ value: {}, words: words(text) },
});
const tasksIn = async (familyId: string, client: TestClient) =>
  (await client.call('listCases', {})).cases
    .find(({ family }) => family.id === familyId)
    ?.tasks.map(({ kind, isFor, dueOn }) => `${kind} ${isFor} ${dueOn}`);
const triedAs = async (accountId: string, text: string) => {
  try {
    const claims = { actor_kind: 'account', actor_id: accountId, fully_signed_in: 'yes' };
    return (await rowsAsApp(app.database, { ...claims, programme_id: app.programmeId }, text))
      .length;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
const ROW_POLICY = '42501';

describe('a question to the supervisor', () => {
  it('waits for Gulmira, is answered once and stands in the family’s story with its answer', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId));
    const asked = question();
    await write(saule, familyId, asked);
    expect(await tasksIn(familyId, gulmira)).toContain('question-to-answer supervisor 2026-11-30');
    const answer = {
      ...{ id: randomUUID(), familyId, questionId: asked.subjectId, basedOn: 1 },
      words: words('Иә, барыңыз.'),
    };
    expect(await saule.refusal('answerQuestion', answer)).toBe('not-allowed');
    const other = app.asAccount(await colleague(app, 'other.answers', 'supervisor'));
    expect(await other.refusal('answerQuestion', answer)).toBe('not-found');
    expect(await gulmira.call('answerQuestion', answer)).toEqual({ version: 2 });
    expect(await gulmira.call('answerQuestion', answer)).toEqual({ version: 2 });
    const again = { ...answer, id: randomUUID(), basedOn: 2 };
    expect(await gulmira.refusal('answerQuestion', again)).toBe('case-not-waiting');
    const { entries } = await saule.call('getCase', { familyId });
    const said = entries
      .filter(({ kind }) => kind === 'question')
      .toSorted((a, b) => a.version - b.version)
      .map((entry) => entry.words?.text);
    expect(said).toEqual(['Сотқа бірге барайын ба?', 'Иә, барыңыз.']);
    expect((await tasksIn(familyId, gulmira))?.join()).not.toContain('question');
  });

  it('is not written down about a family that agreed to no record, and can be answered without words once it took that back', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId));
    const asked = question();
    await write(saule, familyId, asked);
    app.clock.advance(1);
    await saule.call('withdrawConsent', {
      ...{ id: randomUUID(), personId, purpose: 'service', receiverId: null, party: 'person' },
      ...{ mode: 'verbal', language: 'kk', shown: [{ purpose: 'service', receiverId: null }] },
    });
    const input = entryInput(familyId, question());
    expect(await saule.refusal('recordCaseEntry', input)).toBe('case-consent-missing');
    const about = { familyId, questionId: asked.subjectId, basedOn: 1 };
    const spoken = { ...about, id: randomUUID(), words: words('Иә') };
    expect(await gulmira.refusal('answerQuestion', spoken)).toBe('case-consent-missing');
    const silent = { ...about, id: randomUUID(), words: null };
    expect(await gulmira.call('answerQuestion', silent)).toEqual({ version: 2 });
  });

  it('is answered in the database by nobody but who supervises its holder and did not ask it', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId));
    const asked = question();
    await write(saule, familyId, asked);
    const answered = (by: string, subject = asked.subjectId, kind = 'question') =>
      `insert into case_entry (id, programme_id, family_id, kind, subject_id, version, state, person_id, value, recorded_by,
         recorded_at, recorded_on) values (gen_random_uuid(), '${app.programmeId}', '${familyId}', '${kind}', '${subject}', 2,
         'answered', null, '{}', '${by}', '2026-11-23T05:00:00Z', '2026-11-23')`;
    const [by, supervisor] = [app.id('saule'), app.id('gulmira')];
    const other = await colleague(app, 'other.injects', 'supervisor');
    expect(await triedAs(by, answered(by))).toBe(ROW_POLICY);
    expect(await triedAs(other, answered(other))).toBe(ROW_POLICY);
    expect(await triedAs(supervisor, answered(by))).toBe(ROW_POLICY);
    expect(await triedAs(supervisor, answered(supervisor, randomUUID()))).toBe(ROW_POLICY);
    expect(await triedAs(supervisor, answered(supervisor))).toBe(0);
  });
});

describe('several families at once', () => {
  it('are handed over one by one: what is refused is told, and what was done is not done twice', async () => {
    const aigul = await colleague(app, 'aigul.many');
    await app.as('kairat').call('assignSupervision', {
      ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: aigul },
    });
    const theirs = await agreeing(app.asAccount(aigul));
    const families = [await agreeing(saule), theirs, await agreeing(saule)];
    const writes = families.map(({ familyId }) => ({
      id: randomUUID(),
      familyId,
      accountId: aigul,
    }));
    const sendAll = async () => {
      const told: string[] = [];
      for (const input of writes) {
        const refused = await gulmira.call('handOverFamily', input).catch((error) => error.code);
        told.push(typeof refused === 'string' ? refused : 'done');
      }
      return told;
    };
    expect(await sendAll()).toEqual(['done', 'hand-over-refused', 'done']);
    expect(await sendAll()).toEqual(['done', 'hand-over-refused', 'done']);
    const { cases } = await gulmira.call('listCases', {});
    const held = families.map(
      ({ familyId }) => cases.find(({ family }) => family.id === familyId)?.holderId,
    );
    expect(held).toEqual([aigul, aigul, aigul]);
  });

  it('have their needs put into somebody’s hands by what the list alone knows, and the words stay', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId));
    await write(saule, familyId, need());
    const { cases } = await saule.call('listCases', {});
    const unheld = cases.find(({ family }) => family.id === familyId)?.unheld[0];
    if (!unheld) throw new Error('no need');
    const { id: subjectId, version, value } = unheld;
    const held = { body: 'justice-office', dueOn: '2026-12-15' } as const;
    const entry = {
      ...({ kind: 'need', subjectId, state: 'open', words: null } as const),
      ...{ personId: unheld.personId, value: { ...value, held } },
    };
    await saule.call('recordCaseEntry', entryInput(familyId, entry, version));
    const again = entryInput(familyId, entry, version);
    expect(await saule.refusal('recordCaseEntry', again)).toBe('changed-meanwhile');
    const { entries } = await saule.call('getCase', { familyId });
    const said = entries
      .filter(({ kind }) => kind === 'need')
      .toSorted((a, b) => a.version - b.version)
      .map((each) => each.words?.text);
    expect(said).toEqual(['Күйеуінің қайтыс болғаны туралы куәлік жоқ.', undefined]);
  });
});

describe('a saved list', () => {
  const saved = (name: string) => ({
    ...{ id: randomUUID(), name },
    filter: { ...WHOLE_LIST, list: 'ages' as const, age: 12 },
  });

  it('is the account’s own: nobody else sees it, and it is taken away by her alone', async () => {
    const twelve = saved('Он екіге толатындар');
    await saule.call('saveList', twelve);
    await saule.call('saveList', twelve);
    expect(await saule.call('listSavedLists', {})).toEqual({ lists: [twelve] });
    expect(await gulmira.call('listSavedLists', {})).toEqual({ lists: [] });
    const withdrawal = { id: randomUUID(), listId: twelve.id };
    expect(await gulmira.refusal('withdrawSavedList', withdrawal)).toBe('not-found');
    expect(await triedAs(app.id('gulmira'), 'select id from saved_list')).toBe(0);
    const withdrawn = (by: string) =>
      `insert into saved_list_withdrawal values ('${twelve.id}', '${app.programmeId}', '${by}', now())`;
    expect(await triedAs(app.id('gulmira'), withdrawn(app.id('saule')))).toBe(ROW_POLICY);
    expect(await triedAs(app.id('gulmira'), withdrawn(app.id('gulmira')))).toBe('23503');
    expect(await triedAs(app.id('saule'), 'delete from saved_list')).toBe(ROW_POLICY);
    await saule.call('withdrawSavedList', { ...withdrawal, id: randomUUID() });
    expect(await saule.call('listSavedLists', {})).toEqual({ lists: [] });
  });

  it('is one of a few', async () => {
    for (let at = 0; at < MOST_SAVED_LISTS; at += 1) await gulmira.call('saveList', saved(`${at}`));
    expect(await gulmira.refusal('saveList', saved('көп'))).toBe('saved-lists-full');
  });
});
