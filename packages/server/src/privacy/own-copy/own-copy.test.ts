import { createHash, randomUUID } from 'node:crypto';
import { ownCopyContract } from '@tirek/domain/privacy/own-copy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, opening, words, write } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import type { JobContext } from '../../jobs/job.ts';
import { bornOn, colleague, register } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { forgetOwnCopies } from './forget-copies.ts';
import { openArchive } from './test/open-archive.ts';

const PASSPHRASE = 'ABCDE-23456-FGHJK-789MN';
let app: TestApp;
let madina: string;
let damir: string;

const copyOf = (personId: string, more = {}) => ({
  ...{ id: randomUUID(), personId, askedOn: '2026-11-20', language: 'kk' as const },
  ...{ askedBy: 'person' as const, proof: 'known' as const, withheld: [] },
  ...{ passphrase: PASSPHRASE, ...more },
});
const make = async (personId: string, more = {}) => {
  const input = copyOf(personId, more);
  await app.as('saule').call('makeOwnCopy', input);
  return input.id;
};
const decide = (copyId: string, name: 'ruslan' | 'saule' = 'ruslan') =>
  app.as(name).call('decideOwnCopy', { id: randomUUID(), copyId, decision: { kind: 'released' } });
const actor = (name: 'saule' | 'ruslan' | 'kairat') => ({
  actor_kind: 'account',
  actor_id: app.id(name),
  programme_id: app.programmeId,
  fully_signed_in: 'yes',
});

beforeAll(async () => {
  app = await testApp();
  await settle(app);
  const saule = app.as('saule');
  const registered = await register(saule, {
    ...{ given: 'Мәдина', family: 'Оразбаева', sex: 'female', phone: '+77019876543' },
    birth: bornOn('1985-04-12'),
  });
  const { familyId } = registered;
  madina = registered.personId;
  const son = { given: 'Дамир', family: 'Оразбаев', birth: bornOn('2021-09-01'), familyId };
  damir = (await register(saule, son)).personId;
  await saule.call('recordConsent', sittingOf(madina, [decisionOf('service')]));
  await saule.call(
    'recordConsent',
    sittingOf(damir, [decisionOf('service')], {
      party: 'guardian',
      guardian: { relation: 'parent', name: 'Мәдина Оразбаева', document: null },
    }),
  );
  await write(saule, familyId, opening(madina));
  const herNeed = words('Құжаты жоқ. Дамирге мектеп керек, Мәдина өзі айтты.');
  await write(saule, familyId, need({ personId: madina, words: herNeed }));
  await write(saule, familyId, need({ personId: damir, words: words('Ұйқысы нашар.') }));
});
afterAll(() => app[Symbol.asyncDispose]());

