import { createSecretKey, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivedKey } from '../http/derived-key.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { runOnce } from '../test/run-once.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { forgetExpiredAnswers } from './answers/forget-expired.ts';
import { openArrivals, sealArrivals } from './answers/seal-arrivals.ts';
import { shuffleArrivals } from './answers/shuffle-arrivals.ts';
import {
  type OpenSurvey,
  openSurvey,
  phq8,
  send,
  shuffle,
  submissionOf,
} from './test/test-survey.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

async function sendMany(survey: OpenSurvey, count: number): Promise<void> {
  for (let n = 0; n < count; n++) expect(await send(app, survey, submissionOf(survey))).toBeNull();
}
const storedOf = async (survey: OpenSurvey) => {
  const { answers, waiting } = await app
    .as('dana')
    .call('getWaveProgress', { waveId: survey.wave.id });
  return { stored: answers - waiting, waiting };
};

describe('an answer waits', () => {
  it('until ten are together', async () => {
    const survey = await openSurvey(app);
    await sendMany(survey, 9);
    await shuffle(app);
    expect(await storedOf(survey)).toEqual({ stored: 0, waiting: 9 });
    await sendMany(survey, 1);
    await shuffle(app);
    expect(await storedOf(survey)).toEqual({ stored: 10, waiting: 0 });
  });

  it('or the day in Oral is over', async () => {
    await using own = await testApp();
    const survey = await openSurvey(own);
    own.clock.set('2026-11-23T18:30:00.000Z');
    await send(own, survey, submissionOf(survey));
    await shuffle(own);
    expect(await rowsAsOwner(own.database, 'select from survey_response')).toHaveLength(0);
    own.clock.set('2026-11-23T19:00:10.000Z');
    await shuffle(own);
    expect(await rowsAsOwner(own.database, 'select received_on from survey_response')).toEqual([
      { received_on: '2026-11-23' },
    ]);
  });

  it('or its wave is closed', async () => {
    const survey = await openSurvey(app);
    await sendMany(survey, 3);
    await app
      .as('dana')
      .call('closeWave', { id: randomUUID(), waveId: survey.wave.id, reason: 'аяқталды' });
    await shuffle(app);
    expect(await storedOf(survey)).toEqual({ stored: 3, waiting: 0 });
  });
});

describe('the shuffling', () => {
  it('moves each answer once, though two programs do it at the same moment while answers arrive', async () => {
    const survey = await openSurvey(app);
    let isSending = true;
    const shuffling = [1, 2].map(async () => {
      while (isSending) await shuffle(app);
    });
    await Promise.all([1, 2, 3, 4].map(() => sendMany(survey, 25)));
    isSending = false;
    await Promise.all(shuffling);
    app.clock.advance(24 * 60);
    await shuffle(app);
    expect(await storedOf(survey)).toEqual({ stored: 100, waiting: 0 });
  });

  it('parts those who arrived together', async () => {
    const survey = await openSurvey(app);
    // Sixty in one moment lie in few waiting rows; those of the first half say so, to be told from the others.
    const sendHalf = (frequency: string) =>
      Promise.all(
        Array.from({ length: 60 }, () =>
          send(app, survey, submissionOf(survey, { answers: phq8(frequency) })),
        ),
      );
    await sendHalf('0');
    await sendHalf('3');
    await shuffle(app);
    const rows = await rowsAsOwner<{ said: string }>(
      app.database,
      `select answers #>> '{phq-8,phq8_1}' as said from survey_response where wave_id = $1 order by ctid`,
      [survey.wave.id],
    );
    const said = rows.map((row) => row.said).join('');
    expect([...said].filter((one) => one === '0')).toHaveLength(60);
    // Changes between neighbours: 60 by chance, give or take 5.5; 1 when each half stayed together.
    expect(said.match(/0(?=3)|3(?=0)/g)?.length).toBeGreaterThan(20);
  });

  it('that fails half-way leaves everything as it was', async () => {
    const survey = await openSurvey(app);
    await sendMany(survey, 10);
    const [row] = await rowsAsOwner<{ sealed: Buffer }>(
      app.database,
      'select sealed from survey_arrival where wave_id = $1 limit 1',
      [survey.wave.id],
    );
    // A second row that cannot be opened: the first has been taken out already when that is found.
    await rowsAsOwner(app.database, 'insert into survey_arrival values ($1, $2, 1, $3)', [
      survey.wave.id,
      '2026-11-22',
      row?.sealed,
    ]);
    await expect(runOnce(app, shuffleArrivals)).rejects.toThrow();
    expect(await storedOf(survey)).toEqual({ stored: 0, waiting: 11 });
    await rowsAsOwner(
      app.database,
      'delete from survey_arrival where wave_id = $1 and received_on = $2',
      [survey.wave.id, '2026-11-22'],
    );
  });
});

