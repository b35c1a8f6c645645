import { randomUUID } from 'node:crypto';
import { USUAL_PRIVACY_SETTINGS } from '@tirek/domain/privacy/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agreeing, closing, decision, opening, write } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import type { JobContext } from '../../jobs/job.ts';
import { bornOn, identityOf, register, search } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { putFilesAway } from './put-files-away.ts';

const DAY = 86_400_000;
const DAMIR = { given: 'Дамир', family: 'Сейітов' };

let app: TestApp;
let familyId: string;
let madina: string;
let damir: string;

const daysAgo = (days: number) => new Date(Date.parse(app.clock.now()) - days * DAY).toISOString();
/** Time passes over a file: nothing happened in it for so long, and so long ago its purpose was confirmed. */
const passes = (days: { silent?: number; unconfirmed?: number }, family = familyId) =>
  rowsAsOwner(
    app.database,
    'update family_file set active_at = $2, confirmed_at = $3 where family_id = $1',
    [family, daysAgo(days.silent ?? 0), daysAgo(days.unconfirmed ?? 0)],
  );
const runJob = () =>
  putFilesAway.run({
    ...{ database: app.database, newId: randomUUID, folder: '', log: () => undefined },
    clock: app.clock,
    keyFor: () => Buffer.alloc(32),
  } satisfies JobContext);
const settings = (accountId: string) => ({
  actor_kind: 'account',
  actor_id: accountId,
  programme_id: app.programmeId,
  fully_signed_in: 'yes',
});
const said = (more = {}) => ({
  ...{ id: randomUUID(), familyId, verdict: 'goes-on' as const },
  ...{ reason: 'children-followed' as const, ...more },
});
const ends = { verdict: 'ends' as const, reason: 'goals-reached' as const };
const ahead = (who: 'gulmira' | 'ruslan') => app.as(who).call('getFilesAhead', {});
const isAway = async () => (await app.as('saule').call('listPutAway', {})).files.length > 0;
/** What Madina and her son are called on somebody's screen. */
const namesFor = async (who: 'saule' | 'gulmira') => {
  const { members } = await app.as(who).call('getFamily', { familyId });
  return [madina, damir].map(
    (id) => members.find(({ personId }) => personId === id)?.name?.given ?? null,
  );
};

beforeAll(async () => {
  app = await testApp();
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
  });
  const saule = app.as('saule');
  const purposes = ['service' as const, 'screening' as const];
  ({ familyId, personId: madina } = await agreeing(saule, { purposes }));
  damir = (await register(saule, { ...DAMIR, birth: bornOn('2012-04-05'), familyId })).personId;
  await write(saule, familyId, opening(madina));
});
afterAll(() => app[Symbol.asyncDispose]());