describe('Madina’s own copy', () => {
  let copyId: string;
  let archive: Buffer;

  it('is made by Saule, due three working days after she asked, and waits for somebody else', async () => {
    copyId = await make(madina);
    const { copies } = await app.as('ruslan').call('listOwnCopies', {});
    expect(copies).toMatchObject([
      { id: copyId, state: 'waiting', dueOn: '2026-11-25', daysLeft: 2, personId: madina },
    ]);
    expect(JSON.stringify(copies)).not.toMatch(/Мәдина|Оразбаева/);
    const saule = app.as('saule');
    expect(await saule.refusal('makeOwnCopy', copyOf(madina))).toBe('copy-waiting');
    expect(await saule.refusal('fetchOwnCopy', { copyId })).toBe('not-found');
    expect(await app.as('ruslan').refusal('fetchOwnCopy', { copyId })).toBe('not-found');
  });

  it('is released by Ruslan, who holds what he cannot read', async () => {
    await decide(copyId);
    const ruslan = app.as('ruslan');
    archive = (await ruslan.raw('fetchOwnCopy', { copyId })).bytes;
    const [copy] = (await ruslan.call('listOwnCopies', {})).copies;
    expect(createHash('sha256').update(archive).digest('hex')).toBe(copy?.fingerprint);
    expect(archive.toString('latin1')).not.toContain('Мәдина');
    for (const wrong of ['', 'ABCDE-23456-FGHJK-789MP', PASSPHRASE.toLowerCase()])
      expect(await openArchive(archive, wrong)).toBeNull();
  });

  it('opens with her passphrase in an ordinary program and tells all of her and nothing of her son', async () => {
    const opened = await openArchive(archive, PASSPHRASE);
    if (!opened) throw new Error('it does not open');
    const { sections, withheld } = JSON.parse(opened.json);
    expect(Object.keys(sections)).toEqual([
      ...['identity', 'life', 'papers', 'circumstances', 'consents', 'case'],
      ...['assessments', 'views'],
    ]);
    expect(withheld).toEqual([]);
    expect(sections.identity[0].versions[0].identity.names[0].given).toBe('Мәдина');
    expect(sections.consents[0]).toMatchObject([{ purpose: 'service', decision: 'given' }]);
    const said = sections.case[0].map(
      (entry: { words: { text: string } | null }) => entry.words?.text,
    );
    expect(said).toContain('Құжаты жоқ. — мектеп керек, Мәдина өзі айтты.');
    expect(sections.views[0].map(({ action }: { action: string }) => action)).toContain(
      'recordConsent',
    );
    for (const text of [opened.json, opened.pdfText]) {
      expect(text).toContain('+77019876543');
      expect(text).not.toMatch(/Дамир|Ұйқысы/);
      expect(text).not.toContain(damir);
    }
    expect(opened.pdfText).toContain('Оразбаева Мәдина');
    expect(opened.pdfText).toContain('Көмек үшін жазба');
    expect(opened.readme).not.toMatch(/Мәдина|Tirek/);
  });

  it('is handed over once, and then is nowhere but with her', async () => {
    const saule = app.as('saule');
    expect((await saule.raw('fetchOwnCopy', { copyId })).bytes).toEqual(archive);
    const receipt = { copyId, way: 'in-person', on: '2026-11-23' } as const;
    await saule.call('recordCopyHandOver', { id: randomUUID(), ...receipt });
    expect(await saule.refusal('fetchOwnCopy', { copyId })).toBe('copy-gone');
    expect(await saule.refusal('recordCopyHandOver', { id: randomUUID(), ...receipt })).toBe(
      'copy-gone',
    );
    expect(await rowsAsOwner(app.database, 'select from own_copy_file')).toEqual([]);
    const { copies } = await saule.call('listOwnCopiesOf', { personId: madina });
    expect(copies).toMatchObject([
      {
        state: 'handed-over',
        daysLeft: null,
        handOver: { way: 'in-person', by: 'Сәуле Ахметова' },
      },
    ]);
  });

  it('leaves its passphrase in no row of any table', async () => {
    const tables = await rowsAsOwner<{ name: string }>(
      app.database,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(50);
    for (const { name } of tables)
      expect(
        await rowsAsOwner(app.database, `select from ${name} as whole where whole::text like $1`, [
          `%${PASSPHRASE}%`,
        ]),
        name,
      ).toEqual([]);
  });
});

it('a part that endangers somebody stays out, and she is told which and why', async () => {
  const copyId = await make(madina, { withheld: [{ section: 'case', reason: 'endangers' }] });
  await decide(copyId);
  const { bytes } = await app.as('ruslan').raw('fetchOwnCopy', { copyId });
  const opened = await openArchive(bytes, PASSPHRASE);
  expect(JSON.parse(opened?.json ?? '{}').sections.case).toBeUndefined();
  expect(opened?.pdfText).toContain('«Отбасын сүйемелдеу» бөлімі берілмеді');
  expect(opened?.pdfText).not.toContain('мектеп керек');
  // Nobody fetches it: in a month it is gone.
  app.clock.advance(31 * 24 * 60);
  await forgetOwnCopies.run({ database: app.database, clock: app.clock } as unknown as JobContext);
  expect(await rowsAsOwner(app.database, 'select from own_copy_file')).toEqual([]);
  expect(await app.as('ruslan').refusal('fetchOwnCopy', { copyId })).toBe('copy-gone');
});

it('a passphrase that somebody thought up is refused', async () => {
  const saule = app.as('saule');
  for (const passphrase of [
    'Madina1985',
    'abcde-23456-fghjk-789mn',
    'ABCDE-23456-FGHJK',
    'OOOOO-IIIII-LLLLL-00000',
  ])
    expect(await saule.refusal('makeOwnCopy', { ...copyOf(madina), passphrase })).toBe(
      'input-invalid',
    );
});

it('nobody lets out a copy that he made himself, and an erased person’s is gone', async () => {
  const copyId = await make(damir);
  await rowsAsOwner(
    app.database,
    `insert into role_assignment (id, programme_id, account_id, role) values ($1, $2, $3, 'data-protection-officer')`,
    [randomUUID(), app.programmeId, app.id('saule')],
  );
  await expect(decide(copyId, 'saule')).rejects.toMatchObject({ code: 'copy-own' });
  await decide(copyId);
  const requestId = randomUUID();
  const asked = { id: requestId, personId: damir, basis: 'guardian-asks' } as const;
  await app.as('saule').call('requestErasure', asked);
  const erased = { id: randomUUID(), requestId, decision: { kind: 'erased' } } as const;
  await app.as('ruslan').call('decideErasure', erased);
  expect(await app.as('ruslan').refusal('fetchOwnCopy', { copyId })).toBe('copy-gone');
});

describe('an injected query', () => {
  it('neither reads an archive that was not let out nor puts another one in its place', async () => {
    const copyId = await make(madina, { askedOn: '2026-12-20' });
    for (const name of ['saule', 'ruslan', 'kairat'] as const) {
      expect(await rowsAsApp(app.database, actor(name), 'select * from own_copy_file')).toEqual([]);
      for (const attempt of [
        `update own_copy_file set sealed = 'x'`,
        `delete from own_copy_file`,
        `update own_copy set expires_at = now()`,
      ])
        await expect(rowsAsApp(app.database, actor(name), attempt), attempt).rejects.toThrow(
          /permission denied/,
        );
      await expect(
        rowsAsApp(
          app.database,
          actor(name),
          `insert into own_copy_file (copy_id, programme_id, sealed) values ('${copyId}', '${app.programmeId}', 'x')`,
        ),
      ).rejects.toThrow(/row-level security/);
      await expect(
        rowsAsApp(
          app.database,
          actor(name),
          `insert into own_copy_hand_over (copy_id, programme_id, way, handed_on, recorded_by, recorded_at)
           values ('${copyId}', '${app.programmeId}', 'by-mail', now(), '${app.id(name)}', now())`,
        ),
      ).rejects.toThrow(/row-level security/);
    }
    expect(await rowsAsApp(app.database, actor('kairat'), 'select * from own_copy')).toEqual([]);
  });

  it('learns nothing of copies from where another practitioner sits', async () => {
    const stranger = app.asAccount(await colleague(app, 'nurlan'));
    for (const name of ['listOwnCopiesOf', 'makeOwnCopy'] as const)
      expect(await stranger.refusal(name, copyOf(madina))).toBe('not-found');
    expect(ownCopyContract.listOwnCopies.permission).toBe('copy.release');
  });
});
