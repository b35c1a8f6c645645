import { randomUUID } from 'node:crypto';
import { liveCount } from '@tirek/domain/reports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST_NAMES, type CastName } from '../test/cast.ts';
import { rowsAsApp } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { type OpenSurvey, openSurvey, send, shuffle, submissionOf } from './test/test-survey.ts';

let app: TestApp;
let survey: OpenSurvey;
let codes: string[];
beforeAll(async () => {
  app = await testApp();
  survey = await openSurvey(app, { linkage: 'one-time' });
  ({ codes } = await app
    .as('dana')
    .call('issueCodes', { id: randomUUID(), waveId: survey.wave.id, count: 30 }));
});
afterAll(() => app[Symbol.asyncDispose]());

/** What an injected query sees under the program's login while somebody of the cast is at work. */
const asked = <Row extends Record<string, unknown>>(name: CastName, text: string) =>
  rowsAsApp<Row>(
    app.database,
    {
      actor_kind: 'account',
      actor_id: app.id(name),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    },
    text,
  );

const countsFor = async (name: CastName) =>
  (
    await asked<Record<string, number>>(name, `select * from wave_counts('${survey.wave.id}')`)
  )[0] ?? null;
const daysFor = (name: CastName) =>
  asked(name, `select * from wave_days('${survey.wave.id}')`).then((rows) => rows.length);

async function answerOnce(place: number): Promise<void> {
  const refused = await send(app, survey, submissionOf(survey, { code: codes[place] ?? '' }));
  if (refused) throw new Error(refused.code);
}

describe('a query past the program', () => {
  it('shows Aidos and Ruslan whole fives while answers come in one by one, stored or waiting', async () => {
    for (let come = 0; come < 11; come += 1) {
      await answerOnce(come);
      if (come === 6) {
        app.clock.advance(24 * 60);
        await shuffle(app);
      }
      const whole = liveCount(come + 1, 'network');
      for (const name of ['aidos', 'ruslan'] as const) {
        expect(await countsFor(name), `${come + 1} answers`).toEqual({
          answers: whole,
          waiting: 0,
          codes_issued: 30,
          codes_used: whole,
          carried_drafts: 0,
        });
        expect(await daysFor(name)).toBe(0);
      }
    }
  });

  it('shows Dana and Timur, who run it and read its answers, every one', async () => {
    for (const name of ['dana', 'timur'] as const) {
      const counts = await countsFor(name);
      expect(Number(counts?.answers) + Number(counts?.waiting)).toBe(11);
      expect(counts).toMatchObject({ codes_used: 11 });
      expect(await daysFor(name)).toBe(1);
    }
  });

  it('shows anybody else of the cast nothing at all', async () => {
    const readers: CastName[] = ['aidos', 'ruslan', 'dana', 'timur'];
    for (const name of CAST_NAMES.filter((each) => !readers.includes(each))) {
      expect([name, await countsFor(name), await daysFor(name)]).toEqual([name, null, 0]);
    }
  });

  it('finds no other way to count: the tables behind are closed to whoever reads campaigns only', async () => {
    const tables = ['survey_response', 'survey_arrival', 'survey_code', 'survey_receipt'];
    for (const table of [...tables, 'survey_panel_use', 'survey_draft']) {
      const seen = await asked<{ n: number }>('aidos', `select count(*)::int as n from ${table}`)
        .then(([row]) => row?.n)
        .catch((error: { code?: string }) => error.code);
      expect([0, '42501'], table).toContain(seen);
    }
  });
});
