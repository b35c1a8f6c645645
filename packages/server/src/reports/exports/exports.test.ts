import { randomUUID } from 'node:crypto';
import { Problem } from '@tirek/domain/problem';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openSurvey,
  phq8,
  SETTINGS,
  send,
  shuffle,
  submissionOf,
} from '../../surveys/test/test-survey.ts';
import { matrixWorld } from '../../test/matrix/world.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';

let app: TestApp;
let waveId: string;
let openWaveId: string;
beforeAll(async () => {
  app = await testApp();
  const survey = await openSurvey(app);
  for (const frequency of ['0', '1', '3']) {
    await send(app, survey, submissionOf(survey, { answers: phq8(frequency) }));
  }
  waveId = survey.wave.id;
  await app.as('dana').call('closeWave', { id: randomUUID(), waveId, reason: 'All answered.' });
  await shuffle(app);
  openWaveId = (await openSurvey(app)).wave.id;
});
afterAll(() => app[Symbol.asyncDispose]());

const REASON = 'Factor analysis for the yearly report';
const EXACT = { k: 1, l: 1 } as const;
const ask = (id: string, how: { k: 1 | 3 | 5 | 10; l: number } = EXACT) =>
  app.as('timur').call('requestExport', { id, waveId, language: 'kk', ...how, reason: REASON });
const approve = (exportId: string) =>
  app.as('ruslan').call('decideExport', { id: randomUUID(), exportId, decision: 'approved' });

async function approvedExport(): Promise<string> {
  const exportId = randomUUID();
  await ask(exportId);
  await approve(exportId);
  return exportId;
}

