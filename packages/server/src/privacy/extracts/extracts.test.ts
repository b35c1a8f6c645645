import { randomUUID } from 'node:crypto';
import type { InputOf } from '@tirek/domain/contract';
import type { extractsContract } from '@tirek/domain/privacy/extracts';
import { USUAL_PRIVACY_SETTINGS } from '@tirek/domain/privacy/settings';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import type { JobContext } from '../../jobs/job.ts';
import { bornOn, colleague, register } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { filesInside } from '../own-copy/test/open-archive.ts';
import { forgetExtracts } from './forget-extracts.ts';

const PASSPHRASE = 'ABCDE-23456-FGHJK-789MN';
const FORMULA = `=HYPERLINK("https://evil.example";"Айгүл")`;
type Making = InputOf<(typeof extractsContract)['makeExtract']>;

let app: TestApp;
/** Of Madina and her son, of somebody who agreed to nothing, of somebody named like a formula. */
let hers: string;
let silent: string;
let tricky: string;
let madina: string;

const listOf = (families: string[], more: Partial<Making> = {}): Making => ({
  ...{ id: randomUUID(), families, purpose: 'service', columns: ['name', 'birth', 'age'] },
  ...{ reason: 'Қыс алдында үйлерін аралап шығамыз.', language: 'kk', passphrase: PASSPHRASE },
  ...more,
});
const make = async (families: string[], more: Partial<Making> = {}) => {
  const input = listOf(families, more);
  return { id: input.id, ...(await app.as('saule').call('makeExtract', input)) };
};
const decide = (extractId: string, name: 'gulmira' | 'ruslan' | 'saule') =>
  app.as(name).call('decideExtract', {
    ...{ id: randomUUID(), extractId, decision: { kind: 'released' } },
  });
/** Every cell with words of the list in an archive. */
async function cellsOf(archive: Buffer): Promise<string[]> {
  const files = await filesInside(archive, PASSPHRASE);
  if (!files) throw new Error('it does not open');
  const parts = unzipSync(files['list.xlsx'] ?? new Uint8Array());
  const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString();
  expect(sheet).not.toContain('<f>');
  return [...sheet.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? '');
}
const fetched = async (extractId: string) =>
  (await app.as('saule').raw('fetchExtract', { extractId })).bytes;
const actor = (name: 'saule' | 'gulmira' | 'ruslan' | 'kairat') => ({
  actor_kind: 'account',
  actor_id: app.id(name),
  programme_id: app.programmeId,
  fully_signed_in: 'yes',
});

beforeAll(async () => {
  app = await testApp();
  await settle(app);
  const saule = app.as('saule');
  const mother = { given: 'Мәдина', family: 'Оразбаева', birth: bornOn('1985-04-12') };
  ({ personId: madina, familyId: hers } = await register(saule, {
    ...{ ...mother, sex: 'female', phone: '+77019876543' },
  }));
  const son = { given: 'Дамир', family: 'Оразбаев', birth: bornOn('2021-09-01') };
  const { personId: damir } = await register(saule, { ...son, familyId: hers });
  ({ familyId: silent } = await register(saule, { given: 'Үнсіз', family: 'Келісімсіз' }));
  const formula = { given: 'Айгүл', family: FORMULA, birth: bornOn('1990-01-01') };
  const named = await register(saule, formula);
  tricky = named.familyId;
  const both = [decisionOf('service'), decisionOf('contact-phone')];
  await saule.call('recordConsent', sittingOf(madina, both));
  await saule.call(
    'recordConsent',
    sittingOf(damir, [decisionOf('service')], {
      party: 'guardian',
      guardian: { relation: 'parent', name: 'Мәдина Оразбаева', document: null },
    }),
  );
  await saule.call('recordConsent', sittingOf(named.personId, [decisionOf('service')]));
  await app.as('kairat').call('assignSupervision', {
    ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
  });
});
afterAll(() => app[Symbol.asyncDispose]());

