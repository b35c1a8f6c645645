import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSurvey, phq8, send, shuffle, submissionOf } from '../../surveys/test/test-survey.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  // Two in the morning in Kazakhstan; in Greenwich it is still November.
  app.clock.set('2026-11-30T21:00:00.000Z');
});
afterAll(() => app[Symbol.asyncDispose]());

it('a release that Ruslan approves and withdraws after midnight bears that day of the programme’s calendar', async () => {
  const survey = await openSurvey(
    app,
    {},
    {
      opensOn: '2026-11-20',
      closesOn: '2026-12-31',
    },
  );
  for (const frequency of ['0', '1', '3'])
    await send(app, survey, submissionOf(survey, { answers: phq8(frequency) }));
  const waveId = survey.wave.id;
  const dana = app.as('dana');
  await dana.call('closeWave', { id: randomUUID(), waveId, reason: 'All have answered.' });
  await shuffle(app);
  const plan = { waveId, audience: 'internal', population: [], sections: null } as const;
  const releaseId = randomUUID();
  await dana.call('prepareRelease', {
    id: releaseId,
    plan,
    reason: 'For our own eyes.',
    language: 'ru',
  });
  const ruslan = app.as('ruslan');
  await ruslan.call('decideRelease', { id: randomUUID(), releaseId, decision: 'approved' });
  await ruslan.call('withdrawRelease', { id: randomUUID(), releaseId, reason: 'A wrong title.' });
  const { report } = await dana.call('getRelease', { releaseId, language: 'en' });
  expect(report.banners.at(-1)).toMatch(
    /^Release 1 of 1 December 2026\. Withdrawn on 1 December 2026: do not use\./,
  );
}, 60_000);
