import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, opening, words, write } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { pdf } from '../../files/test/pictures.ts';
import { bornOn, colleague, register, search } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';

const WORDS = 'Көршісі қоңырау шалды: есік құлыптаулы, ішінен бала жылап жатыр.';
const VERDICT = 'Қоңырау журналмен расталды, маман демалыста болған.';
const MADINA = { given: 'Мәдина', family: 'Оразбаева', phone: '+77019876543' } as const;

const LOST_CARD = {
  ...({ subjectId: randomUUID(), kind: 'identity-card', state: 'missing' } as const),
  ...{ aboutPersonId: null, since: '2026-10-01', actor: null, step: null },
  ...{ dueOn: null, expiresOn: null },
};
const HEARS_BADLY = {
  section: 'health' as const,
  value: {
    ...{ disability: 'none' as const, difficulties: ['hearing' as const] },
    ...{ hasChronicIllness: null, isWithClinic: null },
  },
};

let app: TestApp;
let nurlanId: string;
let nurlan: TestClient;
let madina: string;
let damir: string;
let familyId: string;
const attachmentId = randomUUID();

const found = async (client: TestClient) => (await search(client, MADINA)).id;
const openAs = async (client: TestClient, more = {}) => {
  const id = randomUUID();
  const asked = { personId: madina, searchId: await found(client), words: WORDS };
  const { until } = await client.call('openEmergency', {
    ...{ id, ...asked, reason: 'child-at-risk' as const },
    ...more,
  });
  return { id, until };
};
const settings = (accountId: string) => ({
  actor_kind: 'account',
  actor_id: accountId,
  programme_id: app.programmeId,
  fully_signed_in: 'yes',
});
/** Hours pass in the database, whose clock nobody else moves. */
const hoursPass = (hours: number) =>
  rowsAsOwner(
    app.database,
    `begin; set local session_replication_role = replica;
     update emergency_opening set opened_at = opened_at - interval '${hours} hours', until_at = until_at - interval '${hours} hours';
     commit`,
  );

beforeAll(async () => {
  app = await testApp();
  await settle(app);
  const saule = app.as('saule');
  ({ personId: madina, familyId } = await register(saule, {
    ...MADINA,
    birth: bornOn('1985-04-12'),
  }));
  damir = (await register(saule, { given: 'Дамир', family: 'Оразбаев', familyId })).personId;
  await saule.call('recordConsent', sittingOf(madina, [decisionOf('service')]));
  await write(saule, familyId, opening(madina));
  await write(saule, familyId, need({ personId: madina, words: words('Құжаты жоқ.') }));
  await saule.call('recordPaper', {
    id: randomUUID(),
    personId: madina,
    basedOn: 0,
    paper: LOST_CARD,
  });
  await saule.call('recordCircumstance', {
    ...{ id: randomUUID(), personId: madina, basedOn: 0, since: '2026-09-01' },
    ...{ section: HEARS_BADLY.section, told: HEARS_BADLY },
  });
  const file = { familyId, attachmentId, personId: madina };
  const content = pdf().toString('base64');
  await saule.call('sendPiece', { id: randomUUID(), ...file, place: 0, content });
  await saule.call('keepAttachment', {
    ...{ id: randomUUID(), ...file, subjectId: null, paper: 'document', pieces: 1 },
  });
  nurlanId = await colleague(app, 'nurlan');
  nurlan = app.asAccount(nurlanId);
  for (const practitionerId of [app.id('saule')])
    await app.as('kairat').call('assignSupervision', {
      ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId },
    });
});
afterAll(() => app[Symbol.asyncDispose]());