describe('a list of Saule’s families', () => {
  let id: string;

  it('holds who agreed to its purpose, and counts who did not without naming them', async () => {
    const made = await make([hers, silent]);
    id = made.id;
    expect(made).toMatchObject({ people: 2, leftOut: { noConsent: 1, erased: 0 } });
    expect(made.needsSecond).toBe(false);
    const archive = await fetched(id);
    expect(archive.toString('latin1')).not.toContain('xl/worksheets');
    for (const wrong of ['', PASSPHRASE.toLowerCase()])
      expect(await filesInside(archive, wrong)).toBeNull();
    const cells = await cellsOf(archive);
    expect(cells).toContain('Оразбаева Мәдина');
    expect(cells).toContain('0–6');
    expect(cells).toContain('Оразбаев Дамир');
    expect(cells.join()).not.toMatch(/Үнсіз|7019876543/);
  });

  it('has a row in the log for each person in it, which each of them can be told', async () => {
    const rows = await rowsAsOwner<{ about: string[] }>(
      app.database,
      `select about from audit_entry where action = 'takenOutInList' and about @> array[$1::uuid]`,
      [id],
    );
    expect(rows).toHaveLength(2);
    const { views } = await app.as('saule').call('listPersonViews', { personId: madina });
    expect(views.map(({ action }) => action)).toContain('takenOutInList');
  });

  it('is made once however often it is sent, and by its passphrase in no row of any table', async () => {
    const input = listOf([hers]);
    const saule = app.as('saule');
    expect(await saule.call('makeExtract', input)).toEqual(await saule.call('makeExtract', input));
    expect(await saule.refusal('makeExtract', { ...input, families: [tricky] })).toBe('id-reused');
    expect(
      await rowsAsOwner(app.database, 'select from extract where id = $1', [input.id]),
    ).toHaveLength(1);
    for (const table of ['extract', 'extract_file', 'write_receipt', 'audit_entry'])
      expect(
        await rowsAsOwner(app.database, `select from ${table} whole where whole::text like $1`, [
          `%${PASSPHRASE}%`,
        ]),
        table,
      ).toEqual([]);
  });

  it('runs nothing in a spreadsheet, whatever somebody is called', async () => {
    const cells = await cellsOf(await fetched((await make([tricky])).id));
    expect(cells.some((cell) => cell.startsWith('&apos;=') || cell.startsWith("'="))).toBe(true);
    expect(cells.filter((cell) => /^\s*[=+\-@\t]/.test(cell))).toEqual([]);
  });

  it('tells telephones only for calls, and only of who agreed to be called', async () => {
    const saule = app.as('saule');
    expect(await saule.refusal('makeExtract', listOf([hers], { columns: ['phones'] }))).toBe(
      'extract-phones',
    );
    const made = await make([hers], { purpose: 'contact-phone', columns: ['name', 'phones'] });
    expect(made).toMatchObject({ people: 1, leftOut: { noConsent: 1 } });
    const cells = await cellsOf(await fetched(made.id));
    expect(cells).toContain('телефоны: +77019876543');
    expect(cells.join()).not.toContain('Дамир');
  });

  it('of nobody is none, and of families that are not hers neither', async () => {
    expect(await app.as('saule').refusal('makeExtract', listOf([silent]))).toBe('extract-empty');
    const stranger = app.asAccount(await colleague(app, 'nurlan'));
    expect(await stranger.refusal('makeExtract', listOf([hers]))).toBe('not-found');
    expect(await app.as('ruslan').refusal('makeExtract', listOf([hers]))).toBe('not-allowed');
    expect(await stranger.refusal('fetchExtract', { extractId: id })).toBe('not-found');
  });
});

