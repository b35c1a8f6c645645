import { randomUUID } from 'node:crypto';
import type { AssessmentInput } from '@tirek/domain/assessments';
import { findForm, scoreForm } from '@tirek/domain/instruments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, TODAY } from '../cases/test/casework.ts';
import { settle } from '../consents/test/consenting.ts';
import { colleague } from '../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';

let app: TestApp;
let saule: TestClient;
let aliya: TestClient;

beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  aliya = app.as('aliya');
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    id: randomUUID(),
    supervisorId: app.id('gulmira'),
    practitionerId: app.id('saule'),
  });
  await aliya.call('recordCompetence', competence('phq-8'));
});
afterAll(() => app[Symbol.asyncDispose]());

const competence = (formCode: string, over: object = {}) => ({
  ...{ id: randomUUID(), accountId: app.id('saule'), formCode, basedOn: 0 },
  ...({ state: 'held', validUntil: null } as const),
  ...over,
});
const screened = () => agreeing(saule, { purposes: ['service', 'screening'] });

/** A questionnaire as a device sends it, one option for each of its questions. */
function answered(pattern: string, over: Partial<AssessmentInput> = {}): AssessmentInput {
  const form = findForm(over.formCode ?? 'phq-8');
  if (!form) throw new Error('no such form');
  const asked = form.items.filter(({ options }) => options.length > 0);
  const answers = Object.fromEntries(asked.map(({ linkId }, at) => [linkId, pattern[at] ?? '0']));
  return {
    ...({ mode: 'read-aloud', informant: 'self', language: 'ru' } as const),
    ...{ formCode: form.code, formVersion: form.version, isEnteredTwice: false },
    ...{ takenOn: TODAY, answeredAt: `${TODAY}T05:00:00Z`, supersedes: null, because: null },
    ...{ scores: scoreForm(form, answers), answers, languages: { phq8_2: 'kk' } },
    ...over,
  };
}
const record = (personId: string, assessment: AssessmentInput) => ({
  ...{ id: randomUUID(), personId, assessment },
});

