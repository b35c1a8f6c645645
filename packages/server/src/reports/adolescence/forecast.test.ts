import { randomUUID } from 'node:crypto';
import type { AdolescenceForecast } from '@tirek/domain/reports/adolescence';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planRescreens } from '../../assessments/index.ts';
import { settle } from '../../consents/test/consenting.ts';
import { setProgramme } from '../../db/request-transaction.ts';
import { derivedKey } from '../../http/derived-key.ts';
import type { Job } from '../../jobs/job.ts';
import { bornOn, register } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { forecastJob } from './forecast-job.ts';
import { listCountedChildren } from './queries.ts';

let app: TestApp;
let saule: TestClient;

beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  await settle(app);
});
afterAll(() => app[Symbol.asyncDispose]());

async function run(job: Job): Promise<void> {
  const context = {
    ...{ database: app.database, clock: app.clock, newId: randomUUID, folder: '' },
    ...{ keyFor: (purpose: string) => derivedKey(TEST_KEY, purpose), log: () => {} },
  };
  while ((await job.run(context)) === 'more');
}
const forecast = async () => (await app.as('aidos').call('getAdolescence', {})).forecast;
const turning12 = (told: AdolescenceForecast | null, year: number) =>
  told?.tables.find(({ measure }) => measure === 'turning-12')?.rows[0]?.cells[
    told.years.indexOf(year)
  ];

/** Three families with children born in each of eight years, six of each year. */
async function families(): Promise<void> {
  for (let at = 0; at < 3; at += 1) {
    const { familyId } = await register(saule, { given: 'Айша', birth: bornOn('1990-01-01') });
    for (let year = 2013; year <= 2020; year += 1) {
      for (const given of ['Әли', 'Нұр']) {
        const born = { given, familyId, birth: bornOn(`${year}-01-10`) };
        await register(saule, born);
      }
    }
  }
}

it('tells Aidos, Dana and Timur how many children become adolescents, and nobody else', async () => {
  expect(await forecast()).toBeNull();
  await families();
  await run(forecastJob);
  // Nothing is told before every family is planned.
  expect(await forecast()).toBeNull();
  await run(planRescreens);
  await run(forecastJob);
  const told = await forecast();
  expect(told?.asOf).toBe('2026-11-01');
  expect(turning12(told, 2027)).toBe(6);
  expect(told?.tables.map(({ measure }) => measure)).toEqual([
    ...['adolescents', 'turning-12', 'turning-18'],
  ]);
  for (const who of ['dana', 'timur'] as const) {
    expect(await app.as(who).call('getAdolescence', {})).toEqual({ forecast: told });
  }
  for (const who of ['saule', 'gulmira', 'bolat', 'zarina', 'nobody'] as const) {
    expect(await app.as(who).refusal('getAdolescence', {})).toBe('not-allowed');
  }

  // A child who comes in now shows in no number before the next month, and by no difference then.
  const { familyId } = await register(saule, { given: 'Айша', birth: bornOn('1990-01-01') });
  await register(saule, { given: 'Ерке', familyId, birth: bornOn('2015-03-03') });
  await run(planRescreens);
  await run(forecastJob);
  expect(await forecast()).toEqual(told);
  app.clock.advance(9 * 24 * 60);
  await run(planRescreens);
  await run(forecastJob);
  const next = await forecast();
  expect(next?.asOf).toBe('2026-12-01');
  expect(turning12(next, 2027)).toBe('hidden');
});

it('counts nobody who said no to it', async () => {
  const counted = () =>
    app.database.jobs.transaction().execute(async (tx) => {
      await setProgramme(tx, app.programmeId);
      return await listCountedChildren(tx, { fromYear: 2008, today: '2026-12-02' });
    });
  const before = await counted();
  const [child] = await rowsAsOwner<{ id: string }>(
    app.database,
    'select person_id as id from rescreen_plan where born_year = 2016 limit 1',
  );
  await rowsAsOwner(
    app.database,
    `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
       settings_version, given_on, is_witnessed, recorded_by, recorded_at)
     values ($1, $2, $3, 'aggregate-reporting', 'person', 'declined', '{person}', 'written', 'kk', 'aggregate-reporting-1', 1,
       '2026-12-01', false, $4, now())`,
    [randomUUID(), app.programmeId, child?.id, app.id('saule')],
  );
  expect(await counted()).toHaveLength(before.length - 1);
});

it('keeps true counts and years of birth from every account', async () => {
  const asked = (text: string) =>
    rowsAsApp(
      app.database,
      {
        ...{ actor_kind: 'account', actor_id: app.id('dana'), programme_id: app.programmeId },
        fully_signed_in: 'yes',
      },
      text,
    );
  expect((await asked('select as_of, forecast from adolescence_forecast')).length).toBe(2);
  await expect(asked('select release from adolescence_forecast')).rejects.toThrow(/permission/);
  await expect(asked('select born_year from rescreen_plan')).rejects.toThrow(/permission/);
  await expect(asked(`select children_to_forecast(2000, '2026-12-01')`)).rejects.toThrow(
    /permission/,
  );
});