describe('a list with many people', () => {
  const settings = { ...USUAL_PRIVACY_SETTINGS, extractPeople: 3, extractDays: 1 };
  let id: string;
  beforeAll(async () => {
    await app.as('ruslan').call('setPrivacySettings', { id: randomUUID(), basedOn: 0, settings });
    app.clock.advance(8 * 24 * 60);
  });

  it('is what Ruslan says it is, and he may only be stricter than the program', async () => {
    const ruslan = app.as('ruslan');
    for (const looser of [{ extractPeople: 26 }, { extractDays: 4 }, { extractPeople: 0 }])
      expect(
        await ruslan.refusal('setPrivacySettings', {
          ...{ id: randomUUID(), basedOn: 1, settings: { ...settings, ...looser } },
        }),
      ).toBe('input-invalid');
    expect((await make([hers, tricky])).needsSecond).toBe(false);
  });

  it('is not made small by cutting it in two', async () => {
    const { familyId, personId } = await register(app.as('saule'), {
      given: 'Сандуғаш',
      birth: bornOn('1992-02-02'),
    });
    await app.as('saule').call('recordConsent', sittingOf(personId, [decisionOf('service')]));
    const made = await make([familyId]);
    id = made.id;
    expect(made).toMatchObject({ people: 1, needsSecond: true });
    expect(await app.as('saule').refusal('fetchExtract', { extractId: id })).toBe('not-found');
  });

  it('is let out by Saule’s supervisor, never by herself or by another’s supervisor', async () => {
    await rowsAsOwner(
      app.database,
      `insert into role_assignment (id, programme_id, account_id, role) values ($1, $2, $3, 'data-protection-officer')`,
      [randomUUID(), app.programmeId, app.id('saule')],
    );
    await expect(decide(id, 'saule')).rejects.toMatchObject({ code: 'extract-own' });
    const elsewhere = app.asAccount(await colleague(app, 'aigul', 'supervisor'));
    expect((await elsewhere.call('listExtracts', {})).extracts).toEqual([]);
    const asked = { id: randomUUID(), extractId: id, decision: { kind: 'released' } } as const;
    expect(await elsewhere.refusal('decideExtract', asked)).toBe('not-found');
    const [waiting] = (await app.as('gulmira').call('listExtracts', {})).extracts;
    expect(waiting).toMatchObject({ id, state: 'waiting', people: 1, reason: listOf([]).reason });
    expect((await app.as('ruslan').call('listDuties', {})).duties).toMatchObject([
      { kind: 'extract', waiting: 1 },
    ]);
    await decide(id, 'gulmira');
    await expect(decide(id, 'ruslan')).rejects.toMatchObject({ code: 'extract-decided' });
    expect(await app.as('gulmira').refusal('fetchExtract', { extractId: id })).toBe('not-found');
    expect(await cellsOf(await fetched(id))).toContain('Сандуғаш');
  });

  it('is gone after a day, and its archive deleted', async () => {
    app.clock.advance(24 * 60 + 1);
    expect(await app.as('saule').refusal('fetchExtract', { extractId: id })).toBe('extract-gone');
    await forgetExtracts.run({ database: app.database, clock: app.clock } as unknown as JobContext);
    expect(await rowsAsOwner(app.database, 'select from extract_file')).toEqual([]);
  });
});

it('a list is worth nothing once Madina takes her consent back', async () => {
  const { id, needsSecond } = await make([hers]);
  expect(needsSecond).toBe(false);
  await rowsAsOwner(
    app.database,
    `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
       settings_version, given_on, is_witnessed, recorded_by, recorded_at)
     select $1, programme_id, person_id, purpose, party, 'withdrawn', needs, mode, language, text_version, settings_version,
       $3, is_witnessed, recorded_by, now() from consent where person_id = $2 and purpose = 'service'`,
    [randomUUID(), madina, '2026-12-02'],
  );
  expect(await app.as('saule').refusal('fetchExtract', { extractId: id })).toBe('extract-outdated');
});

describe('an injected query', () => {
  it('reads no archive of another, puts none in its place and makes no large list a small one', async () => {
    const { id } = await make([tricky]);
    for (const name of ['gulmira', 'ruslan', 'kairat'] as const)
      expect(await rowsAsApp(app.database, actor(name), 'select * from extract_file')).toEqual([]);
    for (const attempt of [
      `update extract_file set sealed = 'x'`,
      `delete from extract_file`,
      `update extract set needs_second = false`,
    ])
      await expect(rowsAsApp(app.database, actor('saule'), attempt), attempt).rejects.toThrow(
        /permission denied/,
      );
    const columns =
      'id, programme_id, purpose, columns, reason, language, people, no_consent, erased, needs_second, fingerprint, made_by, made_at, expires_at';
    const values = (people: number, days: number) =>
      `insert into extract (${columns}) values (gen_random_uuid(), '${app.programmeId}', 'service', '{name}', 'x', 'kk', ${people},
       0, 0, false, sha256('x'), '${app.id('saule')}', now(), now() + interval '${days} days')`;
    await expect(rowsAsApp(app.database, actor('saule'), values(26, 1))).rejects.toThrow(
      /extract_large_needs_second/,
    );
    await expect(rowsAsApp(app.database, actor('saule'), values(1, 30))).rejects.toThrow(
      /extract_expires/,
    );
    await expect(
      rowsAsApp(
        app.database,
        actor('saule'),
        `insert into extract_file (extract_id, programme_id, sealed) values ('${id}', '${app.programmeId}', 'x')`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      rowsAsApp(
        app.database,
        actor('saule'),
        `insert into extract_decision (extract_id, programme_id, made_by, kind, decided_by, decided_at)
         values ('${id}', '${app.programmeId}', '${app.id('saule')}', 'released', '${app.id('saule')}', now())`,
      ),
    ).rejects.toThrow(/row-level security|by_another/);
  });
});