describe('Saule', () => {
  it('writes down what Madina answered: scored again here, the answers sealed, once however often it is sent', async () => {
    const { personId } = await screened();
    const sent = record(personId, answered('22222222'));
    await saule.call('recordAssessment', sent);
    await saule.call('recordAssessment', sent);
    const { assessments, hasAgreed } = await saule.call('listAssessments', { personId });
    expect(hasAgreed).toBe(true);
    expect(assessments).toHaveLength(1);
    expect(assessments[0]).toMatchObject({
      scores: [{ scale: 'phq-8', value: 16, bands: ['moderately-severe', 'ten-or-more'] }],
      sealed: { answers: { phq8_1: '2' }, languages: { phq8_2: 'kk' } },
    });
    const rows = await rowsAsOwner<{ all: string }>(
      app.database,
      `select assessment::text || encode(sealed, 'escape') as all from assessment where person_id = $1`,
      [personId],
    );
    expect(JSON.stringify(rows)).not.toContain('phq8_1');
    const log = await rowsAsOwner<{ facts: unknown }>(
      app.database,
      `select facts from audit_entry where action = 'recordAssessment' and $1 = any (about)`,
      [personId],
    );
    expect(JSON.stringify(log)).not.toContain('phq');
  });

  it('is refused where the device worked out other scores, or answers that the form does not know', async () => {
    const { personId } = await screened();
    const { scores, ...rest } = answered('22222222');
    const better = scores.map((score) =>
      score.kind === 'scored' ? { ...score, value: 4, bands: ['minimal'] } : score,
    );
    const refused = (assessment: AssessmentInput) =>
      saule.refusal('recordAssessment', record(personId, assessment));
    expect(await refused({ ...rest, scores: better })).toBe('assessment-scores-differ');
    const strange = { ...rest.answers, phq8_1: '7' };
    expect(await refused({ ...rest, scores, answers: strange })).toBe('answers-invalid');
    expect(await refused(answered('0', { takenOn: '2026-11-24' }))).toBe('assessment-day-to-come');
    expect(await refused(answered('0', { language: 'kk' }))).toBe('language-not-offered');
  });

  it('asks nobody what colleagues are asked about their own work', async () => {
    expect(await aliya.refusal('recordCompetence', competence('proqol-5'))).toBe('not-found');
    const { personId } = await screened();
    const proqol = answered('', { formCode: 'proqol-5', languages: {} });
    expect(await saule.refusal('recordAssessment', record(personId, proqol))).toBe('not-found');
  });

  it('asks nothing without the consent to screening, or once it was taken back', async () => {
    const silent = await agreeing(saule);
    const sent = record(silent.personId, answered('0'));
    expect(await saule.refusal('recordAssessment', sent)).toBe('assessment-consent-missing');
    const { personId } = await screened();
    app.clock.advance(1);
    await saule.call('withdrawConsent', {
      ...{ id: randomUUID(), personId, party: 'person', purpose: 'screening', receiverId: null },
      ...{ mode: 'verbal', language: 'kk', shown: [{ purpose: 'screening', receiverId: null }] },
    });
    const later = record(personId, answered('0'));
    expect(await saule.refusal('recordAssessment', later)).toBe('assessment-consent-missing');
  });

  it('administers only what the trainer wrote down for her, and nothing from the day it is withdrawn', async () => {
    const { personId } = await screened();
    const gad7 = () => record(personId, answered('0', { formCode: 'gad-7', languages: {} }));
    expect(await saule.refusal('recordAssessment', gad7())).toBe('assessment-competence-missing');
    expect(await saule.refusal('recordCompetence', competence('gad-7'))).toBe('not-allowed');
    const { version } = await aliya.call('recordCompetence', competence('gad-7'));
    await saule.call('recordAssessment', gad7());
    const back = competence('gad-7', { basedOn: version, state: 'withdrawn' });
    expect(await aliya.refusal('recordCompetence', { ...back, basedOn: 0 })).toBe(
      'changed-meanwhile',
    );
    await aliya.call('recordCompetence', back);
    expect(await saule.refusal('recordAssessment', gad7())).toBe('assessment-competence-missing');
    const { competences, people } = await saule.call('listCompetences', {});
    expect(people.map(({ accountId }) => accountId)).toEqual([app.id('saule')]);
    expect(competences.map(({ formCode, state }) => [formCode, state])).toEqual([
      ['gad-7', 'withdrawn'],
      ['phq-8', 'held'],
    ]);
    const ofTeam = await app.as('gulmira').call('listCompetences', {});
    expect(ofTeam.competences).toEqual(competences);
  });

  it('corrects a typing error by an entry of its own, once', async () => {
    const { personId } = await screened();
    const first = record(personId, answered('33333333', { mode: 'paper' }));
    await saule.call('recordAssessment', first);
    const right = { supersedes: first.id, because: 'typing-error', mode: 'paper' } as const;
    await saule.call('recordAssessment', record(personId, answered('03333333', right)));
    const again = record(personId, answered('00333333', right));
    expect(await saule.refusal('recordAssessment', again)).toBe('assessment-corrected');
    const { assessments } = await saule.call('listAssessments', { personId });
    expect(assessments).toHaveLength(2);
    expect(assessments.find(({ supersedes }) => supersedes === first.id)).toMatchObject({
      because: 'typing-error',
      scores: [{ value: 21 }],
    });
    const other = await screened();
    const elsewhere = record(other.personId, answered('0', right));
    expect(await saule.refusal('recordAssessment', elsewhere)).toBe('assessment-corrected');
  });
});

describe('a correction of what told of danger', () => {
  const NINTH = { formCode: 'phq-9', languages: {} };
  const typedWrong = (entry: { id: string }) =>
    ({ ...NINTH, supersedes: entry.id, because: 'typing-error', mode: 'paper' }) as const;
  const dangersOf = async (personId: string) =>
    (await saule.call('listSafetyEventsOf', { personId })).events.map(({ event }) => [
      event.kind,
      event.assessmentId,
    ]);
  beforeAll(() => aliya.call('recordCompetence', competence('phq-9')));

  it('calls nobody a second time for the same answer, and leaves what it takes away to people', async () => {
    const { personId } = await screened();
    const first = record(personId, answered('1000000010', NINTH));
    await saule.call('recordAssessment', first);
    const called = [['suicide', first.id]];
    expect(await dangersOf(personId)).toEqual(called);
    const again = record(personId, answered('2000000030', typedWrong(first)));
    await saule.call('recordAssessment', again);
    expect(await dangersOf(personId)).toEqual(called);
    const without = record(personId, answered('2000000000', typedWrong(again)));
    await saule.call('recordAssessment', without);
    expect(await dangersOf(personId)).toEqual(called);
  });

  it('calls for what it says anew', async () => {
    const { personId } = await screened();
    const first = record(personId, answered('1000000000', NINTH));
    await saule.call('recordAssessment', first);
    expect(await dangersOf(personId)).toEqual([]);
    const right = record(personId, answered('1000000010', typedWrong(first)));
    await saule.call('recordAssessment', right);
    expect(await dangersOf(personId)).toEqual([['suicide', right.id]]);
  });

  it('calls once more where the danger was taken away and stands again', async () => {
    const { personId } = await screened();
    const yes = record(personId, answered('1000000010', NINTH));
    await saule.call('recordAssessment', yes);
    const no = record(personId, answered('1000000000', typedWrong(yes)));
    await saule.call('recordAssessment', no);
    const still = record(personId, answered('1000000020', typedWrong(no)));
    await saule.call('recordAssessment', still);
    const events = await dangersOf(personId);
    expect(events.toSorted()).toEqual(
      [
        ['suicide', yes.id],
        ['suicide', still.id],
      ].toSorted(),
    );
  });
});

