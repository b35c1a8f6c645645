import { randomUUID } from 'node:crypto';
import { type ConsentEntry, isAllowed } from '@tirek/domain/consents';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bornOn, colleague, register } from '../people/test/registering.ts';
import { CAST_NAMES } from '../test/cast.ts';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { decisionOf, settle, sittingOf } from './test/consenting.ts';

let app: TestApp;
/** Saule's, who agreed to research; and somebody of another centre, who agreed to it too. */
let own: string;
let others: string;
beforeAll(async () => {
  app = await testApp();
  await settle(app);
  const marat = app.asAccount(await colleague(app, 'marat'));
  for (const [client, given] of [
    [app.as('saule'), 'Аяулым'],
    [marat, 'Наргиза'],
  ] as const) {
    const { personId } = await register(client, { given, birth: bornOn('1990-05-17') });
    await client.call('recordConsent', sittingOf(personId, [decisionOf('research')]));
    if (given === 'Аяулым') own = personId;
    else others = personId;
  }
  await app.as('kairat').call('assignSupervision', {
    id: randomUUID(),
    supervisorId: app.id('gulmira'),
    practitionerId: app.id('saule'),
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const asked = <Row extends object>(accountId: string, text: string) =>
  rowsAsApp<Row & Record<string, unknown>>(
    app.database,
    {
      actor_kind: 'account',
      actor_id: accountId,
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    },
    text,
  );
const refusedAs = async (accountId: string, text: string) => {
  try {
    await asked(accountId, text);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
const ROW_POLICY = '42501';
const insertion = (personId: string, accountId: string, decision: string, purpose = 'research') =>
  `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
     settings_version, given_on, is_witnessed, recorded_by, recorded_at)
   values (gen_random_uuid(), '${app.programmeId}', '${personId}', '${purpose}', 'person', '${decision}', '{person}',
     'written', 'kk', 'x', 1, '2026-11-23', false, '${accountId}', now())`;

describe('an injected query', () => {
  it('finds the consents of one’s own families, and Ruslan’s those of all, sealed', async () => {
    const seen = Object.fromEntries(
      await Promise.all(
        CAST_NAMES.map(async (name) => {
          const rows = await asked<{ person: string }>(
            app.id(name),
            'select person_id as person from consent',
          );
          return [name, rows.map(({ person }) => person).sort()];
        }),
      ),
    );
    const nothing = Object.fromEntries(CAST_NAMES.map((name) => [name, [] as string[]]));
    const ruslan = [own, others].sort();
    expect(seen).toEqual({ ...nothing, saule: [own], gulmira: [own], ruslan });
    expect(await asked(app.id('ruslan'), 'select * from person_data_key')).toEqual([]);
  });

  it('writes no consent for somebody else’s family, in somebody else’s name, or as a supervisor', async () => {
    const saule = app.id('saule');
    expect(await refusedAs(saule, insertion(others, saule, 'given'))).toBe(ROW_POLICY);
    expect(await refusedAs(saule, insertion(own, app.id('dana'), 'given'))).toBe(ROW_POLICY);
    const gulmira = app.id('gulmira');
    expect(await refusedAs(gulmira, insertion(own, gulmira, 'given'))).toBe(ROW_POLICY);
    expect(await refusedAs(saule, insertion(own, saule, 'given'))).toBe('done');
  });

  it('takes back nothing that does not stand, and changes or deletes no word', async () => {
    const saule = app.id('saule');
    expect(await refusedAs(saule, insertion(own, saule, 'withdrawn', 'conference'))).toBe(
      ROW_POLICY,
    );
    expect(await refusedAs(saule, insertion(own, saule, 'withdrawn'))).toBe('done');
    for (const text of ['update consent set decision = decision', 'delete from consent']) {
      expect(await refusedAs(saule, text)).toBe(ROW_POLICY);
      await expect(rowsAsOwner(app.database, text)).rejects.toThrow(/append-only/);
    }
  });
});

describe('a row that a consent guards', () => {
  it('is out of sight of a query that asks for everything, from the moment the consent is taken back', async () => {
    await rowsAsOwner(
      app.database,
      `create table guarded (person_id uuid, shown_on date);
       alter table guarded enable row level security;
       create policy guarded_by_consent on guarded for select to tirek_app
         using (consent_allows(person_id, 'research', null, shown_on));
       grant select on guarded to tirek_app`,
    );
    await rowsAsOwner(
      app.database,
      `insert into guarded values ($1, '2026-11-23'), ($2, '2026-11-23')`,
      [own, others],
    );
    const seen = async () =>
      (await asked<{ person: string }>(app.id('timur'), 'select person_id as person from guarded'))
        .map(({ person }) => person)
        .sort();
    expect(await seen()).toEqual([own, others].sort());
    app.clock.advance(1);
    const topic = { purpose: 'research', receiverId: null } as const;
    await app.as('saule').call('withdrawConsent', {
      id: randomUUID(),
      personId: own,
      party: 'person',
      ...topic,
      mode: 'verbal',
      language: 'kk',
      shown: [topic],
    });
    expect(await seen()).toEqual([others]);
    const elsewhere = await rowsAsApp(
      app.database,
      { actor_kind: 'account', actor_id: app.id('timur'), programme_id: randomUUID() },
      'select * from guarded',
    );
    expect(elsewhere).toEqual([]);
  });
});

describe('the database and the program', () => {
  it('decide the same about whatever was said in any order', async () => {
    const { personId } = await register(app.as('saule'), { given: 'Кездейсоқ' });
    const receivers = Array.from({ length: 40 }, () => randomUUID());
    for (const id of receivers) {
      await rowsAsOwner(
        app.database,
        `insert into consent_receiver (id, programme_id, name, added_by, added_at) values ($1, $2, $4, $3, now())`,
        [id, app.programmeId, app.id('saule'), id],
      );
    }
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
    const word = fc.record({
      receiverId: fc.constantFrom(...receivers),
      party: fc.constantFrom('person' as const, 'guardian' as const),
      isBoth: fc.boolean(),
      decision: fc.constantFrom(
        'given' as const,
        'given' as const,
        'declined' as const,
        'withdrawn' as const,
      ),
      givenOn: fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20'),
      standsUntil: fc.option(fc.constantFrom(...days.slice(1)), { nil: null }),
      hour: fc.integer({ min: 10, max: 12 }),
    });
    const [said = []] = fc.sample(fc.array(word, { minLength: 160, maxLength: 160 }), 1);
    const history = said.map(
      ({ isBoth, hour, standsUntil, ...entry }): ConsentEntry => ({
        ...entry,
        id: randomUUID(),
        purpose: 'referral',
        needs: isBoth ? ['guardian', 'person'] : [entry.party],
        mode: 'written',
        language: 'kk',
        textVersion: 'referral-1',
        standsUntil: entry.decision === 'given' ? standsUntil : null,
        recordedAt: `2026-11-21T${hour}:00:00.000Z`,
      }),
    );
    for (const entry of history) {
      const { id, receiverId, party, decision, needs, givenOn, standsUntil, recordedAt } = entry;
      await rowsAsOwner(
        app.database,
        `insert into consent (id, programme_id, person_id, purpose, receiver_id, party, decision, needs, mode, language,
           text_version, settings_version, given_on, stands_until, is_witnessed, recorded_by, recorded_at)
         values ($1, $2, $3, 'referral', $4, $5, $6, $7, 'written', 'kk', 'referral-1', 1, $8, $9, false, $10, $11)`,
        [
          id,
          app.programmeId,
          personId,
          receiverId,
          party,
          decision,
          needs,
          givenOn,
          standsUntil,
          app.id('saule'),
          recordedAt,
        ],
      );
    }
    const answers: Record<string, boolean> = {};
    const expected: Record<string, boolean> = {};
    for (const on of days) {
      for (const receiverId of receivers) {
        const key = `${receiverId} ${on}`;
        expected[key] = isAllowed(history, { purpose: 'referral', receiverId }, on);
        const [row] = await asked<{ is: boolean }>(
          app.id('saule'),
          `select consent_allows('${personId}', 'referral', '${receiverId}', '${on}') as is`,
        );
        answers[key] = row?.is ?? false;
      }
    }
    expect(answers).toEqual(expected);
    // Both answers must have occurred, or nothing was compared.
    expect(new Set(Object.values(expected))).toEqual(new Set([true, false]));
  });
});
