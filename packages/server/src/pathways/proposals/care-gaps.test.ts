import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, need, opening, write } from '../../cases/test/casework.ts';
import { CAST_REGION } from '../../demo/cast.ts';
import { colleague } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import {
  answers,
  answersTo,
  changed,
  confirmed,
  DECLINED,
  decides,
  decisionOn,
  settleCare,
  stepsOf,
} from './test/answering.ts';

let app: TestApp;
let saule: TestClient;
let gulmira: TestClient;
let aidos: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = anew(() => app.as('saule'));
  gulmira = anew(() => app.as('gulmira'));
  aidos = anew(() => app.as('aidos'));
  await settleCare(app, ['phq-8']);
});
afterAll(() => app[Symbol.asyncDispose]());

/** Whoever signs in anew for every call: weeks pass here, and a session would have ended. */
const anew = (signIn: () => TestClient): TestClient => ({
  ...signIn(),
  call: (name, input) => signIn().call(name, input),
  refusal: (name, input) => signIn().refusal(name, input),
});
const MINUTES_A_DAY = 24 * 60;
const daysPass = (days: number) => app.clock.advance(days * MINUTES_A_DAY);
const today = () => app.clock.now().slice(0, 10);
const HEAVY = '22222222';
const MILD = '11111000';

/** A woman of Saule's who answers today. */
async function woman(pattern: string) {
  app.clock.advance(0.01);
  const made = await agreeing(saule, { purposes: ['service', 'screening'] });
  await answers(saule, made.personId, answersTo('phq-8', pattern, now()));
  return made;
}
const now = () => ({ takenOn: today(), answeredAt: app.clock.now() });
type List = 'waiting' | 'unevaluated' | 'unassigned';
const gapsOf = async (personId: string, client = saule): Promise<List[]> => {
  const gaps = await client.call('listCareGaps', {});
  return (['waiting', 'unevaluated', 'unassigned'] as const).filter((list) =>
    gaps[list].some(({ person }) => person.id === personId),
  );
};

describe('where care stops short', () => {
  it('shows proposals that wait for a human, what is overdue first', async () => {
    const late = await woman(HEAVY);
    const mild = await woman(MILD);
    daysPass(20);
    const fresh = await woman(HEAVY);
    const { waiting } = await saule.call('listCareGaps', {});
    const order = waiting.map(({ person }) => person.id);
    expect(order).toEqual([late.personId, fresh.personId, mild.personId]);
    expect(waiting.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false]);
    expect(waiting[0]).toMatchObject({
      ...{ step: '4', isAgain: false, isForMe: true },
      family: { id: late.familyId, holder: 'Сәуле Ахметова', isOwn: true },
    });
    expect(waiting[0]?.person.name).toContain('Мәдина');
    await decides(saule, mild.personId, confirmed('2'));
    expect(await gapsOf(mild.personId)).not.toContain('waiting');
  });

  it('shows who is in the clinical range and was not evaluated within two weeks, until a specialist saw her', async () => {
    const { personId } = await woman(HEAVY);
    await decides(saule, personId, confirmed('4'));
    daysPass(14);
    expect(await gapsOf(personId)).not.toContain('unevaluated');
    daysPass(1);
    expect(await gapsOf(personId)).toContain('unevaluated');
    const seen = { kind: 'evaluated', evaluatedOn: today(), words: null } as const;
    const ahead = await decisionOn(saule, personId, { ...seen, evaluatedOn: '2027-12-01' });
    expect(await saule.refusal('decideStep', ahead)).toBe('case-day-to-come');
    await decides(saule, personId, seen);
    expect(await gapsOf(personId)).not.toContain('unevaluated');
    daysPass(40);
    expect(await gapsOf(personId)).not.toContain('unevaluated');
  });

  it('counts from the first result in the range, and forgets it once a lighter step was decided or she declined', async () => {
    const again = await woman(HEAVY);
    daysPass(10);
    await answers(saule, again.personId, answersTo('phq-8', HEAVY, now()));
    daysPass(5);
    expect(await gapsOf(again.personId)).toContain('unevaluated');
    await decides(saule, again.personId, changed('3'));
    expect(await gapsOf(again.personId)).not.toContain('unevaluated');
    const other = await woman(HEAVY);
    await decides(saule, other.personId, DECLINED);
    daysPass(30);
    expect(await gapsOf(other.personId)).toEqual([]);
  });

  it('shows who is distressed and for whom nobody is named, until somebody holds the need', async () => {
    const { familyId, personId } = await woman(MILD);
    expect(await gapsOf(personId)).toContain('unassigned');
    await write(saule, familyId, opening(personId, 'usual', today()));
    const value = { ...need().value, category: 'distress', notedOn: today() } as const;
    const own = need({ personId, value });
    await write(saule, familyId, own);
    expect(await gapsOf(personId)).toContain('unassigned');
    const held = { body: 'clinic', dueOn: today() } as const;
    await write(saule, familyId, { ...own, value: { ...value, held } }, 1);
    expect(await gapsOf(personId)).not.toContain('unassigned');
    await write(saule, familyId, { ...own, state: 'met', value: { ...value, held } }, 2);
    expect(await gapsOf(personId)).toContain('unassigned');
  });
});

