import { randomUUID } from 'node:crypto';
import type { SupportSheet } from '@tirek/domain/support';
import { describe, expect, it } from 'vitest';
import { need, opening, words, write } from '../../cases/test/casework.ts';
import { openParticulars } from '../../consents/index.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { derivedKey } from '../../http/derived-key.ts';
import { answers, answersTo, confirmed, decides } from '../../pathways/proposals/test/answering.ts';
import { bornOn, register, search } from '../../people/test/registering.ts';
import { draftOf, drafts, settleReferrals } from '../../referrals/test/referring.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { columnsNotCounted } from './test/counted-columns.ts';
import { everySealedText } from './test/every-sealed-text.ts';

const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
const MADINA = {
  given: 'Мәдина',
  family: 'Оразбаева',
  patronymic: 'Жарқынқызы',
  sex: 'female',
  birth: bornOn('1985-04-12'),
  phone: '+77019876543',
} as const;

/** What was written down after somebody was met. */
const meetingOf = (personId: string, note: string, heldOn: string): SupportSheet => ({
  ...{ heldOn, minutes: 50, language: 'kk' },
  begins: {
    ...({ kind: 'counselling', method: 'problem-management', giver: 'psychologist' } as const),
    ...{ providerId: null, isForFamily: false, need: null, groupId: null },
  },
  rows: [
    {
      ...({ id: randomUUID(), courseId: randomUUID(), personId, attendance: 'attended' } as const),
      ...{ supersedes: null, note },
    },
  ],
});

/** Madina and her son Damir, for whom she answers. */
async function family(app: TestApp, isSettled = false) {
  if (!isSettled) await settle(app);
  const saule = app.as('saule');
  const { personId: madina, familyId } = await register(saule, MADINA);
  const { personId: damir } = await register(saule, {
    given: 'Дамир',
    family: 'Оразбаев',
    birth: bornOn('2021-09-01'),
    familyId,
  });
  await saule.call('recordConsent', sittingOf(madina, [decisionOf('service')]));
  await saule.call(
    'recordConsent',
    sittingOf(damir, [decisionOf('service')], {
      party: 'guardian',
      guardian: { relation: 'parent', name: 'Мадина Оразбаева', document: null },
    }),
  );
  const life = { state: 'alive', evidence: { kind: 'asserted', by: 'person' } } as const;
  for (const id of [madina, damir])
    await saule.call('recordFamilyFact', {
      id: randomUUID(),
      familyId,
      basedOn: 0,
      fact: { fact: 'life', value: { id, life } },
      confirmed: [],
    });
  await saule.call('recordFamilyFact', {
    id: randomUUID(),
    familyId,
    basedOn: 0,
    fact: {
      fact: 'parentage',
      value: {
        id: randomUUID(),
        parent: madina,
        child: damir,
        kind: 'biological',
        evidence: { kind: 'asserted', by: 'person' },
      },
    },
    confirmed: [],
  });
  await write(saule, familyId, opening(madina));
  await write(
    saule,
    familyId,
    need({ personId: damir, words: words('Мадина Оразбаева сына одна растит.') }),
  );
  await write(
    saule,
    familyId,
    need({ personId: madina, words: words('Құжаты жоқ: Мәдина өзі айтты.') }),
  );
  return { saule, madina, damir, familyId };
}

async function ask(app: TestApp, personId: string): Promise<string> {
  const id = randomUUID();
  await app.as('saule').call('requestErasure', { id, personId, basis: 'person-asks' });
  return id;
}
const erase = (app: TestApp, requestId: string) =>
  app
    .as('ruslan')
    .call('decideErasure', { id: randomUUID(), requestId, decision: { kind: 'erased' } });

const names = async (app: TestApp) => (await everySealedText(app.database, keyFor)).join('\n');