describe('the yearly word on a family', () => {
  it('waits for Gulmira a month before its day, and is overdue after it, on her list and in Ruslan’s count', async () => {
    await passes({ unconfirmed: 355 });
    const gulmira = app.as('gulmira');
    const soon = { familyId, holder: 'Сәуле Ахметова', isOverdue: false, isCaseOpen: true };
    expect((await gulmira.call('listRenewals', {})).renewals).toMatchObject([soon]);
    expect((await gulmira.call('listDuties', {})).duties).toMatchObject([
      { kind: 'renewal', waiting: 1, overdue: 0 },
    ]);
    expect((await app.as('ruslan').call('listDuties', {})).duties).toEqual([]);
    await passes({ unconfirmed: 370 });
    expect((await gulmira.call('listRenewals', {})).renewals).toMatchObject([
      { ...soon, isOverdue: true },
    ]);
    for (const who of ['gulmira', 'ruslan'] as const) {
      expect((await app.as(who).call('listDuties', {})).duties).toMatchObject([
        { kind: 'renewal', waiting: 1, overdue: 1 },
      ]);
      expect((await ahead(who)).overdue).toBe(1);
    }
    expect((await app.as('saule').call('listDuties', {})).duties).toEqual([]);
  });

  it('is never given by who holds the family, by none of her roads', async () => {
    expect(await app.as('saule').refusal('renewPurpose', said())).toBe('not-allowed');
    const insert = (decider: string, holder: string, verdict = 'goes-on', why = 'law-requires') =>
      rowsAsApp(
        app.database,
        settings(decider),
        `insert into purpose_renewal (id, programme_id, family_id, verdict, reason, holder_id, decided_by, decided_at)
         values (gen_random_uuid(), '${app.programmeId}', '${familyId}', '${verdict}', '${why}', '${holder}', '${decider}', now())`,
      );
    const [saule, gulmira] = [app.id('saule'), app.id('gulmira')];
    await expect(insert(saule, gulmira)).rejects.toThrow('row-level security');
    await expect(insert(gulmira, madina)).rejects.toThrow('row-level security');
    // Its purpose does not end while support goes on, whichever program asks.
    await expect(insert(gulmira, saule, 'ends', 'goals-reached')).rejects.toThrow(
      'row-level security',
    );
    const give = (holder: string) =>
      rowsAsOwner(app.database, 'update caseload set account_id = $1 where family_id = $2', [
        holder,
        familyId,
      ]);
    await give(gulmira);
    expect(await app.as('gulmira').refusal('renewPurpose', said())).toBe('not-found');
    await expect(insert(gulmira, saule)).rejects.toThrow('row-level security');
    await give(saule);
  });

  it('has a reason of its own kind, lets nothing end that goes on, and is said once', async () => {
    const gulmira = app.as('gulmira');
    expect(await gulmira.refusal('renewPurpose', said({ reason: 'goals-reached' }))).toBe(
      'input-invalid',
    );
    expect(await gulmira.refusal('renewPurpose', said(ends))).toBe('purpose-case-open');
    const word = said();
    await gulmira.call('renewPurpose', word);
    await gulmira.call('renewPurpose', word);
    expect((await gulmira.call('listRenewals', {})).renewals).toEqual([]);
    expect((await ahead('ruslan')).overdue).toBe(0);
  });
});

