import { randomUUID } from 'node:crypto';
import type { InputOf } from '@tirek/domain/contract';
import type { demandsContract } from '@tirek/domain/privacy/demands';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';

const ASKED = 'Отбасының барлық жазбалары, әңгімелер мен тексеру нәтижелері.';
const WHY = 'Іс бойынша тек қазіргі мекенжайы керек.';
type Recording = InputOf<(typeof demandsContract)['recordDemand']>;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const demand = (more: Partial<Recording> = {}): Recording => ({
  ...{ id: randomUUID(), answerId: randomUUID(), from: 'investigator', basis: 'criminal-case' },
  ...{ writtenOn: '2026-11-18', receivedOn: '2026-11-20', dueOn: '2026-11-25', asked: ASKED },
  ...{ answer: 'less', why: WHY, ...more },
});
const record = async (more: Partial<Recording> = {}) => {
  const made = demand(more);
  await app.as('ruslan').call('recordDemand', made);
  return { demandId: made.id, answerId: made.answerId };
};
const list = async () => await app.as('ruslan').call('listDemands', {});
const close = (demandId: string, more = {}) => ({
  ...{ id: randomUUID(), demandId, answeredOn: '2026-11-23', telling: 'told' as const },
  ...{ barredBy: null, ...more },
});

describe('an investigator’s paper that asks for everything', () => {
  let demandId: string;
  let answerId: string;

  it('is written down by Ruslan with less than it asks, and waits for Dana', async () => {
    ({ demandId, answerId } = await record());
    expect((await app.as('dana').call('listDuties', {})).duties).toMatchObject([
      { kind: 'demand', waiting: 1, overdue: 0, nearest: '2026-11-25' },
    ]);
    expect((await app.as('ruslan').call('listDuties', {})).duties).toEqual([]);
    expect((await list()).demands).toMatchObject([
      {
        id: demandId,
        state: 'asked',
        asked: ASKED,
        answer: { kind: 'less', by: { name: 'Руслан Ким' } },
      },
    ]);
  });

  it('is not answered before she agrees, and not by Ruslan alone', async () => {
    const ruslan = app.as('ruslan');
    expect(await ruslan.refusal('closeDemand', close(demandId))).toBe('demand-not-agreed');
    const own = { id: randomUUID(), demandId, answerId, isAgreed: true, words: null };
    expect(await ruslan.refusal('decideDemandAnswer', own)).toBe('demand-own');
    expect(
      await ruslan.refusal('proposeDemandAnswer', {
        ...{ id: randomUUID(), demandId, answer: 'as-asked', why: WHY },
      }),
    ).toBe('demand-decided');
  });

  it('goes back to him with her words, and out with the next answer', async () => {
    const dana = app.as('dana');
    const words = 'Мекенжайы да керек емес, сот шешімі жоқ.';
    const returned = { id: randomUUID(), demandId, answerId, isAgreed: false, words };
    await dana.call('decideDemandAnswer', returned);
    await dana.call('decideDemandAnswer', returned);
    expect((await list()).demands).toMatchObject([{ state: 'returned', decision: { words } }]);
    const nextId = randomUUID();
    await app.as('ruslan').call('proposeDemandAnswer', {
      ...{ id: nextId, demandId, answer: 'refused', why: words },
    });
    const agreed = { id: randomUUID(), demandId, isAgreed: true, words: null };
    expect(await dana.refusal('decideDemandAnswer', { ...agreed, answerId })).toBe(
      'changed-meanwhile',
    );
    await dana.call('decideDemandAnswer', { ...agreed, answerId: nextId });
    const barred = { telling: 'barred' as const };
    expect(await app.as('ruslan').refusal('closeDemand', close(demandId, barred))).toBe(
      'input-invalid',
    );
    const secret = { ...barred, barredBy: 'secret-of-investigation' };
    await app.as('ruslan').call('closeDemand', close(demandId, secret));
    expect(await app.as('ruslan').refusal('closeDemand', close(demandId))).toBe('demand-decided');
    expect((await list()).demands).toMatchObject([
      { state: 'closed', answer: { kind: 'refused' }, closing: secret },
    ]);
    expect((await app.as('ruslan').call('listDuties', {})).duties).toEqual([]);
  });

  it('is counted for the year, as a demand and not as people', async () => {
    await record({ writtenOn: '2025-12-01', receivedOn: '2025-12-02', dueOn: '2025-12-09' });
    const { demands, years } = await list();
    expect(demands).toMatchObject([{ isOverdue: true, state: 'asked' }, { state: 'closed' }]);
    const none = { refused: 0, 'nothing-held': 0, less: 0, 'as-asked': 0 };
    expect(years).toEqual([
      { year: 2026, received: 1, answers: { ...none, refused: 1 }, told: 0, barred: 1 },
      { year: 2025, received: 1, answers: none, told: 0, barred: 0 },
    ]);
  });
});

