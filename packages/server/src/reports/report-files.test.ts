import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurvey, phq8, send, shuffle, submissionOf } from '../surveys/test/test-survey.ts';
import { type TestApp, testApp } from '../test/test-app.ts';

let app: TestApp;
let waveId: string;
beforeAll(async () => {
  app = await testApp();
  const survey = await openSurvey(app);
  for (const frequency of ['0', '1', '3']) {
    await send(app, survey, submissionOf(survey, { answers: phq8(frequency) }));
  }
  waveId = survey.wave.id;
  const dana = app.as('dana');
  await dana.call('closeWave', { id: randomUUID(), waveId, reason: 'All have answered.' });
  await shuffle(app);
});
afterAll(() => app[Symbol.asyncDispose]());

describe('the report as a file', () => {
  it.each([
    ['pdf', 'application/pdf', '%PDF-1.7', 'pdf'],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'PK',
      'docx',
    ],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK', 'xlsx'],
    ['csv', 'application/zip', 'PK', 'zip'],
    ['html', 'text/html; charset=utf-8', '<!doctype html>', 'html'],
  ])(
    'is sent to Timur as %s, under a name that tells nothing',
    async (format, type, start, end) => {
      const { status, headers, body } = await app
        .as('timur')
        .raw('getWaveReportFile', { waveId, language: 'kk', format });
      expect(status).toBe(200);
      expect(headers['content-type']).toBe(type);
      expect(headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="tirek-\\d{4}-\\d\\d-\\d\\d-kk\\.${end}"$`),
      );
      expect(headers['cache-control']).toBe('no-store');
      expect(String(body).startsWith(start)).toBe(true);
    },
    60_000,
  );

  it.each([
    ['pdf', '%PDF-1.7'],
    ['docx', 'PK'],
  ] as const)(
    'comes as two pages for a ministry, as %s, and the log knows',
    async (format, start) => {
      const asked = { waveId, language: 'kk', kind: 'brief', format } as const;
      const { status, headers, body } = await app.as('timur').raw('getWaveBriefFile', asked);
      expect(status).toBe(200);
      expect(headers['content-disposition']).toMatch(
        new RegExp(`filename="tirek-brief-\\d{4}-\\d\\d-\\d\\d-kk\\.${format}"$`),
      );
      expect(String(body).startsWith(start)).toBe(true);
      const { entries } = await app
        .as('ruslan')
        .call('listAuditEntries', { action: 'getWaveBriefFile' });
      expect(entries[0]).toMatchObject({ effect: 'read', facts: { kind: 'brief', format } });
    },
    60_000,
  );

  it('has no page on a place that nobody was asked about', async () => {
    const asked = { waveId, language: 'ru', kind: 'region-sheet', format: 'html' } as const;
    const { body } = await app.as('timur').raw('getWaveBriefFile', { ...asked, place: 'rural' });
    expect(body).toMatchObject({ code: 'not-found' });
  });

  it('is a row of the log, with its format', async () => {
    await app.as('timur').raw('getWaveReportFile', { waveId, language: 'ru', format: 'json' });
    const { entries } = await app
      .as('ruslan')
      .call('listAuditEntries', { action: 'getWaveReportFile' });
    expect(entries[0]).toMatchObject({
      effect: 'read',
      about: [waveId],
      facts: { answers: 3, language: 'ru', format: 'json', audience: 'internal' },
    });
  });

  it('is not made in a format that nobody knows, nor for Saule, whose caseload it is not', async () => {
    const asked = { waveId, language: 'ru' };
    const unknown = await app.as('timur').raw('getWaveReportFile', { ...asked, format: 'sav' });
    expect(unknown.body).toMatchObject({ code: 'input-invalid' });
    const saule = await app.as('saule').raw('getWaveReportFile', { ...asked, format: 'pdf' });
    expect(saule.body).toMatchObject({ code: 'not-allowed' });
  });

  it('is not given for the network or for everybody where three answered', async () => {
    const timur = app.as('timur');
    for (const audience of ['network', 'public'] as const) {
      const asked = { waveId, language: 'ru', audience } as const;
      expect(await timur.refusal('getWaveReport', asked)).toBe('report-too-small');
      expect(await timur.refusal('getWaveReportFile', { ...asked, format: 'json' })).toBe(
        'report-too-small',
      );
    }
  });
});
