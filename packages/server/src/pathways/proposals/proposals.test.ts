import { randomUUID } from 'node:crypto';
import { MERGE_CONFLICTS } from '@tirek/domain/people/merging';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agreeing, need, opening, write } from '../../cases/test/casework.ts';
import { inRequest } from '../../db/request-transaction.ts';
import { CAST_REGION } from '../../demo/cast.ts';
import { derivedKey } from '../../http/derived-key.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { stepsHeld } from './held-about.ts';
import {
  ASKED_AGAIN,
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
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  gulmira = app.as('gulmira');
  await settleCare(app, ['phq-8', 'asq', 'k10']);
});
afterAll(() => app[Symbol.asyncDispose]());
/** Each story a moment after the one before. */
beforeEach(() => app.clock.advance(0.01));

const screened = () => agreeing(saule, { purposes: ['service', 'screening'] });
/** One of the cast at work, for what other features ask of this one. */
const actorOf = (name: 'saule') => ({
  ...{ kind: 'account' as const, accountId: app.id(name), programmeId: app.programmeId },
  ...{ assignments: [{ role: 'practitioner' as const, region: CAST_REGION }] },
  ...{ sessionId: randomUUID(), isFullySignedIn: true as const },
});
const HEAVY = '22222222';
const MILD = '11111000';
/** Of two results of one day the later id counts; in tests ids tell no time. */
const EARLIER = { takenOn: '2026-11-20' };
const later = (over: Parameters<typeof answersTo>[2] = {}) => {
  app.clock.advance(0.01);
  return over;
};

describe('what the pathway proposes for Madina', () => {
  it('stands at once after her answers: the step, why, by when, who acts, and what only others may give', async () => {
    const { personId } = await screened();
    const sent = { id: randomUUID(), personId, assessment: answersTo('phq-8', HEAVY) };
    await saule.call('recordAssessment', sent);
    await saule.call('recordAssessment', sent);
    const { proposals, state, current } = await stepsOf(saule, personId);
    expect(proposals).toHaveLength(1);
    expect(state).toBe('waiting');
    expect(current).toMatchObject({
      ...{ assessmentId: sent.id, versionId: null },
      ...{ countsFrom: '2026-11-23T05:00:00.000Z', actBy: '2026-12-07T05:00:00.000Z' },
      outcome: {
        ...{ step: '4', reason: 'rule', rule: 'clinical-range', acts: 'specialist' },
        witnesses: [{ result: { form: 'phq-8', value: 16 } }],
      },
    });
    const { offers = [], missing = [] } = current?.outcome ?? {};
    expect(offers).toContainEqual({ offer: 'specialist-evaluation', isHere: false });
    expect(missing.map(({ about }) => about)).toContain('safety');
    const log = await rowsAsOwner(
      app.database,
      `select facts from audit_entry where action like '%tep%' or action = 'recordAssessment' and $1 = any (about)`,
      [personId],
    );
    expect(JSON.stringify(log)).not.toMatch(/clinical|"4"/);
  });

  it('comes from all that is known of her: open needs, contacts at which nobody was met, and what stood before', async () => {
    const { familyId, personId } = await screened();
    await write(saule, familyId, opening(personId));
    await write(saule, familyId, need({ value: { ...need().value, category: 'housing' } }));
    await answers(saule, personId, answersTo('phq-8', MILD));
    const first = await stepsOf(saule, personId);
    expect(first.current?.outcome).toMatchObject({
      step: '2',
      beside: [{ rule: 'basic-needs', acts: 'social-services' }],
    });
    expect(first.current?.outcome.missing.map(({ about }) => about)).not.toContain('needs');
    await decides(saule, personId, changed('3'));
    for (const heldOn of ['2026-11-20', '2026-11-22']) {
      await write(saule, familyId, {
        ...{ kind: 'note', subjectId: randomUUID(), state: 'written', personId, words: null },
        value: { form: 'call', heldOn, outcome: 'not-met' },
      });
    }
    app.clock.advance(0.01);
    await saule.call('proposeStep', { id: randomUUID(), personId });
    expect((await stepsOf(saule, personId)).current?.outcome).toMatchObject({
      ...{ step: '4', reason: 'up', rule: 'not-met-with-risk', acts: 'supervisor' },
    });
  });

  it('puts danger first: an answer that tells of it leads to a step of safety with the clock of the event', async () => {
    const { personId } = await screened();
    const no = { asq_1: false, asq_2: false, asq_3: false, asq_4: false };
    await answers(saule, personId, answersTo('asq', no, { language: 'en' }));
    const asked = await stepsOf(saule, personId);
    expect(asked).toMatchObject({ state: 'untold', current: { outcome: { step: null } } });
    expect(asked.current?.outcome.missing.map(({ about }) => about)).not.toContain('safety');
    app.clock.advance(0.01);
    const yes = { ...no, asq_2: true, asq_5: false };
    await answers(saule, personId, answersTo('asq', yes, { language: 'en' }));
    const { events } = await saule.call('listSafetyEventsOf', { personId });
    expect(events.map(({ event }) => event.urgency)).toEqual(['today']);
    expect((await stepsOf(saule, personId)).current?.outcome).toMatchObject({
      ...{ step: 'S1', rule: 'danger-today', withinHours: 24 },
    });
    app.clock.advance(0.01);
    await saule.call('raiseSafetyEvent', {
      ...{ id: randomUUID(), personId, kind: 'violence', urgency: 'now', words: null },
      seenAt: app.clock.now(),
    });
    await saule.call('proposeStep', { id: randomUUID(), personId });
    expect((await stepsOf(saule, personId)).current).toMatchObject({
      assessmentId: null,
      outcome: { step: 'S0', withinHours: 1 },
    });
  });

  it('is replaced by a newer one that nobody has decided on: a mistyped sheet proposes nothing any more', async () => {
    const { personId } = await screened();
    const mistyped = await answers(saule, personId, answersTo('phq-8', HEAVY));
    const first = (await stepsOf(saule, personId)).current;
    const right = { supersedes: mistyped, because: 'typing-error' } as const;
    await answers(saule, personId, answersTo('phq-8', MILD, later(right)));
    const { current, proposals, clinicalSince } = await stepsOf(saule, personId);
    expect(proposals).toHaveLength(2);
    expect(current?.outcome.step).toBe('2');
    expect(clinicalSince).toBeNull();
    const late = {
      ...{ id: randomUUID(), personId, proposalId: first?.id ?? '', basedOn: 0 },
      decision: confirmed('4'),
    };
    expect(await saule.refusal('decideStep', late)).toBe('step-replaced');
  });

  it('is not made of a questionnaire about which the pathway asks nothing', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('k10', '', { language: 'en' }));
    expect((await saule.call('listAssessments', { personId })).assessments).toHaveLength(1);
    expect((await stepsOf(saule, personId)).state).toBe('none');
  });
});

