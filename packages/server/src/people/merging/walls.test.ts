import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERSON_COLUMNS } from '@tirek/domain/people/merging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { bornOn, colleague, register, search } from '../test/registering.ts';

const NAME = {
  family: 'Тоқтарова',
  given: 'Ләззат',
  sex: 'female',
  birth: bornOn('1990-05-17'),
} as const;

const SERVER = join(import.meta.dirname, '../..');

let app: TestApp;
let saule: TestClient;
let gulmira: TestClient;
let samal: TestClient;
/** Of another centre. */
let marat: TestClient;
/** Supervises the same two as Gulmira. */
let altyn: TestClient;
beforeAll(async () => {
  app = await testApp();
  await settle(app);
  saule = app.as('saule');
  gulmira = app.as('gulmira');
  const samalId = await colleague(app, 'samal', 'practitioner', 'KZ-27');
  samal = app.asAccount(samalId);
  marat = app.asAccount(await colleague(app, 'marat'));
  const altynId = await colleague(app, 'altyn', 'supervisor', 'KZ-27');
  altyn = app.asAccount(altynId);
  for (const supervisorId of [app.id('gulmira'), altynId])
    for (const practitionerId of [app.id('saule'), samalId])
      await app
        .as('kairat')
        .call('assignSupervision', { id: randomUUID(), supervisorId, practitionerId });
});
afterAll(() => app[Symbol.asyncDispose]());

/** The same woman, once with Saule and once with a colleague. */
async function heldApart(other: TestClient = samal) {
  const given = `Ләззат${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 4)}`;
  const kept = await register(saule, { ...NAME, given });
  app.clock.advance(1);
  const spare = await register(other, { ...NAME, given, phone: '+77015550123' });
  app.clock.advance(1);
  return { kept, spare, given, both: { personId: kept.personId, otherId: spare.personId } };
}
const asking = (both: { personId: string; otherId: string }, id = randomUUID()) => ({
  ...{ id, ...both },
  confirmed: [] as never[],
});
async function look(
  client: TestClient,
  given: string,
  personId: string,
  reason: 'same-person' | 'relative',
) {
  const { id: searchId } = await search(client, { ...NAME, given });
  await client.call('openPerson', { id: randomUUID(), personId, searchId, reason });
}
const decide = (client: TestClient, mergeId: string, isAgreed = true) =>
  client.refusal('decideMerge', {
    id: randomUUID(),
    mergeId,
    isAgreed,
    confirmed: ['holders-differ'],
  });

describe('Saule, who holds one of the two', () => {
  it('learns nothing of the other by comparing, and asks only after she has opened her as the same person', async () => {
    const { spare, both, given } = await heldApart();
    expect(await saule.refusal('previewMerge', both)).toBe('not-found');
    expect(await saule.refusal('askMerge', asking(both))).toBe('not-found');
    await look(saule, given, spare.personId, 'relative');
    expect(await saule.refusal('askMerge', asking(both))).toBe('not-found');
    await look(saule, given, spare.personId, 'same-person');
    app.clock.advance(16);
    expect(await saule.refusal('askMerge', asking(both))).toBe('not-found');
    await look(saule, given, spare.personId, 'same-person');
    const input = asking(both);
    expect(await saule.call('askMerge', input)).toEqual({ state: 'asked' });
    expect(await saule.refusal('askMerge', asking(both))).toBe('merge-waits');

    // Asked for is not done: nothing more is seen, and her own word does not count.
    expect(await saule.refusal('getPerson', { personId: spare.personId })).toBe('not-found');
    const { merges } = await saule.call('listMerges', {});
    expect(merges).toMatchObject([
      { id: input.id, otherName: null, mayDecide: false, state: 'waits' },
    ]);
    expect(await decide(saule, input.id)).toBe('not-allowed');
    expect(await decide(samal, input.id)).toBe('not-allowed');
    expect(await decide(marat, input.id)).toBe('not-allowed');
    expect(await saule.refusal('undoMerge', { id: randomUUID(), mergeId: input.id })).toBe(
      'merge-not-waiting',
    );
    expect(await marat.refusal('undoMerge', { id: randomUUID(), mergeId: input.id })).toBe(
      'not-found',
    );
  });

  it('cannot make one of hers and one of another region, whom nobody answers for together with hers', async () => {
    const { spare, both, given } = await heldApart(marat);
    await look(saule, given, spare.personId, 'same-person');
    const input = asking(both);
    await saule.call('askMerge', input);
    expect(await decide(gulmira, input.id)).toBe('not-found');
    expect((await gulmira.call('listMerges', {})).merges.map(({ id }) => id)).not.toContain(
      input.id,
    );
  });
});