describe('the erasure of Madina', () => {
  it('shows first what goes and what stays, in numbers', async () => {
    await using app = await testApp();
    const { saule, madina } = await family(app);
    const preview = await saule.call('previewErasure', { personId: madina });
    expect(preview.goes).toMatchObject({ identityVersions: 1, sealedConsents: 1, lifeFacts: 1 });
    expect(preview.goes.searchMarks).toBeGreaterThan(5);
    expect(preview.goes).toMatchObject({ caseWords: 1, papers: 0, attachments: 0 });
    expect(preview.stays).toMatchObject({ families: 1, consentWords: 1, sharedFacts: 1 });
    expect(preview.stays).toMatchObject({ caseEntries: 2, papersAbout: 0 });
    expect(preview.request).toBeNull();
    const id = await ask(app, madina);
    expect((await app.as('ruslan').call('previewErasure', { personId: madina })).request?.id).toBe(
      id,
    );
  });

  it('counts whatever hangs on her, in every table that knows people', async () => {
    await using app = await testApp();
    const { madina } = await family(app);
    const asker = { accountId: app.id('saule'), programmeId: app.programmeId, personId: madina };
    expect(
      await columnsNotCounted(app.database, asker),
      'These hang on a person (people/merging/person-records.ts): count them in erasure_preview, as what goes or as what stays.',
    ).toEqual([]);
  });

  it('leaves no byte of her name that any key opens, her son’s consent included, and her son whole', async () => {
    await using app = await testApp();
    const { saule, madina, damir, familyId } = await family(app);
    expect(await names(app)).toContain('Мәдина');
    expect(await names(app)).toContain('Мадина Оразбаева');
    const requestId = await ask(app, madina);
    expect(await erase(app, requestId)).toEqual({ struckTexts: 2 });

    const left = await names(app);
    expect(left).not.toMatch(/м[аә]дина|оразбаева|жарқын|9876543/i);
    expect(left).toContain('Дамир');
    const [consent] = await rowsAsOwner<{ id: string; sealed: Buffer }>(
      app.database,
      'select id, sealed from consent where person_id = $1',
      [damir],
    );
    const [key] = await rowsAsOwner<{ keyVersion: number; wrapped: Buffer }>(
      app.database,
      'select key_version as "keyVersion", wrapped from person_data_key where person_id = $1',
      [damir],
    );
    if (!consent || !key) throw new Error('Damir is gone');
    expect(
      openParticulars(consent.sealed, { personId: damir, id: consent.id, key }, keyFor),
    ).toMatchObject({ guardian: { relation: 'parent', name: '—' }, witness: 'Айгүл Сейітова' });

    // What stays: a woman of this family without a name, and whose mother she is.
    const { members } = await saule.call('getFamily', { familyId });
    const given = members.map(({ personId, name }) => [personId, name?.given ?? null]);
    expect(Object.fromEntries(given)).toEqual({ [madina]: null, [damir]: 'Дамир' });
    const graph = await saule.call('getFamilyGraph', { familyId });
    expect(graph.graph.parentages).toHaveLength(1);
    expect(graph.graph.persons.find(({ id }) => id === madina)?.life).toBeNull();
    expect((await saule.call('listConsents', { personId: madina })).entries).toMatchObject([
      { purpose: 'service', decision: 'given', particulars: null },
    ]);
    expect((await search(saule, MADINA)).cards.map(({ personId }) => personId)).not.toContain(
      madina,
    );
    expect((await saule.call('previewErasure', { personId: madina })).isErased).toBe(true);
  });

  it('takes her name out of what was written when her son was in danger, and leaves the rest of it', async () => {
    await using app = await testApp();
    const { saule, madina, damir } = await family(app);
    const eventId = randomUUID();
    await saule.call('raiseSafetyEvent', {
      ...{ id: eventId, personId: damir, kind: 'cannot-care', urgency: 'today' },
      ...{ seenAt: app.clock.now(), words: { text: 'Мадина Оразбаева екі күн үйде болмаған.' } },
    });
    const plan = { signs: 'Ауырады', ways: '', company: '', helpers: 'Мәдинаға айту' };
    await saule.call('recordSafetyEntry', {
      ...{ id: randomUUID(), eventId, doneAt: app.clock.now() },
      entry: { kind: 'plan', value: {}, words: { ...plan, services: '', home: '' } },
    });
    expect(await names(app)).toContain('Мадина Оразбаева екі күн');
    await erase(app, await ask(app, madina));

    expect(await names(app)).not.toMatch(/м[аә]дина|оразбаева/i);
    const { entries } = await saule.call('getSafetyEvent', { eventId });
    expect(entries.flatMap(({ words }) => words ?? [])).toEqual([
      { text: '— — екі күн үйде болмаған.' },
      { ...plan, helpers: '— айту', services: '', home: '' },
    ]);
  });

  it('takes her name out of what was written at a step, after a meeting and for a referral of her daughter', async () => {
    await using app = await testApp();
    const { serviceId, providerId } = await settleReferrals(app);
    const { saule, madina, familyId } = await family(app, true);
    await app.as('aliya').call('recordCompetence', {
      ...{ id: randomUUID(), accountId: app.id('saule'), formCode: 'phq-8', basedOn: 0 },
      ...({ state: 'held', validUntil: null } as const),
    });
    const { personId } = await register(saule, {
      ...{
        given: 'Аружан',
        family: 'Сәтова',
        sex: 'female',
        birth: bornOn('2004-02-03'),
        familyId,
      },
    });
    const agreed = [decisionOf('service'), decisionOf('screening')];
    await saule.call('recordConsent', sittingOf(personId, agreed));
    await answers(saule, personId, answersTo('phq-8', '22222222'));
    app.clock.advance(0.01);
    await decides(saule, personId, {
      ...confirmed('4'),
      words: { said: 'Мәдина келісті', wish: 'Мадина Оразбаевамен бірге' },
    });
    await saule.call('recordSupportSheet', {
      id: randomUUID(),
      sheet: meetingOf(personId, 'Мәдина алып келді', app.clock.now().slice(0, 10)),
    });
    const words = { need: 'Мадина Оразбаева ұйқысы нашар дейді', note: 'Мәдина күтеді' };
    await drafts(saule, personId, draftOf(serviceId, providerId, { words }));
    for (const written of ['Мәдина келісті', 'Мәдина алып келді', 'Мәдина күтеді']) {
      expect(await names(app)).toContain(written);
    }
    await erase(app, await ask(app, madina));

    expect(await names(app)).not.toMatch(/м[аә]дина|оразбаева/i);
    const { referrals } = await saule.call('listReferralsOf', { personId });
    expect(referrals).toMatchObject([
      { referral: { words: { need: '— — ұйқысы нашар дейді', note: '— күтеді' } } },
    ]);
    const { sessions } = await saule.call('listSupport', { personId });
    expect(sessions.map(({ note }) => note)).toEqual(['— алып келді']);
    const { decisions } = await saule.call('listSteps', { personId });
    expect(decisions).toMatchObject([{ words: { said: '— келісті', wish: '— — бірге' } }]);
  });

  it('is done by another than who asked, once, and says why not where it is not', async () => {
    await using app = await testApp();
    const { saule, madina, damir } = await family(app);
    const requestId = await ask(app, madina);
    await expect(
      saule.call('requestErasure', { id: randomUUID(), personId: madina, basis: 'person-asks' }),
    ).rejects.toMatchObject({ code: 'erasure-asked' });
    await rowsAsOwner(
      app.database,
      `insert into role_assignment (id, programme_id, account_id, role) values ($1, $2, $3, 'data-protection-officer')`,
      [randomUUID(), app.programmeId, app.id('saule')],
    );
    await expect(
      saule.call('decideErasure', { id: randomUUID(), requestId, decision: { kind: 'erased' } }),
    ).rejects.toMatchObject({ code: 'erasure-own' });
    await erase(app, requestId);
    await expect(erase(app, requestId)).rejects.toMatchObject({ code: 'erasure-decided' });
    await expect(
      saule.call('requestErasure', { id: randomUUID(), personId: madina, basis: 'person-asks' }),
    ).rejects.toMatchObject({ code: 'erasure-done' });

    const other = await ask(app, damir);
    await app.as('ruslan').call('decideErasure', {
      id: randomUUID(),
      requestId: other,
      decision: { kind: 'declined', reason: 'help-goes-on' },
    });
    const { requests } = await app.as('ruslan').call('listErasureRequests', {});
    expect(requests.map(({ decision }) => decision?.reason ?? decision?.kind).sort()).toEqual([
      'erased',
      'help-goes-on',
    ]);
  });

  it('waits while a hold stands', async () => {
    await using app = await testApp();
    const { madina } = await family(app);
    const requestId = await ask(app, madina);
    const ruslan = app.as('ruslan');
    const holdId = randomUUID();
    await ruslan.call('placeLegalHold', { id: holdId, personId: madina, basis: 'complaint' });
    await expect(erase(app, requestId)).rejects.toMatchObject({ code: 'erasure-on-hold' });
    expect((await ruslan.call('listErasureRequests', {})).requests[0]?.isOnHold).toBe(true);
    expect(await names(app)).toContain('Мәдина');
    await ruslan.call('liftLegalHold', { id: randomUUID(), holdId });
    expect(await erase(app, requestId)).toEqual({ struckTexts: 2 });
  });
});