it('a paper that rests on nothing is refused, by the database too', async () => {
  const ruslan = app.as('ruslan');
  expect(await ruslan.refusal('recordDemand', demand({ basis: 'none' }))).toBe(
    'demand-without-basis',
  );
  expect(await ruslan.refusal('recordDemand', demand({ dueOn: '2026-11-01' }))).toBe(
    'input-invalid',
  );
  expect(await ruslan.refusal('recordDemand', demand({ receivedOn: '2027-01-01' }))).toBe(
    'input-invalid',
  );
  await record({ basis: 'none', answer: 'refused' });
});

describe('whoever works with families', () => {
  it('learns of no demand, and nobody who has the disk reads one', async () => {
    for (const name of ['saule', 'gulmira', 'kairat', 'timur'] as const)
      expect(await app.as(name).refusal('listDemands', {})).toBe('not-allowed');
    expect(
      await rowsAsOwner(
        app.database,
        `select from legal_demand whole where whole::text like '%Отбасының%'`,
      ),
    ).toEqual([]);
  });

  it('gets nowhere with a query of her own', async () => {
    const { demandId, answerId } = await record();
    const actor = (name: 'saule' | 'ruslan' | 'dana') => ({
      actor_kind: 'account',
      actor_id: app.id(name),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    });
    expect(await rowsAsApp(app.database, actor('saule'), 'select * from legal_demand')).toEqual([]);
    const attempts: [name: 'saule' | 'ruslan' | 'dana', statement: string, refusal: RegExp][] = [
      // Ruslan agrees with himself.
      [
        'ruslan',
        `insert into legal_demand_decision (answer_id, programme_id, demand_id, proposed_by, is_agreed, decided_by, decided_at)
         values ('${answerId}', '${app.programmeId}', '${demandId}', '${app.id('ruslan')}', true, '${app.id('ruslan')}', now())`,
        /by_another/,
      ],
      // He records that it went out although nobody agreed.
      [
        'ruslan',
        `insert into legal_demand_closing (demand_id, programme_id, answered_on, telling, recorded_by, recorded_at)
         values ('${demandId}', '${app.programmeId}', now(), 'told', '${app.id('ruslan')}', now())`,
        /row-level security/,
      ],
      // Dana puts an answer of her own in the place of his.
      [
        'dana',
        `insert into legal_demand_answer (id, programme_id, demand_id, version, kind, why, proposed_by, proposed_at)
         values (gen_random_uuid(), '${app.programmeId}', '${demandId}', 2, 'as-asked', 'x', '${app.id('dana')}', now())`,
        /row-level security/,
      ],
      ['ruslan', `update legal_demand set due_on = '2030-01-01'`, /permission denied/],
    ];
    for (const [name, statement, refusal] of attempts)
      await expect(rowsAsApp(app.database, actor(name), statement), statement).rejects.toThrow(
        refusal,
      );
  });
});