describe('a file in which nothing happens', () => {
  beforeEach(() => passes({ silent: 800 }));

  it('stays while support goes on', async () => {
    await runJob();
    expect(await isAway()).toBe(false);
    await write(app.as('saule'), familyId, closing(madina), 1);
    await passes({ silent: 800 });
    await runJob();
    expect(await isAway()).toBe(false);
    await app.as('gulmira').call('decideCase', decision(familyId, 'closing', { basedOn: 2 }));
  });

  it('stays while a hold stands, of which only Ruslan’s number tells, or a paper waits', async () => {
    const ruslan = app.as('ruslan');
    const holdId = randomUUID();
    await ruslan.call('placeLegalHold', { id: holdId, personId: damir, basis: 'court' });
    expect(await ahead('ruslan')).toMatchObject({ families: 0, people: 0, stopped: 1 });
    expect(await ahead('gulmira')).toMatchObject({ families: 0, people: 0, stopped: null });
    await runJob();
    expect(await isAway()).toBe(false);
    await ruslan.call('liftLegalHold', { id: randomUUID(), holdId });

    const card = {
      ...{ subjectId: randomUUID(), kind: 'identity-card' as const, state: 'missing' as const },
      ...{ aboutPersonId: null, since: '2026-10-01', actor: null, step: null },
      ...{ dueOn: '2026-12-01' as string | null, expiresOn: null },
    };
    const tell = (basedOn: number, paper: object) =>
      app.as('saule').call('recordPaper', {
        ...{ id: randomUUID(), personId: madina, basedOn, paper: { ...card, ...paper } },
      });
    await tell(0, {});
    await passes({ silent: 800 });
    await runJob();
    expect(await isAway()).toBe(false);
    await tell(1, { state: 'not-needed', dueOn: null });
    // Writing that down woke the file.
    await runJob();
    expect(await isAway()).toBe(false);
    await passes({ silent: 800 });
    expect(await ahead('gulmira')).toMatchObject({ families: 1, people: 2 });
  });

  it('is put away by itself: the names go out of reading, and not a byte is destroyed', async () => {
    const [saule, gulmira] = [app.as('saule'), app.as('gulmira')];
    const kept = () =>
      rowsAsOwner(
        app.database,
        `select (select count(*) from identity) as identities, (select count(*) from name_token) as tokens,
           (select count(*) from person_data_key where wrapped is not null) as keys`,
      );
    const before = await kept();
    const { id: searchId, cards } = await search(saule, DAMIR);
    expect(cards).toMatchObject([{ personId: damir, given: 'Дамир', isAway: false }]);
    await runJob();
    expect(await kept()).toEqual(before);
    expect(await saule.call('listPutAway', {})).toMatchObject({
      files: [{ familyId, because: 'inactive', isOwn: true }],
    });
    expect(await namesFor('saule')).toEqual([null, null]);
    expect(await namesFor('gulmira')).toEqual([null, null]);
    expect((await saule.call('getPerson', { personId: madina })).identities).toEqual([]);
    // Whoever looks for him before she registers him learns that he is there, and no part of his name.
    for (const client of [saule, gulmira]) {
      const found = (await search(client, DAMIR)).cards;
      expect(found).toMatchObject([{ personId: damir, isAway: true, birthYear: 2012 }]);
      expect(JSON.stringify(found)).not.toMatch(/Дамир|Сейітов|04-05/);
    }
    for (const table of ['identity', 'person_data_key'])
      for (const who of ['saule', 'gulmira'] as const)
        expect(
          await rowsAsApp(
            app.database,
            settings(app.id(who)),
            `select person_id from ${table} where person_id in ('${madina}', '${damir}')`,
          ),
        ).toEqual([]);
    const found = { id: randomUUID(), searchId, personId: damir, reason: 'same-person' as const };
    expect(await saule.refusal('openPerson', found)).toBe('put-away');
    const [entry] = await rowsAsOwner<{ about: string[] }>(
      app.database,
      `select about from audit_entry where action = 'putFileAway'`,
    );
    expect(entry?.about.toSorted()).toEqual([familyId, madina, damir].toSorted());
    expect(await ahead('ruslan')).toMatchObject({ families: 0, putAway: 1 });
  });

  it('is not written into, and nobody is given a copy without her names, until it is opened again', async () => {
    const saule = app.as('saule');
    expect(
      await saule.refusal('recordCaseEntry', {
        ...{ id: randomUUID(), familyId, basedOn: 3, entry: opening(madina) },
      }),
    ).toBe('put-away');
    expect(
      await saule.refusal('changeIdentity', {
        ...{ id: randomUUID(), personId: madina, basedOn: 1 },
        identity: identityOf({ given: 'Мәдина' }),
      }),
    ).toBe('put-away');
    expect(
      await saule.refusal('makeOwnCopy', {
        ...{ id: randomUUID(), personId: madina, askedOn: '2026-11-23', language: 'kk' as const },
        ...{ askedBy: 'person' as const, proof: 'known' as const, withheld: [] },
        passphrase: 'ABCDE-23456-FGHJK-789MN',
      }),
    ).toBe('put-away');
    await expect(
      rowsAsApp(
        app.database,
        settings(app.id('saule')),
        `insert into identity (id, programme_id, person_id, version, sealed, recorded_by, recorded_at)
         values (gen_random_uuid(), '${app.programmeId}', '${madina}', 9, '\\x00', '${app.id('saule')}', now())`,
      ),
    ).rejects.toThrow('row-level security');
  });

  it('takes down no consent, paper, move, language or circumstance until then, by none of the roads, and a consent is taken back at any time', async () => {
    const saule = app.as('saule');
    const her = { id: randomUUID(), personId: madina };
    const paper = { subjectId: randomUUID(), kind: 'identity-card', state: 'missing' } as const;
    const nobodys = { aboutPersonId: null, actor: null, step: null, dueOn: null, expiresOn: null };
    const work = { section: 'work' as const, basedOn: 0, since: '2026-11-01', told: null };
    const refused = [
      saule.refusal('recordConsent', sittingOf(madina, [decisionOf('research')])),
      saule.refusal('recordPaper', {
        ...{ ...her, basedOn: 0, paper: { ...paper, ...nobodys, since: '2026-11-01' } },
      }),
      saule.refusal('recordMove', { ...her, region: 'KZ-75', from: '2026-11-01' }),
      saule.refusal('recordLanguages', { ...her, languages: ['ru'] }),
      saule.refusal('recordCircumstance', { ...her, ...work }),
    ];
    expect(await Promise.all(refused)).toEqual(refused.map(() => 'put-away'));
    expect((await saule.call('listConsents', { personId: madina })).obstacle).toBe('put-away');
    const rows = {
      consent: `(person_id, decision) values ('${madina}', 'given')`,
      school_note: `(person_id, state) values ('${madina}', 'standing')`,
      peer_match: `(person_id, state) values ('${madina}', 'standing')`,
      ...Object.fromEntries(
        ['paper', 'circumstance', 'residence', 'spoken_languages'].map((table) => [
          table,
          `(person_id) values ('${madina}')`,
        ]),
      ),
      family_fact: `(family_id) values ('${familyId}')`,
    };
    for (const [table, row] of Object.entries(rows))
      await expect(
        rowsAsApp(app.database, settings(app.id('saule')), `insert into ${table} ${row}`),
        table,
      ).rejects.toThrow('put away');
    app.clock.advance(1);
    const screening = { purpose: 'screening' as const, receiverId: null };
    await saule.call('withdrawConsent', {
      ...{ ...her, id: randomUUID(), party: 'person', mode: 'verbal', language: 'kk' },
      shown: [screening],
      ...screening,
    });
    expect((await saule.call('listConsents', { personId: madina })).standing).toContainEqual(
      expect.objectContaining({ ...screening, state: 'withdrawn' }),
    );
  });

  it('is opened again by Gulmira with a reason and never by Saule, and its silence begins anew', async () => {
    const [file] = (await app.as('gulmira').call('listPutAway', {})).files;
    const open = { id: randomUUID(), fileId: file?.id ?? '', reason: 'family-came-back' as const };
    const hers = { ...open, id: randomUUID() };
    expect(await app.as('saule').refusal('reopenFile', hers)).toBe('not-allowed');
    await rowsAsApp(
      app.database,
      settings(app.id('saule')),
      `update put_away set reopened_by = '${app.id('saule')}', reopened_at = now(), reopened_why = 'person-asks'`,
    );
    expect(await isAway()).toBe(true);
    await app.as('gulmira').call('reopenFile', open);
    await app.as('gulmira').call('reopenFile', open);
    expect(await namesFor('saule')).toEqual(['Мәдина', 'Дамир']);
    await runJob();
    expect(await isAway()).toBe(false);
    const entries = await rowsAsOwner(
      app.database,
      `select facts ->> 'why' as why from audit_entry where action = 'reopenFile' and effect = 'write'`,
    );
    expect(entries).toContainEqual({ why: 'family-came-back' });
  });

  it('leaves the names of whoever belongs to another family as well, until that one is silent too', async () => {
    const saule = app.as('saule');
    const other = (await register(saule, { given: 'Аружан', family: 'Сейітова' })).familyId;
    await saule.call('addFamilyMember', {
      ...{ id: randomUUID(), familyId: other, personId: damir, from: null },
    });
    await passes({ silent: 800 });
    await runJob();
    expect(await namesFor('saule')).toEqual([null, 'Дамир']);
    await passes({ silent: 800 }, other);
    await runJob();
    expect(await namesFor('saule')).toEqual([null, null]);
    for (const { id: fileId } of (await app.as('gulmira').call('listPutAway', {})).files)
      await app.as('gulmira').call('reopenFile', {
        ...{ id: randomUUID(), fileId, reason: 'person-asks' },
      });
    expect(await namesFor('saule')).toEqual(['Мәдина', 'Дамир']);
  });
});