describe('an injected query', () => {
  it('can neither erase nor read what an erasure reads, under anybody’s name', async () => {
    await using app = await testApp();
    const { madina } = await family(app);
    const requestId = await ask(app, madina);
    const actor = (name: 'saule' | 'ruslan' | 'kairat') => ({
      actor_kind: 'account',
      actor_id: app.id(name),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    });
    for (const name of ['saule', 'ruslan', 'kairat'] as const) {
      for (const attempt of [
        `select erase_person('${madina}', '{}', '{}', now())`,
        `select * from texts_naming('${madina}')`,
        `insert into erasure (person_id, programme_id, erased_at) values ('${madina}', '${app.programmeId}', now())`,
        `delete from identity`,
        `update person_data_key set wrapped = null`,
        `update erasure_decision set kind = 'declined'`,
      ])
        await expect(rowsAsApp(app.database, actor(name), attempt), attempt).rejects.toThrow(
          /permission denied/,
        );
      expect(
        await rowsAsApp(app.database, actor(name), `select * from erasure_texts('${requestId}')`),
      ).toEqual([]);
      expect(
        await rowsAsApp(
          app.database,
          actor(name),
          `select erase_as_decided('${requestId}', '{}', '{}', now()) as done`,
        ),
      ).toEqual([{ done: false }]);
    }
    for (const name of ['saule', 'kairat'] as const)
      await expect(
        rowsAsApp(
          app.database,
          actor(name),
          `insert into erasure_decision (request_id, programme_id, person_id, asked_by, kind, decided_by, decided_at)
           values ('${requestId}', '${app.programmeId}', '${madina}', '${app.id('saule')}', 'erased', '${app.id(name)}', now())`,
        ),
      ).rejects.toThrow(/row-level security|by_another/);
    expect(await names(app)).toContain('Мәдина');
  });

  it('cannot decide to erase without erasing', async () => {
    await using app = await testApp();
    const { madina } = await family(app);
    const requestId = await ask(app, madina);
    await expect(
      rowsAsOwner(
        app.database,
        `insert into erasure_decision (request_id, programme_id, person_id, asked_by, kind, decided_by, decided_at)
         values ($1, $2, $3, $4, 'erased', $5, now())`,
        [requestId, app.programmeId, madina, app.id('saule'), app.id('ruslan')],
      ),
    ).rejects.toThrow(/decided and not erased/);
  });
});