describe('the exact answers as files', () => {
  it('reach Timur only after Ruslan has agreed', async () => {
    const timur = app.as('timur');
    const exportId = randomUUID();
    expect(await ask(exportId)).toMatchObject({
      reason: REASON,
      requestedByName: 'Тимур Алиев',
      decision: null,
    });
    expect(await timur.refusal('fetchExport', { exportId })).toBe('export-not-approved');
    expect((await approve(exportId)).decision).toMatchObject({
      kind: 'approved',
      decidedByName: expect.stringMatching(/^Руслан /),
    });
    const { status, headers, bytes } = await timur.raw('fetchExport', { exportId });
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="answers-[\d-]+\.zip"$/);
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual([
      'README.txt',
      'codebook-ddi.xml',
      'codebook.json',
      'report-analyses.csv',
      'report-numbers.csv',
      'reproduce.R',
      'reproduce.do',
      'respondents.csv',
      'respondents.dta',
      'respondents.sav',
      'respondents.xlsx',
    ]);
    const [head, ...rows] = Buffer.from(files['respondents.csv']!).toString().trim().split('\r\n');
    expect(head).toMatch(/^export_id,language,received,phq8_1,/);
    expect(rows.map((row) => row.split(',').slice(1, 11).join()).sort()).toEqual([
      '2,2026-11,0,0,0,0,0,0,0,0',
      '2,2026-11,1,1,1,1,1,1,1,1',
      '2,2026-11,3,3,3,3,3,3,3,3',
    ]);
  });

  it('of more women than are worked out where they are asked for are all there, made in a process of its own', async () => {
    const survey = await openSurvey(app);
    const scores = ['0', '1', '2', '3'];
    for (let woman = 0; woman < 24; woman += 1) {
      await send(app, survey, submissionOf(survey, { answers: phq8(scores[woman % 4]!) }));
    }
    await app
      .as('dana')
      .call('closeWave', { id: randomUUID(), waveId: survey.wave.id, reason: 'All answered.' });
    await shuffle(app);
    const exportId = randomUUID();
    const given = { id: exportId, waveId: survey.wave.id, language: 'kk', ...EXACT } as const;
    await app.as('timur').call('requestExport', { ...given, reason: REASON });
    await approve(exportId);
    const { bytes } = await app.as('timur').raw('fetchExport', { exportId });
    const csv = Buffer.from(unzipSync(bytes)['respondents.csv']!).toString();
    const rows = csv.trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[3]).sort()).toEqual(
      scores.flatMap((score) => Array.from({ length: 6 }, () => score)),
    );
  });

  it('bear other ids each time they are fetched', async () => {
    const exportId = await approvedExport();
    const idsOf = async () => {
      const { bytes } = await app.as('timur').raw('fetchExport', { exportId });
      const csv = Buffer.from(unzipSync(bytes)['respondents.csv']!).toString();
      return [...csv.matchAll(/^[a-z][a-z2-9]{7}(?=,)/gm)].map(([id]) => id);
    };
    const [first, second] = [await idsOf(), await idsOf()];
    expect(first.length).toBe(3);
    expect(first.filter((id) => second.includes(id))).toEqual([]);
  });

  it('stay closed to Dana, who did not ask for them, and to Ruslan, who may not read answers', async () => {
    const exportId = await approvedExport();
    expect(await app.as('dana').refusal('fetchExport', { exportId })).toBe('not-found');
    expect(await app.as('ruslan').refusal('fetchExport', { exportId })).toBe('not-allowed');
  });

  it('stay closed when Ruslan refuses, and a decision is never taken twice', async () => {
    const exportId = randomUUID();
    await ask(exportId);
    const refusal = {
      id: randomUUID(),
      exportId,
      decision: 'refused',
      reason: 'Not needed.',
    } as const;
    const refused = await app.as('ruslan').call('decideExport', refusal);
    expect(refused.decision).toMatchObject({ kind: 'refused', reason: 'Not needed.' });
    await expect(approve(exportId)).rejects.toEqual(new Problem('export-decided'));
    expect(await app.as('timur').refusal('fetchExport', { exportId })).toBe('export-not-approved');
  });

  it('may be fetched for seven days', async () => {
    const exportId = await approvedExport();
    app.clock.advance(7 * 24 * 60 - 1);
    expect((await app.as('timur').raw('fetchExport', { exportId })).status).toBe(200);
    app.clock.advance(2);
    expect(await app.as('timur').refusal('fetchExport', { exportId })).toBe('export-expired');
  });

  it('are neither shown beforehand nor asked for where fewer people answered than must be alike', async () => {
    const timur = app.as('timur');
    expect(await timur.refusal('previewExport', { waveId, alike: '5' })).toBe('export-too-few');
    const given = { id: randomUUID(), waveId, language: 'kk', k: 5, l: 2, reason: REASON } as const;
    expect(await timur.refusal('requestExport', given)).toBe('export-too-few');
  });

  it('say what hiding costs before there is a file: to Timur who asks, and the same to Ruslan who decides', async () => {
    const timur = app.as('timur');
    const exact = await timur.call('previewExport', { waveId, alike: '1' });
    // Three women who answered in Russian in one month: the two keys, in which all are alike.
    expect(exact.tables).toEqual([
      expect.objectContaining({ rows: 3, smallestClass: 3, rowsAlone: 0, coarser: 0, withheld: 0 }),
    ]);
    const alike = await timur.call('previewExport', { waveId, alike: '3' });
    const exportId = randomUUID();
    expect((await ask(exportId, { k: 3, l: 1 })).cost).toEqual(alike);
    const { exports } = await app.as('ruslan').call('listExports', {});
    expect(exports.find(({ id }) => id === exportId)?.cost).toEqual(alike);
  });

  it('are not asked for with more different values than people who are alike', async () => {
    const given = { id: randomUUID(), waveId, language: 'kk', k: 1, l: 2, reason: REASON } as const;
    expect(await app.as('timur').refusal('requestExport', given)).toBe('input-invalid');
  });

  it('are not asked for while people can still answer', async () => {
    const given = {
      id: randomUUID(),
      waveId: openWaveId,
      language: 'kk',
      ...EXACT,
      reason: REASON,
    } as const;
    expect(await app.as('timur').refusal('requestExport', given)).toBe('wave-not-closed');
  });

  it('leave a row in the log for the request, the decision and every time they were fetched', async () => {
    const exportId = await approvedExport();
    await app.as('timur').raw('fetchExport', { exportId });
    const { entries } = await app.as('ruslan').call('listAuditEntries', {});
    const about = entries.filter((entry) => entry.about.includes(exportId));
    expect(about.map(({ action }) => action).sort()).toEqual([
      'decideExport',
      'fetchExport',
      'requestExport',
    ]);
    expect(about.find(({ action }) => action === 'fetchExport')?.facts).toEqual({
      answers: 3,
      k: 1,
      l: 1,
    });
  });

  it('need a second person even where one holds every role', async () => {
    const { world } = await matrixWorld(app);
    const one = world.stranger();
    const campaign = await one.call('createCampaign', { id: randomUUID(), settings: SETTINGS });
    const { id: campaignId, edition: basedOn } = campaign;
    await one.call('publishCampaign', { id: randomUUID(), campaignId, basedOn });
    const days = { opensOn: world.day(), closesOn: world.day(10) };
    const wave = await one.call('addWave', { id: randomUUID(), campaignId, ...days });
    await one.call('openWave', { id: randomUUID(), waveId: wave.id });
    await one.call('closeWave', { id: randomUUID(), waveId: wave.id, reason: 'for the test' });
    const exportId = randomUUID();
    const given = {
      id: exportId,
      waveId: wave.id,
      language: 'ru',
      ...EXACT,
      reason: REASON,
    } as const;
    await one.call('requestExport', given);
    const decision = { id: randomUUID(), exportId, decision: 'approved' } as const;
    expect(await one.refusal('decideExport', decision)).toBe('export-own');
  });
});