describe('two who are held by different colleagues', () => {
  it('become one when a supervisor of both agrees, and both colleagues work with her then', async () => {
    const { kept, spare, both, given } = await heldApart();
    await look(saule, given, spare.personId, 'same-person');
    const input = asking(both);
    await saule.call('askMerge', input);
    const { conflicts } = await gulmira.call('previewMerge', both);
    expect(conflicts).toEqual(['holders-differ']);
    const unaware = { id: randomUUID(), mergeId: input.id, isAgreed: true, confirmed: [] };
    expect(await gulmira.refusal('decideMerge', unaware)).toBe('merge-conflicts');
    expect(await decide(gulmira, input.id)).toBeNull();
    expect(await decide(gulmira, input.id)).toBe('merge-not-waiting');
    for (const client of [saule, samal]) {
      const person = await client.call('getPerson', { personId: kept.personId });
      expect(person.identities[0]?.identity.phones).toEqual(['+77015550123']);
      // Each sees her own family and not the other one's.
      expect(person.families).toHaveLength(1);
    }
    expect(await marat.refusal('getPerson', { personId: kept.personId })).toBe('not-found');
    // What a supervisor agreed to, a supervisor takes back.
    expect(await saule.refusal('undoMerge', { id: randomUUID(), mergeId: input.id })).toBe(
      'not-allowed',
    );
    await altyn.call('undoMerge', { id: randomUUID(), mergeId: input.id });
    expect(await saule.refusal('getPerson', { personId: spare.personId })).toBe('not-found');
    expect(await samal.refusal('getPerson', { personId: kept.personId })).toBe('not-found');
    expect(
      (await saule.call('getPerson', { personId: kept.personId })).identities[0]?.identity.phones,
    ).toEqual([]);
  });

  it('wait for another supervisor when a supervisor asked', async () => {
    const { both } = await heldApart();
    const input = asking(both);
    expect(await gulmira.call('askMerge', input)).toEqual({ state: 'asked' });
    expect(await decide(gulmira, input.id)).toBe('merge-own');
    expect(await decide(altyn, input.id, false)).toBeNull();
    expect(await gulmira.call('askMerge', asking(both))).toEqual({ state: 'asked' });
  });
});