describe('Saule', () => {
  it('confirms the step, and it stands since that day, however often it is sent', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    const words = { said: 'Дәрігерге бірге барамыз.', wish: 'Бір өзім қорқамын' };
    const sent = await decisionOn(saule, personId, { ...confirmed('4'), words });
    await saule.call('decideStep', sent);
    await saule.call('decideStep', sent);
    const { decisions, state, standing, colleagues } = await stepsOf(saule, personId);
    expect(decisions).toMatchObject([{ kind: 'confirmed', step: '4', wish: 'wants', words }]);
    expect(state).toBe('decided');
    expect(standing).toEqual({ step: '4', since: '2026-11-23', careSince: '2026-11-23' });
    expect(Object.values(colleagues)).toEqual(['Сәуле Ахметова']);
    const rows = await rowsAsOwner<{ all: string }>(
      app.database,
      `select step_decision::text || encode(sealed, 'escape') as all from step_decision where person_id = $1`,
      [personId],
    );
    expect(JSON.stringify(rows)).not.toMatch(/бірге|қорқамын/);
  });

  it('decides otherwise with a reason; the proposed step itself is confirmed and not changed', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    const refused = async (decision: Parameters<typeof decisionOn>[2]) =>
      saule.refusal('decideStep', await decisionOn(saule, personId, decision));
    expect(await refused(changed('4'))).toBe('step-not-changed');
    expect(await refused(confirmed('3'))).toBe('changed-meanwhile');
    await decides(saule, personId, { ...changed('3'), functioning: 'severe' });
    const { standing, functioning } = await stepsOf(saule, personId);
    expect(standing?.step).toBe('3');
    expect(functioning).toEqual({ level: 'severe', on: '2026-11-23' });
    app.clock.advance(0.01);
    await saule.call('proposeStep', { id: randomUUID(), personId });
    expect((await stepsOf(saule, personId)).current?.outcome).toMatchObject({ step: '4' });
  });

  it('is told when somebody decided meanwhile', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    const seen = await decisionOn(saule, personId, confirmed('4'));
    await decides(gulmira, personId, changed('3'));
    expect(await saule.refusal('decideStep', seen)).toBe('changed-meanwhile');
  });

  it('writes down that Madina declines, and neither the family’s needs nor the help beside change by it', async () => {
    const { familyId, personId } = await screened();
    await write(saule, familyId, opening(personId));
    await write(saule, familyId, need({ value: { ...need().value, category: 'basic' } }));
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    const before = await saule.call('getCase', { familyId });
    const { current } = await stepsOf(saule, personId);
    expect(current?.outcome.beside).toMatchObject([{ rule: 'basic-needs' }]);
    await decides(saule, personId, DECLINED);
    expect((await saule.call('getCase', { familyId })).entries).toEqual(before.entries);
    app.clock.advance(0.01);
    await saule.call('proposeStep', { id: randomUUID(), personId });
    const after = await stepsOf(saule, personId);
    expect(after.current?.outcome.beside).toEqual(current?.outcome.beside);
    expect(after.standing).toBeNull();
  });

  it('goes on with the step that stood when a lower or higher one is declined', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', MILD, EARLIER));
    await decides(saule, personId, confirmed('2'));
    await answers(saule, personId, answersTo('phq-8', HEAVY, later()));
    await decides(saule, personId, DECLINED);
    expect((await stepsOf(saule, personId)).standing?.step).toBe('2');
  });

  it('proposes nothing anew without the consent to screening; declining and asking for a human need no leave', async () => {
    const silent = await agreeing(saule);
    const asked = { id: randomUUID(), personId: silent.personId };
    expect(await saule.refusal('proposeStep', asked)).toBe('assessment-consent-missing');
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    app.clock.advance(1);
    for (const purpose of ['screening', 'service'] as const) {
      await saule.call('withdrawConsent', {
        ...{ id: randomUUID(), personId, party: 'person', purpose, receiverId: null },
        ...{ mode: 'verbal', language: 'kk', shown: [{ purpose, receiverId: null }] },
      });
    }
    const sent = await decisionOn(saule, personId, confirmed('4'));
    expect(await saule.refusal('decideStep', sent)).toBe('case-consent-missing');
    const words = { said: 'Отказалась.', wish: '' };
    const told = await decisionOn(saule, personId, { ...DECLINED, words });
    expect(await saule.refusal('decideStep', told)).toBe('case-consent-missing');
    await decides(saule, personId, DECLINED);
    expect((await stepsOf(saule, personId)).state).toBe('decided');
  });
});