describe('a record that another centre holds, opened at night', () => {
  let openingId: string;

  it('is closed to Nurlan before, and open for three hours of the database’s clock after he said why', async () => {
    expect(await nurlan.refusal('getPerson', { personId: madina })).toBe('not-found');
    const before = Date.now();
    const { id, until } = await openAs(nurlan);
    openingId = id;
    expect(Math.abs(Date.parse(until) - before - 3 * 3_600_000)).toBeLessThan(60_000);
    const person = await nurlan.call('getPerson', { personId: madina });
    expect(person.identities[0]?.identity.phones).toEqual([MADINA.phone]);
    expect(person.families).toMatchObject([{ holder: 'Сәуле Ахметова' }]);
    expect((await nurlan.call('getPerson', { personId: damir })).id).toBe(damir);
    const { entries } = await nurlan.call('getCase', { familyId });
    expect(entries.map((entry) => entry.words?.text)).toContain('Құжаты жоқ.');
    await nurlan.call('listConsents', { personId: madina });
    const { papers } = await nurlan.call('listFamilyPapers', { familyId });
    expect(papers.map(({ kind }) => kind)).toEqual(['identity-card']);
    const { circumstances } = await nurlan.call('listCircumstances', { personId: madina });
    expect(circumstances.map(({ told }) => told)).toEqual([HEARS_BADLY]);
    const { attachments } = await nurlan.call('listAttachments', { familyId });
    expect(attachments).toMatchObject([{ id: attachmentId, keptBy: 'Сәуле Ахметова' }]);
    expect((await nurlan.raw('getAttachment', { attachmentId })).status).toBe(200);
    expect(await nurlan.call('listOwnEmergencies', {})).toMatchObject({
      open: [{ id, personId: madina, families: [familyId] }],
    });
  });

  it('is in none of his lists, goes on no device, and cannot be made longer while it stands', async () => {
    expect(await nurlan.call('listFamilies', {})).toEqual({ families: [] });
    expect(await nurlan.call('listCases', {})).toMatchObject({ cases: [] });
    const deviceId = randomUUID();
    await nurlan.call('registerDevice', { id: deviceId, secret: 'x'.repeat(43), name: 'Телефон' });
    const asked = { deviceId, families: [familyId], known: {}, day: null, programme: null };
    expect(await nurlan.call('takeAlong', asked)).toMatchObject({ families: [], gone: [familyId] });
    await expect(openAs(nurlan)).rejects.toMatchObject({ code: 'emergency-open' });
  });

  it('can be read and not written', async () => {
    const refused = async (name: Parameters<TestClient['refusal']>[0], input: object) =>
      expect(await nurlan.refusal(name, input as never), name).toMatch(/^not-(allowed|found)$/);
    const id = randomUUID();
    await refused('recordLanguages', { id, personId: madina, languages: ['ru'] });
    await refused('recordMove', { id, personId: madina, region: 'KZ-75', from: '2026-05-01' });
    await refused('addFamilyMember', { id, familyId, personId: damir, from: null });
    await refused('recordPaper', { id, personId: madina, basedOn: 1, paper: LOST_CARD });
    await refused('recordCircumstance', {
      ...{ id, personId: madina, basedOn: 1, since: '2026-09-01', section: 'health', told: null },
    });
    await refused('withdrawAttachment', { id, attachmentId, reason: 'unreadable' });
    await refused('sendPiece', {
      ...{ id, familyId, attachmentId: randomUUID(), personId: madina, place: 0, content: 'eA==' },
    });
    await refused('requestErasure', { id, personId: madina, basis: 'person-asks' });
    await refused('recordConsent', sittingOf(madina, [decisionOf('research')]));
    await refused('recordCaseEntry', {
      ...{
        id,
        familyId,
        basedOn: 0,
        entry: need({ personId: madina, words: words('Қосымша.') }),
      },
    });
  });

  it('is told at once to Saule’s supervisor and to Ruslan, and to nobody beside them', async () => {
    for (const name of ['gulmira', 'ruslan'] as const) {
      const client = app.as(name);
      expect((await client.call('listDuties', {})).duties).toMatchObject([
        { kind: 'emergency', waiting: 1 },
      ]);
      const { openings } = await client.call('listEmergencies', {});
      expect(openings).toMatchObject([
        {
          ...{ id: openingId, reason: 'child-at-risk', words: WORDS, isOpen: true, review: null },
          openedBy: { id: nurlanId, name: 'nurlan' },
        },
      ]);
      expect(JSON.stringify(openings)).not.toMatch(/Мәдина|Оразбаева/);
    }
    const elsewhere = app.asAccount(await colleague(app, 'aigul', 'supervisor'));
    expect((await elsewhere.call('listEmergencies', {})).openings).toEqual([]);
    expect((await elsewhere.call('listDuties', {})).duties).toEqual([]);
  });

  it('marks every reading that it made possible, in the log and for Madina', async () => {
    const marked = await rowsAsOwner<{ action: string }>(
      app.database,
      `select action from audit_entry where actor_id = $1 and facts ->> 'emergency' = $2 order by id`,
      [nurlanId, openingId],
    );
    const actions = new Set(marked.map(({ action }) => action));
    for (const action of ['openEmergency', 'getPerson', 'getCase', 'listConsents'])
      expect(actions).toContain(action);
    const { views } = await app.as('saule').call('listPersonViews', { personId: madina });
    const why = (name: string) =>
      views.find(({ action, by }) => action === name && by === 'nurlan')?.why;
    expect(why('openEmergency')).toBe('child-at-risk');
    expect(why('getCase')).toBe('emergency');
    // Saule's own looks are work as on every day.
    expect(views.find(({ by }) => by === 'Сәуле Ахметова')?.why).toBeNull();
  });

  it('is closed again when the time is over, whatever the program’s clock says', async () => {
    await hoursPass(4);
    for (const [name, input] of [
      ['getPerson', { personId: madina }],
      ['getCase', { familyId }],
      ['getFamilyGraph', { familyId }],
      ['listAttachments', { familyId }],
      ['getAttachment', { attachmentId }],
    ] as const)
      expect(await nurlan.refusal(name, input)).toBe('not-found');
    expect(await nurlan.call('listOwnEmergencies', {})).toEqual({ open: [] });
    expect(await rowsAsApp(app.database, settings(nurlanId), 'select * from identity')).toEqual([]);
  });

  it('is reviewed once by somebody else, with words', async () => {
    const review = { openingId, verdict: 'justified', words: VERDICT } as const;
    expect(await nurlan.refusal('reviewEmergency', { id: randomUUID(), ...review })).toBe(
      'not-allowed',
    );
    await app.as('gulmira').call('reviewEmergency', { id: randomUUID(), ...review });
    expect(await app.as('ruslan').refusal('reviewEmergency', { id: randomUUID(), ...review })).toBe(
      'emergency-reviewed',
    );
    expect((await app.as('ruslan').call('listEmergencies', {})).openings).toMatchObject([
      { isOpen: false, review: { verdict: 'justified', words: VERDICT, by: 'Гүлмира Сейтова' } },
    ]);
    expect((await app.as('gulmira').call('listDuties', {})).duties).toEqual([]);
  });

  it('is opened once more only by finding her again, and then told again', async () => {
    const { id } = await openAs(nurlan);
    expect((await app.as('gulmira').call('listDuties', {})).duties).toMatchObject([{ waiting: 1 }]);
    await rowsAsOwner(
      app.database,
      `update role_assignment set ends_at = now() where account_id = $1`,
      [nurlanId],
    );
    // With the role the door closes, though the hours are not over.
    expect(await rowsAsApp(app.database, settings(nurlanId), 'select * from identity')).toEqual([]);
    await rowsAsOwner(
      app.database,
      `update role_assignment set ends_at = null where account_id = $1`,
      [nurlanId],
    );
    expect((await nurlan.call('getPerson', { personId: madina })).id).toBe(madina);
    expect(await nurlan.call('listOwnEmergencies', {})).toMatchObject({ open: [{ id }] });
  });
});

