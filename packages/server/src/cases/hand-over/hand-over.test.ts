import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '../../consents/test/consenting.ts';
import { colleague } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { agreeing, need, opening, write } from '../test/casework.ts';

let app: TestApp;
let saule: TestClient;
let marat: TestClient;
let maratId: string;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  maratId = await colleague(app, 'marat.abenov');
  marat = app.asAccount(maratId);
  await settle(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** A family of Saule's with a need that is the centre's and one that is nobody's. */
async function worked() {
  const made = await agreeing(saule);
  const { familyId, personId } = made;
  await write(saule, familyId, opening(personId));
  await write(saule, familyId, need({ personId }));
  const held = { body: 'centre', dueOn: '2026-12-20' } as const;
  await write(saule, familyId, need({ personId, value: { ...need().value, held } }));
  return made;
}
const offerOf = (familyId: string, accountId = maratId, note: string | null = null) => ({
  ...{ id: randomUUID(), familyId, accountId },
  note: note === null ? null : { id: randomUUID(), text: note },
});
async function offered(note: string | null = null) {
  const made = await worked();
  const offer = offerOf(made.familyId, maratId, note);
  for (const _ of [1, 2]) await saule.call('offerFamily', offer);
  return { ...made, offerId: offer.id };
}
const answers = (offerId: string, answer: 'accepted' | 'declined' | 'withdrawn') => ({
  ...{ id: randomUUID(), offerId, answer },
});
const caseOf = async (client: TestClient, id: string) =>
  (await client.call('listCases', {})).cases.find(({ family }) => family.id === id);

describe('a family that moves to another region', () => {
  it('is offered to Marat, who learns from where and how many before he takes it over, and no name', async () => {
    const { familyId, personId, offerId } = await offered('Сотқа дейін қоңырау шалыңыз.');
    const { received } = await marat.call('listFamilyOffers', {});
    const { colleagues } = await marat.call('listColleaguesElsewhere', { region: 'KZ-27' });
    expect(received.find(({ id }) => id === offerId)).toEqual({
      ...{ id: offerId, from: 'Сәуле Ахметова', region: 'KZ-27', people: 1 },
      offeredOn: '2026-11-23',
    });
    expect(colleagues.map(({ accountId }) => accountId)).toContain(app.id('saule'));
    expect(JSON.stringify(received)).not.toContain(familyId);
    for (const refused of [
      await marat.refusal('getCase', { familyId }),
      await marat.refusal('getPerson', { personId }),
      await marat.refusal('listFamilyHolders', { familyId }),
    ]) {
      expect(refused).toBe('not-found');
    }
    expect(await saule.refusal('offerFamily', offerOf(familyId))).toBe('offer-refused');
    await saule.call('answerFamilyOffer', answers(offerId, 'withdrawn'));
  });

  it('comes with its note, its needs and all that is due, and Saule reaches it no more', async () => {
    const { familyId, personId, offerId } = await offered('Сотқа дейін қоңырау шалыңыз.');
    const before = await caseOf(saule, familyId);
    const story = (await saule.call('getCase', { familyId })).entries;
    const accepted = answers(offerId, 'accepted');
    for (const _ of [1, 2]) {
      expect(await marat.call('answerFamilyOffer', accepted)).toEqual({ familyId });
    }
    const after = await caseOf(marat, familyId);
    expect(after?.tasks).toEqual(before?.tasks);
    expect(after?.unheld).toEqual(before?.unheld);
    expect(after).toMatchObject({ openNeeds: 2, holderId: maratId, status: 'open' });
    const taken = await marat.call('getCase', { familyId });
    expect(taken.entries).toEqual(story);
    expect(taken.entries.map(({ words }) => words?.text)).toContain('Сотқа дейін қоңырау шалыңыз.');
    await write(marat, familyId, need({ personId }));
    const { holders } = await marat.call('listFamilyHolders', { familyId });
    expect(holders.map(({ name, region }) => [name, region])).toEqual([
      ['Сәуле Ахметова', 'KZ-27'],
      ['marat.abenov', 'KZ-75'],
    ]);
    for (const refused of [
      await saule.refusal('getCase', { familyId }),
      await saule.refusal('getPerson', { personId }),
      await saule.refusal('recordCaseEntry', {
        ...{ id: randomUUID(), familyId, basedOn: 0, entry: need({ personId }) },
      }),
      await saule.refusal('offerFamily', offerOf(familyId)),
    ]) {
      expect(refused).toBe('not-found');
    }
    expect(await caseOf(saule, familyId)).toBeUndefined();
    const logged = await rowsAsOwner<{ action: string }>(
      app.database,
      `select action from audit_entry where $1 = any (about) and action in ('offerFamily', 'answerFamilyOffer')`,
      [familyId],
    );
    expect(logged.map(({ action }) => action)).toContain('answerFamilyOffer');
  });

  it('stays where it is when Marat says no, when Saule takes the offer back, and when a supervisor was quicker', async () => {
    const declined = await offered();
    await marat.call('answerFamilyOffer', answers(declined.offerId, 'declined'));
    const { given } = await saule.call('listFamilyOffers', {});
    expect(given).toContainEqual(
      expect.objectContaining({ id: declined.offerId, to: 'marat.abenov', answer: 'declined' }),
    );
    const late = answers(declined.offerId, 'accepted');
    expect(await marat.refusal('answerFamilyOffer', late)).toBe('already-done');
    const back = await offered();
    await saule.call('answerFamilyOffer', answers(back.offerId, 'withdrawn'));
    const ainur = await colleague(app, 'ainur.team', 'practitioner', 'KZ-27');
    for (const practitionerId of [ainur, app.id('saule')]) {
      const team = { supervisorId: app.id('gulmira'), practitionerId };
      await app.as('kairat').call('assignSupervision', { id: randomUUID(), ...team });
    }
    const given2 = await offered();
    const to = { id: randomUUID(), familyId: given2.familyId, accountId: ainur };
    await app.as('gulmira').call('handOverFamily', to);
    for (const { offerId, familyId } of [back, given2]) {
      const accepted = answers(offerId, 'accepted');
      expect(await marat.refusal('answerFamilyOffer', accepted)).toBe('already-done');
      expect(await caseOf(marat, familyId)).toBeUndefined();
    }
    expect((await marat.call('listFamilyOffers', {})).received).toEqual([]);
  });

  it('can be handed over without a word where no record was agreed to', async () => {
    const { familyId } = await agreeing(saule, { purposes: [] });
    expect(await saule.refusal('offerFamily', offerOf(familyId, maratId, 'Сөз'))).not.toBeNull();
    const offer = offerOf(familyId);
    await saule.call('offerFamily', offer);
    await marat.call('answerFamilyOffer', answers(offer.id, 'accepted'));
    expect((await caseOf(marat, familyId))?.status).toBe('none');
  });
});

it('a query injected under another name offers, takes and reads nothing', async () => {
  const { familyId, offerId } = await offered();
  const nurgul = await colleague(app, 'nurgul.elsewhere');
  const as = async (accountId: string, text: string) => {
    const claims = {
      ...{ actor_kind: 'account', actor_id: accountId, programme_id: app.programmeId },
      fully_signed_in: 'yes',
    };
    try {
      return await rowsAsApp(app.database, claims, text);
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const take = (answer: string) =>
    `select answer_family_offer(gen_random_uuid(), '${offerId}', '${answer}', now()) as done`;
  for (const who of [nurgul, app.id('bolat'), app.id('zarina'), app.id('kairat')]) {
    for (const answer of ['accepted', 'declined', 'withdrawn']) {
      expect(await as(who, take(answer))).toEqual([{ done: null }]);
    }
    const offer = `select offer_family(gen_random_uuid(), '${familyId}', '${maratId}', now(), now()::date) as done`;
    expect(await as(who, offer)).toEqual([{ done: false }]);
    expect(await as(who, 'select * from offers_of_actor()')).toEqual([]);
    expect(await as(who, `select * from holders_of_family('${familyId}')`)).toEqual([]);
    for (const table of ['family_offer', 'family_offer_answer']) {
      expect(await as(who, `select * from ${table}`)).toBe('42501');
    }
  }
  // Nor may who offered it say yes for the other one, or who is asked take it back.
  expect(await as(app.id('saule'), take('accepted'))).toEqual([{ done: null }]);
  expect(await as(maratId, take('withdrawn'))).toEqual([{ done: null }]);
  expect(await caseOf(saule, familyId)).toBeDefined();
});