describe('of what was proposed and decided', () => {
  const held = async (personId: string) => {
    const actor = actorOf('saule');
    return await inRequest(app.database, actor, (tx) =>
      stepsHeld.read({
        ...{ tx, actor, personId, language: 'ru' },
        keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
      }),
    );
  };

  it('Madina’s own copy tells all in her language, without who decided and without her son’s name', async () => {
    const { personId, familyId } = await screened();
    await agreeing(saule, { given: 'Дамир', purposes: [], familyId });
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    const words = { said: 'Дамир тоже придёт.', wish: 'Боюсь одна' };
    await decides(saule, personId, { ...confirmed('4'), words });
    const told = JSON.stringify(await held(personId));
    expect(told).toContain('Предлагается ступень 4');
    expect(told).toContain('Подтверждено');
    expect(told).toContain('Боюсь одна');
    expect(told).not.toContain('Дамир');
    expect(told).not.toContain(app.id('saule'));
  });

  it('nothing is left once she is erased, and the preview counted it', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    await decides(saule, personId, confirmed('4'));
    const preview = await saule.call('previewErasure', { personId });
    expect(preview.goes).toMatchObject({ assessments: 1, careSteps: 2 });
    const requestId = randomUUID();
    await saule.call('requestErasure', { id: requestId, personId, basis: 'person-asks' });
    app.clock.advance(1);
    await app.as('ruslan').call('decideErasure', {
      ...{ id: randomUUID(), requestId, decision: { kind: 'erased' } },
    });
    for (const table of ['step_proposal', 'step_decision', 'assessment']) {
      const left = await rowsAsOwner(app.database, `select from ${table} where person_id = $1`, [
        personId,
      ]);
      expect(left).toEqual([]);
    }
  });

  it('two records of one woman are read as one', async () => {
    const one = await screened();
    const other = await screened();
    await answers(saule, one.personId, answersTo('phq-8', MILD));
    await answers(saule, other.personId, answersTo('phq-8', HEAVY, later()));
    await rowsAsOwner(
      app.database,
      `insert into step_decision (id, programme_id, proposal_id, person_id, kind, step, wish, decided_by, decided_at, decided_on)
       select gen_random_uuid(), programme_id, id, person_id, 'confirmed', '4', 'wants', made_by, made_at, made_on
       from step_proposal where person_id = $1`,
      [other.personId],
    );
    app.clock.advance(0.01);
    await saule.call('askMerge', {
      ...{ id: randomUUID(), personId: one.personId, otherId: other.personId },
      confirmed: [...MERGE_CONFLICTS],
    });
    const { proposals, standing } = await stepsOf(saule, one.personId);
    expect(proposals).toHaveLength(2);
    expect(standing?.step).toBe('4');
  });
});