describe('a query injected under the name of', () => {
  const ROW_POLICY = '42501';
  const asked = (accountId: string, text: string) =>
    rowsAsApp<{ formCode: string }>(
      app.database,
      {
        ...{ actor_kind: 'account', actor_id: accountId, programme_id: app.programmeId },
        fully_signed_in: 'yes',
      },
      text,
    );
  const triedAs = async (accountId: string, text: string) => {
    try {
      await asked(accountId, text);
      return 'done';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const insertion = (by: string, person: string, form = 'phq-8') =>
    `insert into assessment (id, programme_id, person_id, form_code, form_version, mode, informant, language,
       is_entered_twice, taken_on, answered_at, scores, conclusions, sealed, recorded_by, recorded_at, recorded_on)
     values (gen_random_uuid(), '${app.programmeId}', '${person}', '${form}', '1.0.0', 'paper', 'self', 'ru', false,
       '${TODAY}', now(), '[]', '[]', '', '${by}', '${TODAY}T05:00:00Z', '${TODAY}')`;

  it('anybody but who holds the family, or supervises who does, finds no score; only the holder adds one', async () => {
    const { personId } = await screened();
    await saule.call('recordAssessment', record(personId, answered('22222222')));
    const query = `select form_code as "formCode" from assessment where person_id = '${personId}'`;
    const marat = await colleague(app, 'marat.asks');
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
    for (const accountId of [marat, ...others.map((name) => app.id(name))]) {
      expect(await asked(accountId, query)).toEqual([]);
      expect(await triedAs(accountId, insertion(accountId, personId))).toBe(ROW_POLICY);
    }
    for (const who of ['saule', 'gulmira'] as const) {
      expect(await asked(app.id(who), query)).toEqual([{ formCode: 'phq-8' }]);
    }
    const gulmira = app.id('gulmira');
    expect(await triedAs(gulmira, insertion(gulmira, personId))).toBe(ROW_POLICY);
  });

  it('Saule adds nothing without a consent or a competence, and changes and deletes nothing', async () => {
    const { personId } = await screened();
    const silent = await agreeing(saule);
    const by = app.id('saule');
    expect(await triedAs(by, insertion(by, personId))).toBe('done');
    expect(await triedAs(by, insertion(by, silent.personId))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertion(by, personId, 'who-5'))).toBe(ROW_POLICY);
    expect(await triedAs(by, `update assessment set scores = '[]'`)).toBe(ROW_POLICY);
    expect(await triedAs(by, 'delete from assessment')).toBe(ROW_POLICY);
    const own = `insert into competence (id, programme_id, account_id, form_code, version, state, recorded_by, recorded_at,
        recorded_on)
      values (gen_random_uuid(), '${app.programmeId}', '${by}', 'who-5', 1, 'held', '${by}', '${TODAY}T05:00:00Z', '${TODAY}')`;
    expect(await triedAs(by, own)).toBe(ROW_POLICY);
    expect(await triedAs(by, `update competence set form_code = 'who-5'`)).toBe(ROW_POLICY);
  });
});

describe('whoever is erased', () => {
  it('takes along what she answered, with every score, and is told before what goes', async () => {
    const { familyId, personId } = await screened();
    await agreeing(saule, { given: 'Әсел', familyId });
    await saule.call('recordAssessment', record(personId, answered('22222222')));
    const { goes } = await saule.call('previewErasure', { personId });
    expect(goes.assessments).toBe(1);
    const id = randomUUID();
    await saule.call('requestErasure', { id, personId, basis: 'person-asks' });
    const erased = { kind: 'erased' } as const;
    await app
      .as('ruslan')
      .call('decideErasure', { id: randomUUID(), requestId: id, decision: erased });
    const query = 'select 1 from assessment where person_id = $1';
    expect(await rowsAsOwner(app.database, query, [personId])).toEqual([]);
  });
});