describe('an injected query', () => {
  const asked = (accountId: string, text: string) =>
    rowsAsApp<{ n: number }>(
      app.database,
      {
        ...{ actor_kind: 'account', actor_id: accountId, programme_id: app.programmeId },
        fully_signed_in: 'yes',
      },
      text,
    );
  const code = async (accountId: string, text: string) => {
    try {
      return (await asked(accountId, text))[0] ?? 'done';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  it('finds out from no account who stands for whom out of reach, and makes nobody one', async () => {
    const { kept, spare, both } = await heldApart();
    await gulmira.call('askMerge', asking(both));
    const [waiting] = await rowsAsOwner<{ id: string }>(
      app.database,
      'select id from person_merge where person_id = $1',
      [kept.personId],
    );
    expect(await decide(altyn, waiting?.id ?? '')).toBeNull();
    for (const name of ['ruslan', 'dana', 'timur', 'kairat', 'aidos', 'zarina'] as const) {
      const id = app.id(name);
      expect(await code(id, 'select count(*)::int as n from person_merge')).toEqual({ n: 0 });
      expect(await code(id, 'select count(*)::int as n from standing_merge')).toEqual({ n: 0 });
      const standIns = `select count(*)::int as n from stand_ins('{${spare.personId}}')`;
      expect(await code(id, standIns)).toEqual({ n: 0 });
      for (const hidden of [
        `select standing_of('${spare.personId}')`,
        `select records_of('{${kept.personId}}')`,
        `select is_on_hold('${kept.personId}')`,
        `update person_merge set undone_at = now()`,
        `delete from person_merge`,
      ])
        expect(await code(id, hidden)).toBe('42501');
      const ask = `select ask_merge(gen_random_uuid(), '${kept.personId}', '${others.personId}', '{}', now()) as n`;
      expect(await code(id, ask)).toEqual({ n: 'refused' });
      const undo = `select undo_merge('${waiting?.id}', now())::int as n`;
      expect(await code(id, undo)).toEqual({ n: 0 });
    }
    // Marat, a practitioner of another centre, may ask about nobody of theirs.
    const account = others.accountId;
    const ask = `select ask_merge(gen_random_uuid(), '${kept.personId}', '${others.personId}', '{}', now()) as n`;
    expect(await code(account, ask)).toEqual({ n: 'refused' });
    expect(await code(account, `select count(*)::int as n from standing_merge`)).toEqual({ n: 0 });
  });

  let others: { personId: string; accountId: string };
  beforeAll(async () => {
    const accountId = await colleague(app, 'erkin');
    const { personId } = await register(app.asAccount(accountId), {
      given: 'Басқа',
      family: 'Адамова',
    });
    others = { personId, accountId };
  });
});

describe('an erasure of somebody who was registered twice', () => {
  it('destroys both keys and both names, and waits while a hold stands on either', async () => {
    const given = 'Қарлығаш';
    const kept = await register(saule, { family: 'Ескендірова', given });
    app.clock.advance(1);
    const spare = await register(saule, { family: 'Yeskendirova', given: 'Karlygash' });
    await saule
      .call('recordConsent', sittingOf(spare.personId, [decisionOf('service')]))
      .catch(() => null);
    app.clock.advance(1);
    const both = { personId: kept.personId, otherId: spare.personId };
    const mergeId = randomUUID();
    await saule.call('askMerge', asking(both, mergeId));
    app.clock.advance(1);
    const ruslan = app.as('ruslan');
    const holdId = randomUUID();
    await ruslan.call('placeLegalHold', { id: holdId, personId: spare.personId, basis: 'court' });
    const requestId = randomUUID();
    await saule.call('requestErasure', {
      id: requestId,
      personId: kept.personId,
      basis: 'person-asks',
    });
    const erase = () =>
      ruslan.refusal('decideErasure', {
        id: randomUUID(),
        requestId,
        decision: { kind: 'erased' },
      });
    expect((await ruslan.call('listErasureRequests', {})).requests[0]?.isOnHold).toBe(true);
    expect(await erase()).toBe('erasure-on-hold');
    await ruslan.call('liftLegalHold', { id: randomUUID(), holdId });
    expect(await erase()).toBeNull();
    const keys = await rowsAsOwner(
      app.database,
      'select person_id from person_data_key where wrapped is null and person_id = any ($1)',
      [[kept.personId, spare.personId]],
    );
    expect(keys).toHaveLength(2);
    expect((await search(saule, { given })).cards.map(({ personId }) => personId)).not.toContain(
      kept.personId,
    );
    expect(await saule.refusal('undoMerge', { id: randomUUID(), mergeId })).toBe('not-allowed');
  });

  it('a hold that was placed while two were one holds both when they are two again', async () => {
    const kept = await register(saule, { family: 'Сәрсенова', given: 'Жанат' });
    const spare = await register(saule, { family: 'Сарсенова', given: 'Жанат' });
    app.clock.advance(1);
    const mergeId = randomUUID();
    await saule.call(
      'askMerge',
      asking({ personId: kept.personId, otherId: spare.personId }, mergeId),
    );
    app.clock.advance(1);
    const ruslan = app.as('ruslan');
    await ruslan.call('placeLegalHold', {
      id: randomUUID(),
      personId: kept.personId,
      basis: 'court',
    });
    app.clock.advance(1);
    await saule.call('undoMerge', { id: randomUUID(), mergeId });
    const requestId = randomUUID();
    await saule.call('requestErasure', {
      id: requestId,
      personId: spare.personId,
      basis: 'person-asks',
    });
    const decision = { kind: 'erased' as const };
    expect(await ruslan.refusal('decideErasure', { id: randomUUID(), requestId, decision })).toBe(
      'erasure-on-hold',
    );
  });
});

it('a device is told that a family it took along has become another', async () => {
  const deviceId = randomUUID();
  await saule.call('registerDevice', { id: deviceId, secret: 'S'.repeat(43), name: 'Chrome' });
  const kept = await register(saule, { family: 'Мұратова', given: 'Айым' });
  const spare = await register(saule, { family: 'Муратова', given: 'Айым' });
  app.clock.advance(1);
  const families = [kept.familyId, spare.familyId];
  const take = (known: Record<string, string>, day: string | null, programme: string | null) =>
    saule.call('takeAlong', { deviceId, families, known, day, programme });
  const first = await take({}, null, null);
  const known = Object.fromEntries(first.families.map(({ familyId, mark }) => [familyId, mark]));
  expect((await take(known, first.day, first.programme.mark)).families).toEqual([]);
  await saule.call('askMerge', asking({ personId: kept.personId, otherId: spare.personId }));
  const again = await take(known, first.day, first.programme.mark);
  expect(again.families.map(({ familyId }) => familyId).sort()).toEqual(families.toSorted());
  const people = again.families.flatMap(({ answers }) =>
    answers.filter(({ name }) => name === 'getPerson').map(({ input }) => input),
  );
  expect(people).toEqual([{ personId: kept.personId }, { personId: kept.personId }]);
});

describe('whatever names a person', () => {
  it('asks about all her records, or says that it means this one alone', () => {
    const isOfTests = /\.test\.ts$|matrix-inputs|\/test\/|^(test|demo|cli)\/|^people\/merging\//;
    const sources = globSync('**/*.ts', { cwd: SERVER }).filter((path) => !isOfTests.test(path));
    const wrong: string[] = [];
    for (const path of sources) {
      const lines = readFileSync(join(SERVER, path), 'utf8').split('\n');
      for (const [at, line] of lines.entries()) {
        const isByPerson =
          /ersonId', '(=|in)', (?!recordsOf\(|')/.test(line) ||
          /person_id = (any \()?\$\{(?!recordsOf\()/.test(line);
        if (
          isByPerson &&
          !/standing_merge/.test(line) &&
          !/Of this record alone/.test(lines[at - 1] ?? '')
        )
          wrong.push(`${path}:${at + 1}: ${line.trim()}`);
      }
    }
    expect(sources.length).toBeGreaterThan(100);
    expect(
      wrong,
      'Somebody may be recorded under several ids: compare with recordsOf([…]) (people/index.ts), or say why not in a line above.',
    ).toEqual([]);
  });

  it('says what becomes of it when two records are one', async () => {
    const columns = await rowsAsOwner<{ name: string }>(
      app.database,
      `select held.relname || '.' || named.attname as name
       from pg_constraint bound
       join pg_class held on held.oid = bound.conrelid
       join pg_attribute named on named.attrelid = bound.conrelid and named.attnum = bound.conkey[array_position(bound.confkey,
         (select attnum from pg_attribute where attrelid = 'person'::regclass and attname = 'id'))]
       where bound.contype = 'f' and bound.confrelid = 'person'::regclass
       order by 1`,
    );
    expect(
      columns.map(({ name }) => name),
      'A column names a person: give it a line in packages/domain/src/people/merging/person-records.ts, which says how.',
    ).toEqual(Object.keys(PERSON_COLUMNS).sort());
  });
});
