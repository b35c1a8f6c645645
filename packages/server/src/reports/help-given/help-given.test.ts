import { randomUUID } from 'node:crypto';
import type { HelpFigures, HelpMeasure } from '@tirek/domain/reports/help-given';
import { CARE_RULE } from '@tirek/domain/support';
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
import { figuresJob } from './figures-job.ts';
import { listCountedPeople } from './queries.ts';

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
const figures = async () => (await app.as('dana').call('getHelpGiven', {})).figures;
const cellOf = (told: HelpFigures | null, measure: HelpMeasure, group: string | null) =>
  told?.tables
    .find((table) => table.measure === measure)
    ?.rows.find((row) => row.region === null && row.group === group)?.cell;

/** So many attended meetings in October, put there by the owner. */
async function met(personId: string, count: number): Promise<void> {
  const courseId = randomUUID();
  const at = app.clock.now();
  await rowsAsOwner(
    app.database,
    `insert into support_course (id, programme_id, person_id, is_for_family, kind, method, giver, provider_kind, began_on, recorded_by,
       recorded_at, recorded_on)
     values ($1, $2, $3, false, 'counselling', 'problem-management', 'psychologist', 'psychological-support-centre', '2026-10-01', $4,
       $5, '2026-11-23')`,
    [courseId, app.programmeId, personId, app.id('saule'), at],
  );
  await rowsAsOwner(
    app.database,
    `insert into support_session (id, programme_id, course_id, person_id, held_on, minutes, attendance, language, recorded_by,
       recorded_at, recorded_on)
     select gen_random_uuid(), $1, $2, $3, date '2026-10-01' + 7 * day, 50, 'attended', 'kk', $4, $5, '2026-11-23'
     from generate_series(0, $6 - 1) as day`,
    [app.programmeId, courseId, personId, app.id('saule'), at, count],
  );
}

/** Families of a mother, a father and a child: in the first six all of them were helped, in the others nobody. */
async function families(): Promise<void> {
  for (let at = 0; at < 12; at += 1) {
    const mother = await register(saule, {
      ...({ given: 'Айша', sex: 'female' } as const),
      birth: bornOn('1990-01-01'),
    });
    const { familyId } = mother;
    const father = { given: 'Ерлан', sex: 'male', familyId, birth: bornOn('1985-03-03') } as const;
    const child = { given: 'Нұр', sex: 'male', familyId, birth: bornOn('2015-01-10') } as const;
    const all = [mother, await register(saule, father), await register(saule, child)];
    if (at < 6) for (const { personId } of all) await met(personId, 4);
  }
}

it('tells Dana how many women, men and children got what, and Saule exactly of her own', async () => {
  await families();
  await run(figuresJob);
  // Nothing is told before every family is planned.
  expect(await figures()).toBeNull();
  await run(planRescreens);
  await run(figuresJob);
  const told = await figures();
  expect(told).toMatchObject({
    ...{ from: '2025-11-01', to: '2026-10-31', rule: { version: 1, attended: 4 } },
  });
  expect(cellOf(told, 'base', null)).toBe(36);
  expect(cellOf(told, 'counselling', 'women')).toBe(6);
  expect(cellOf(told, 'counselling', 'children')).toBe(6);
  for (const who of ['aidos', 'timur'] as const) {
    expect(await app.as(who).call('getHelpGiven', {})).toEqual({ figures: told });
  }
  for (const who of ['saule', 'gulmira', 'bolat', 'zarina', 'kairat', 'nobody'] as const) {
    expect(await app.as(who).refusal('getHelpGiven', {})).toBe('not-allowed');
  }
  const own = await saule.call('countOwnHelp', {});
  const exactly = (measure: HelpMeasure) =>
    own.counts.find((each) => each.measure === measure)?.groups;
  expect(exactly('base')).toEqual({ women: 12, men: 12, children: 12 });
  expect(exactly('counselling')).toEqual({ women: 6, men: 6, children: 6 });
  expect(exactly('care')).toEqual({ women: 0, men: 0, children: 0 });
  expect(await app.as('dana').refusal('countOwnHelp', {})).toBe('not-allowed');
});

it('tells by no second look who was helped in between', async () => {
  const [woman] = await rowsAsOwner<{ id: string }>(
    app.database,
    `select id from person where sex = 'female' and not exists (select from support_course where person_id = person.id) limit 1`,
  );
  await met(woman?.id ?? '', 1);
  const before = await figures();
  await run(planRescreens);
  await run(figuresJob);
  expect(await figures()).toEqual(before);
  app.clock.advance(9 * 24 * 60);
  await run(planRescreens);
  await run(figuresJob);
  const next = await figures();
  expect(next?.to).toBe('2026-11-30');
  expect(cellOf(next, 'counselling', 'women')).not.toBe(7);
});

it('counts who received evidence-based care by the rule of the domain, and nobody who said no to being counted', async () => {
  const counted = () =>
    app.database.jobs.transaction().execute(async (tx) => {
      await setProgramme(tx, app.programmeId);
      return await listCountedPeople(tx, { from: '2025-12-01', to: '2026-11-30', rule: CARE_RULE });
    });
  const before = await counted();
  // Of the method's age are the grown ones: six women and six men came four times.
  expect(before.filter(({ hadCare }) => hadCare)).toHaveLength(12);
  const [child] = await rowsAsOwner<{ id: string }>(
    app.database,
    'select person_id as id from rescreen_plan where born_year = 2015 limit 1',
  );
  await rowsAsOwner(
    app.database,
    `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
       settings_version, given_on, is_witnessed, recorded_by, recorded_at)
     values ($1, $2, $3, 'aggregate-reporting', 'person', 'declined', '{person}', 'written', 'kk', 'aggregate-reporting-1', 1,
       '2026-11-30', false, $4, now())`,
    [randomUUID(), app.programmeId, child?.id, app.id('saule')],
  );
  expect(await counted()).toHaveLength(before.length - 1);
});

it('keeps true counts and whoever is counted from every account', async () => {
  const asked = (text: string) =>
    rowsAsApp(
      app.database,
      {
        ...{ actor_kind: 'account', actor_id: app.id('dana'), programme_id: app.programmeId },
        fully_signed_in: 'yes',
      },
      text,
    );
  expect((await asked('select as_of, figures from help_figures')).length).toBe(2);
  await expect(asked('select releases from help_figures')).rejects.toThrow(/permission/);
  await expect(asked(`select help_to_count('2025-12-01', '2026-11-30')`)).rejects.toThrow(
    /permission/,
  );
  expect(await asked('select from support_session')).toEqual([]);
});