describe('the lists are seen by', () => {
  it('Saule for her families and Gulmira for her team; a colleague of another centre finds nothing there', async () => {
    const { personId } = await woman(HEAVY);
    expect(await gapsOf(personId, gulmira)).toEqual(['waiting', 'unassigned']);
    const { waiting } = await gulmira.call('listCareGaps', {});
    expect(waiting.find(({ person }) => person.id === personId)?.isForMe).toBe(false);
    const marat = app.asAccount(await colleague(app, 'marat.gaps', 'practitioner', CAST_REGION));
    expect(await marat.call('listCareGaps', {})).toMatchObject({
      ...{ waiting: [], unevaluated: [], unassigned: [] },
    });
    expect(await marat.refusal('listSteps', { personId })).toBe('not-found');
    const sent = await decisionOn(saule, personId, confirmed('4'));
    expect(await marat.refusal('decideStep', sent)).toBe('not-found');
    expect(await marat.refusal('proposeStep', { id: randomUUID(), personId })).toBe('not-found');
  });

  it('nobody else: neither coordinator nor technical administrator, trainer or peer supporter', async () => {
    const { personId } = await woman(HEAVY);
    const sent = await decisionOn(saule, personId, confirmed('4'));
    for (const who of ['aidos', 'dana', 'kairat', 'aliya', 'zarina', 'bolat', 'ruslan'] as const) {
      const client = app.as(who);
      expect(await client.refusal('listCareGaps', {})).toBe('not-allowed');
      expect(await client.refusal('listSteps', { personId })).toBe('not-allowed');
      expect(await client.refusal('decideStep', sent)).toBe('not-allowed');
    }
  });

  it('Aidos in whole fives by region, the same as in the lists of his centres, and nobody’s name', async () => {
    await woman(HEAVY);
    const rounded = (count: number) => Math.floor(count / 5) * 5;
    daysPass(16);
    for (const _ of [1, 2, 3, 4, 5]) await woman(HEAVY);
    const lists = await saule.call('listCareGaps', {});
    const { counts } = await aidos.call('countCareGaps', {});
    const overdue = lists.waiting.filter(({ isOverdue }) => isOverdue);
    expect(lists.waiting.length).toBeGreaterThanOrEqual(5);
    expect(counts).toEqual([
      {
        region: CAST_REGION,
        waiting: rounded(lists.waiting.length),
        overdue: rounded(overdue.length),
        unevaluated: rounded(lists.unevaluated.length),
        unassigned: rounded(lists.unassigned.length),
      },
    ]);
    expect(await saule.refusal('countCareGaps', {})).toBe('not-allowed');
    expect(await app.as('kairat').refusal('countCareGaps', {})).toBe('not-allowed');
  });
});

