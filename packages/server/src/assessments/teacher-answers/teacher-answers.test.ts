import { randomUUID } from 'node:crypto';
import type { AssessmentInput } from '@tirek/domain/assessments';
import type { TeacherAnswers } from '@tirek/domain/assessments/teacher-answers';
import { findForm } from '@tirek/domain/instruments';
import type { FamilyAgreement } from '@tirek/domain/people/pupils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { bornOn, register } from '../../people/test/registering.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';

const TODAY = '2026-11-23';
let app: TestApp;
let saule: TestClient;
let bolat: TestClient;
const receiverId = randomUUID();
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  bolat = app.as('bolat');
  await settle(app);
  await saule.call('addConsentReceiver', { id: receiverId, name: '№ 7 мектеп-гимназия' });
  await app.as('aliya').call('recordCompetence', {
    ...{ id: randomUUID(), accountId: app.id('saule'), formCode: 'school-days', basedOn: 0 },
    ...({ state: 'held', validUntil: null } as const),
  });
});
afterAll(() => app[Symbol.asyncDispose]());

/** A child of one of Saule's families, also on Bolat's list; whose mother lets `passes` through. */
async function child(given: string, passes: FamilyAgreement['passes'] = ['answers']) {
  const family = 'Оқушықызы';
  const { personId } = await register(saule, { given, family, birth: bornOn('2016-03-03') });
  const guardian = { name: 'Оқушықызы Ана', relation: 'parent', document: null } as const;
  for (const party of ['guardian', 'person'] as const) {
    const decisions = (['service', 'screening', 'referral'] as const).map((purpose) =>
      decisionOf(purpose, 'given', { receiverId: purpose === 'referral' ? receiverId : null }),
    );
    await saule.call(
      'recordConsent',
      sittingOf(personId, decisions, {
        ...{ party, mode: 'written', witness: null },
        guardian: party === 'guardian' ? guardian : null,
      }),
    );
  }
  const pupilId = randomUUID();
  const own = { supports: [], call: null };
  await bolat.call('recordPupil', {
    ...{ id: randomUUID(), pupilId, basedOn: 0 },
    pupil: { name: { given, family, klass: '4 А' }, own },
  });
  await saule.call('recordSchoolNote', {
    ...{ id: randomUUID(), personId, pupilId, receiverId, basedOn: 0 },
    agreement: { supports: ['more-time'], call: null, passes },
  });
  return { personId, pupilId };
}

const all = (option: string) =>
  Object.fromEntries((findForm('school-days')?.items ?? []).map(({ linkId }) => [linkId, option]));
const given = (pupilId: string, over: Partial<TeacherAnswers> = {}) => ({
  ...{ id: randomUUID(), pupilId },
  given: {
    ...{ formCode: 'school-days', formVersion: '1.0.0', mode: 'handed-device', language: 'kk' },
    ...{ isEnteredTwice: false, takenOn: TODAY, answeredAt: `${TODAY}T05:00:00Z` },
    ...{ answers: { ...all('easily'), sd_read: 'not-yet' }, languages: {}, ...over },
  } as TeacherAnswers,
});
const waitingFor = async (personId: string) =>
  (await saule.call('listTeacherAnswersWaiting', {})).waiting.filter(
    (each) => each.personId === personId,
  );
const sealedRows = () => rowsAsOwner(app.database, 'select 1 from teacher_answers_sealed');

describe('a teacher’s answers', () => {
  it('stand beside the mother’s in the record once Saule takes them in, and Bolat sees nothing of it', async () => {
    const { personId, pupilId } = await child('Аружан');
    const sent = given(pupilId);
    expect(await bolat.call('recordTeacherAnswers', sent)).toEqual({});
    await bolat.call('recordTeacherAnswers', sent);
    const before = await bolat.call('listTeacherAnswers', {});
    expect(before.given).toEqual([
      { id: sent.id, pupilId, formCode: 'school-days', takenOn: TODAY },
    ]);
    const raw = await rowsAsOwner<{ all: string }>(
      app.database,
      `select encode(sealed, 'escape') as all from teacher_answers_sealed`,
    );
    expect(JSON.stringify(raw)).not.toContain('sd_read');
    const mothers: AssessmentInput = {
      ...({ mode: 'read-aloud', informant: 'caregiver', language: 'kk', because: null } as const),
      ...{ formCode: 'school-days', formVersion: '1.0.0', isEnteredTwice: false, takenOn: TODAY },
      ...{ answeredAt: `${TODAY}T04:00:00Z`, scores: [], supersedes: null },
      ...{ answers: all('easily'), languages: {} },
    };
    await saule.call('recordAssessment', { id: randomUUID(), personId, assessment: mothers });
    expect(await waitingFor(personId)).toMatchObject([{ name: 'Оқушықызы Аружан' }]);
    await saule.call('takeTeacherAnswers', { id: randomUUID(), personId, answersId: sent.id });
    const { assessments } = await saule.call('listAssessments', { personId });
    expect(
      assessments.map(({ informant, sealed }) => [informant, sealed?.answers.sd_read]).toSorted(),
    ).toEqual([
      ['caregiver', 'easily'],
      ['teacher', 'not-yet'],
    ]);
    expect(await waitingFor(personId)).toEqual([]);
    expect(await sealedRows()).toEqual([]);
    expect(await bolat.call('listTeacherAnswers', {})).toEqual(before);
    const again = { id: randomUUID(), personId, answersId: sent.id };
    expect(await saule.refusal('takeTeacherAnswers', again)).toBe('not-found');
  });

  it('reach nobody where the mother does not let them through, and are gone with the pupil’s line', async () => {
    const { personId, pupilId } = await child('Бота', ['attendance']);
    const sent = given(pupilId);
    await bolat.call('recordTeacherAnswers', sent);
    expect(await waitingFor(personId)).toEqual([]);
    const take = { id: randomUUID(), personId, answersId: sent.id };
    expect(await saule.refusal('takeTeacherAnswers', take)).toBe('not-found');
    await bolat.call('recordPupil', { id: randomUUID(), pupilId, basedOn: 1, pupil: null });
    expect(await sealedRows()).toEqual([]);
    expect(
      (await bolat.call('listTeacherAnswers', {})).given.map((each) => each.pupilId),
    ).not.toContain(pupilId);
  });

  it('are not asked by a form without words, or one that no teacher answers, and from paper are typed in twice', async () => {
    const { pupilId } = await child('Гауһар');
    const refused = (over: Partial<TeacherAnswers>) =>
      bolat.refusal('recordTeacherAnswers', given(pupilId, over));
    expect(await refused({ formCode: 'sdq-teacher' })).toBe('form-has-no-text');
    expect(await refused({ formCode: 'who-5' })).toBe('assessment-informant-not-offered');
    expect(await refused({ mode: 'paper' })).toBe('input-invalid');
    expect(await refused({ takenOn: '2026-11-24' })).toBe('assessment-day-to-come');
    expect(await bolat.refusal('recordTeacherAnswers', given(randomUUID()))).toBe('not-found');
  });

  it('are destroyed with the child who is erased', async () => {
    const { personId, pupilId } = await child('Дильназ');
    await bolat.call('recordTeacherAnswers', given(pupilId));
    const before = (await sealedRows()).length;
    const id = randomUUID();
    await saule.call('requestErasure', { id, personId, basis: 'person-asks' });
    const decision = { kind: 'erased' } as const;
    await app.as('ruslan').call('decideErasure', { id: randomUUID(), requestId: id, decision });
    expect(await sealedRows()).toHaveLength(before - 1);
  });
});
