import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurvey, phq8, send, shuffle, submissionOf } from '../surveys/test/test-survey.ts';
import { type TestApp, testApp } from '../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

describe('the report in the seconds after a wave was closed', () => {
  it('is not made of some of the answers: Dana is asked to wait until the last one is shuffled in', async () => {
    const dana = app.as('dana');
    const survey = await openSurvey(app);
    for (const frequency of ['0', '1', '3']) {
      const taken = await send(app, survey, submissionOf(survey, { answers: phq8(frequency) }));
      expect(taken).toBeNull();
    }
    const waveId = survey.wave.id;
    await dana.call('closeWave', { id: randomUUID(), waveId, reason: 'All have answered.' });
    await expect(dana.call('getWaveReport', { waveId, language: 'ru' })).rejects.toMatchObject({
      code: 'answers-on-their-way',
      details: { answers: 3 },
    });
    await shuffle(app);
    const report = await dana.call('getWaveReport', { waveId, language: 'ru' });
    expect(report.responses).toBe(3);
  });
});