describe('a query injected under the name of', () => {
  const asked = (accountId: string, text: string) =>
    rowsAsApp(
      app.database,
      {
        ...{ actor_kind: 'account', actor_id: accountId, programme_id: app.programmeId },
        fully_signed_in: 'yes',
      },
      text,
    );
  const tried = async (accountId: string, text: string) => {
    try {
      return (await asked(accountId, text)).length;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const ROW_POLICY = '42501';
  const decision = (
    by: string,
    personId: string,
    {
      proposalId,
      kind = 'confirmed',
      step = '4',
    }: { proposalId: string; kind?: string; step?: string },
  ) =>
    `insert into step_decision (id, programme_id, proposal_id, person_id, kind, step, reason, wish, decided_by, decided_at, decided_on)
     values (gen_random_uuid(), '${app.programmeId}', '${proposalId}', '${personId}', '${kind}', '${step}',
       ${kind === 'changed' ? "'knows-more'" : 'null'}, 'wants', '${by}', '${app.clock.now()}', '${today()}')`;

  it('anybody but who holds the family, or supervises who does, neither finds a proposal nor decides on one', async () => {
    const { personId } = await woman(HEAVY);
    const { current } = await stepsOf(saule, personId);
    const proposalId = current?.id ?? '';
    const query = `select from step_proposal where person_id = '${personId}'`;
    const marat = await colleague(app, 'marat.injects', 'practitioner', CAST_REGION);
    const others = [
      'bolat',
      'zarina',
      'aidos',
      'dana',
      'timur',
      'ruslan',
      'kairat',
      'aliya',
    ] as const;
    for (const who of [marat, ...others.map((name) => app.id(name))]) {
      expect(await asked(who, query)).toEqual([]);
      expect(await tried(who, decision(who, personId, { proposalId }))).toBe(ROW_POLICY);
    }
    for (const who of ['saule', 'gulmira'] as const) {
      expect(await asked(app.id(who), query)).toHaveLength(1);
    }
  });

  it('Saule confirms no other step than the proposed one, decides on no replaced proposal, and changes nothing', async () => {
    const { personId } = await woman(HEAVY);
    const by = app.id('saule');
    const old = (await stepsOf(saule, personId)).current?.id ?? '';
    app.clock.advance(0.01);
    await saule.call('proposeStep', { id: randomUUID(), personId });
    const proposalId = (await stepsOf(saule, personId)).current?.id ?? '';
    const says = (over: { proposalId: string; kind?: string; step?: string }) =>
      tried(by, decision(by, personId, over));
    expect(await says({ proposalId: old })).toBe(ROW_POLICY);
    expect(await says({ proposalId, step: '2' })).toBe(ROW_POLICY);
    expect(await says({ proposalId, kind: 'changed', step: '4' })).toBe(ROW_POLICY);
    expect(await says({ proposalId })).toBe(0);
    expect(await tried(by, `update step_decision set step = '1'`)).toBe(ROW_POLICY);
    expect(await tried(by, 'delete from step_proposal')).toBe(ROW_POLICY);
    await expect(rowsAsOwner(app.database, 'delete from step_decision')).rejects.toThrow(
      'append-only',
    );
  });

  it('Saule makes no decision that somebody else is asked for', async () => {
    const { personId } = await woman(HEAVY);
    const by = app.id('saule');
    await decides(saule, personId, confirmed('4'));
    app.clock.advance(0.01);
    await decides(saule, personId, { kind: 'asked-again', words: null });
    const proposalId = (await stepsOf(saule, personId)).current?.id ?? '';
    app.clock.advance(0.01);
    const over = { proposalId, kind: 'changed', step: '2' };
    expect(await tried(by, decision(by, personId, over))).toBe(ROW_POLICY);
    const gulmiraId = app.id('gulmira');
    expect(await tried(gulmiraId, decision(gulmiraId, personId, over))).toBe(0);
  });
});