describe('waiting answers', () => {
  const keyFor = (purpose: string) => createSecretKey(derivedKey(TEST_KEY, purpose));
  const key = keyFor('survey arrivals');

  it('open only with the key, in their place and as they were', async () => {
    const records = ['{"a":"бір\\nекі"}', '{"b":2}'];
    const sealed = await sealArrivals(key, records, 'wave day');
    expect(openArrivals(key, sealed, 'wave day')).toEqual(records);
    expect(() => openArrivals(keyFor('another'), sealed, 'wave day')).toThrow();
    expect(() => openArrivals(key, sealed, 'wave another day')).toThrow();
    const touched = Buffer.from(sealed);
    touched[20]! ^= 1;
    expect(() => openArrivals(key, touched, 'wave day')).toThrow();
  });
});

describe('the consent’s promise to erase', () => {
  it('is kept: when the term after closing is over, the answers are gone and the log says how many', async () => {
    await using own = await testApp();
    const survey = await openSurvey(own, { retentionMonths: 12 });
    for (let n = 0; n < 10; n++) await send(own, survey, submissionOf(survey));
    await shuffle(own);
    await own
      .as('dana')
      .call('closeWave', { id: randomUUID(), waveId: survey.wave.id, reason: 'аяқталды' });
    const left = async () =>
      (await rowsAsOwner(own.database, 'select from survey_response')).length;
    own.clock.set('2027-11-23T04:00:00.000Z');
    await runOnce(own, forgetExpiredAnswers);
    expect(await left()).toBe(10);
    own.clock.set('2027-11-23T06:00:00.000Z');
    await runOnce(own, forgetExpiredAnswers);
    expect(await left()).toBe(0);
    expect(
      await rowsAsOwner(
        own.database,
        "select about, facts from audit_entry where action = 'forgetExpiredAnswers'",
      ),
    ).toEqual([{ about: [survey.wave.id], facts: { answers: 10, job: 'forget-expired-answers' } }]);
  });
});

describe('the program’s own logins', () => {
  it('cannot read what waits, which codes there are, or change what is stored', async () => {
    const survey = await openSurvey(app);
    await sendMany(survey, 10);
    await shuffle(app);
    const { appPool, jobsPool } = app.database;
    for (const table of [
      'survey_arrival',
      'survey_receipt',
      'survey_code',
      'survey_panel_use',
      'survey_draft',
      'survey_withdrawal',
    ]) {
      await expect(appPool.query(`select from ${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(appPool.query('select panel_hash from survey_response')).rejects.toThrow(
      /permission denied/,
    );
    await expect(jobsPool.query('select answers from survey_response')).rejects.toThrow(
      /permission denied/,
    );
    for (const pool of [appPool, jobsPool]) {
      await expect(pool.query("update survey_response set answers = '{}'")).rejects.toThrow(
        /permission denied/,
      );
      await expect(pool.query('delete from survey_response')).rejects.toThrow(/permission denied/);
    }
    // Even the owner cannot change an answer by mistake.
    await expect(
      rowsAsOwner(app.database, "update survey_response set answers = '{}'"),
    ).rejects.toThrow(/append-only/);
  });
});