describe('a human looks again', () => {
  it('and hears of it: Gulmira is told that something waits, Saule who decided is not, and the message says of whom to nobody', async () => {
    const { personId } = await screened();
    await saule.call('recordAssessment', {
      ...{ id: randomUUID(), personId, assessment: answersTo('phq-8', HEAVY) },
    });
    await decides(saule, personId, changed('3'));
    await decides(saule, personId, ASKED_AGAIN);
    const told = await rowsAsOwner<{ to: string; kind: string; personId: string | null }>(
      app.database,
      `select account_id as "to", kind, person_id as "personId" from message where kind = 'look-today' and queued_at = $1`,
      [app.clock.now()],
    );
    expect(told).toEqual([{ to: app.id('gulmira'), kind: 'look-today', personId: null }]);
  });

  it('at what Saule decided: it waits for Gulmira, and the next decision is not Saule’s', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    await decides(saule, personId, confirmed('4'));
    app.clock.advance(0.01);
    await decides(saule, personId, ASKED_AGAIN);
    expect(await stepsOf(saule, personId)).toMatchObject({
      state: 'again',
      notBy: app.id('saule'),
    });
    const again = await decisionOn(saule, personId, changed('3'));
    expect(await saule.refusal('decideStep', again)).toBe('step-second-person');
    const seenBy = async (client: TestClient) =>
      (await client.call('listCareGaps', {})).waiting.find(({ person }) => person.id === personId);
    expect(await seenBy(saule)).toMatchObject({ isAgain: true, isForMe: false });
    expect(await seenBy(gulmira)).toMatchObject({ isAgain: true, isForMe: true });
    app.clock.advance(0.01);
    await decides(gulmira, personId, changed('3'));
    expect(await stepsOf(saule, personId)).toMatchObject({
      ...{ state: 'decided', notBy: null },
      standing: { step: '3' },
    });
  });

  it('also when newer answers came in between: the asking is not lost', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', HEAVY, EARLIER));
    await decides(saule, personId, ASKED_AGAIN);
    await answers(saule, personId, answersTo('phq-8', MILD, later()));
    expect(await stepsOf(saule, personId)).toMatchObject({
      ...{ state: 'again', notBy: app.id('saule') },
      current: { outcome: { step: '2' } },
    });
    const own = await decisionOn(saule, personId, confirmed('2'));
    expect(await saule.refusal('decideStep', own)).toBe('step-second-person');
    await decides(gulmira, personId, confirmed('2'));
  });

  it('at what Gulmira decided: then it is Saule’s', async () => {
    const { personId } = await screened();
    await answers(saule, personId, answersTo('phq-8', HEAVY));
    await decides(gulmira, personId, changed('2'));
    app.clock.advance(0.01);
    await decides(saule, personId, ASKED_AGAIN);
    const own = await decisionOn(gulmira, personId, confirmed('4'));
    expect(await gulmira.refusal('decideStep', own)).toBe('step-second-person');
    app.clock.advance(0.01);
    await decides(saule, personId, confirmed('4'));
    expect((await stepsOf(saule, personId)).standing?.step).toBe('4');
  });
});