describe('a purpose that has ended', () => {
  it('takes the file along after thirty days, whatever was written the day before', async () => {
    await passes({});
    await app.as('gulmira').call('renewPurpose', said(ends));
    expect((await app.as('gulmira').call('listRenewals', {})).renewals).toEqual([]);
    app.clock.advance(29 * 24 * 60);
    await runJob();
    expect(await isAway()).toBe(false);
    app.clock.advance(24 * 60);
    await runJob();
    expect((await app.as('saule').call('listPutAway', {})).files).toMatchObject([
      { familyId, because: 'purpose-ended' },
    ]);
  });
});

it('the periods are Ruslan’s to make stricter, and never looser', async () => {
  const set = (more: object) => ({
    ...{ id: randomUUID(), basedOn: 0, settings: { ...USUAL_PRIVACY_SETTINGS, ...more } },
  });
  for (const looser of [{ renewalMonths: 13 }, { inactiveMonths: 25 }, { inactiveMonths: 5 }])
    expect(await app.as('ruslan').refusal('setPrivacySettings', set(looser))).toBe('input-invalid');
  const stricter = { renewalMonths: 6, inactiveMonths: 12 };
  await app.as('ruslan').call('setPrivacySettings', set(stricter));
  expect((await app.as('saule').call('getPrivacySettings', {})).settings).toMatchObject(stricter);
});