describe('an injected query', () => {
  it('opens nobody who was not found, sets no times, and judges nothing of its own', async () => {
    await hoursPass(4);
    const searchId = await found(nurlan);
    const columns = 'id, programme_id, account_id, person_id, search_id, reason, asked_at';
    const values = (search: string, account = nurlanId) =>
      `'${randomUUID()}', '${app.programmeId}', '${account}', '${madina}', '${search}', 'danger-to-life', '${app.clock.now()}'`;
    for (const [text, refusal] of [
      [
        `insert into emergency_opening (${columns}, until_at) values (${values(searchId)}, now() + interval '1 year')`,
        /permission denied/,
      ],
      [`update emergency_opening set until_at = now() + interval '1 year'`, /permission denied/],
      [`delete from emergency_opening`, /permission denied/],
      [
        `insert into emergency_opening (${columns}) values (${values(randomUUID())})`,
        /row-level security/,
      ],
      [
        `insert into emergency_opening (${columns}) values (${values(searchId, app.id('saule'))})`,
        /row-level security/,
      ],
    ] as const)
      await expect(rowsAsApp(app.database, settings(nurlanId), text), text).rejects.toThrow(
        refusal,
      );
    for (const name of ['kairat', 'ruslan', 'dana', 'aidos', 'timur'] as const)
      await expect(
        rowsAsApp(
          app.database,
          settings(app.id(name)),
          `insert into emergency_opening (${columns}) values (${values(searchId, app.id(name))})`,
        ),
        name,
      ).rejects.toThrow(/row-level security/);
    const [own] = await rowsAsOwner<{ id: string }>(
      app.database,
      'select id from emergency_opening limit 1',
    );
    await expect(
      rowsAsApp(
        app.database,
        settings(nurlanId),
        `insert into emergency_review (opening_id, programme_id, opener_id, verdict, reviewed_by, reviewed_at)
         values ('${own?.id}', '${app.programmeId}', '${nurlanId}', 'justified', '${nurlanId}', now())`,
      ),
    ).rejects.toThrow(/row-level security|emergency_review_by_another/);
  });

  it('keeps no words of an opening once the person is erased', async () => {
    const requestId = randomUUID();
    const asked = { id: requestId, personId: madina, basis: 'person-asks' } as const;
    await app.as('saule').call('requestErasure', asked);
    const decision = { id: randomUUID(), requestId, decision: { kind: 'erased' } } as const;
    await app.as('ruslan').call('decideErasure', decision);
    expect(
      await rowsAsOwner(
        app.database,
        `select from emergency_opening opening left join emergency_review on opening_id = opening.id
         where opening.words is not null or emergency_review.words is not null`,
      ),
    ).toEqual([]);
    const { openings } = await app.as('ruslan').call('listEmergencies', {});
    expect(new Set(openings.map((each) => each.words))).toEqual(new Set([null]));
  });
});
