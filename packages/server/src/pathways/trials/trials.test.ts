import { randomUUID } from 'node:crypto';
import { DEFAULT_PATHWAY, type Pathway } from '@tirek/domain/pathways';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planRescreens } from '../../assessments/index.ts';
import { decisionOf, sittingOf } from '../../consents/test/consenting.ts';
import { derivedKey } from '../../http/derived-key.ts';
import type { Job } from '../../jobs/job.ts';
import { bornOn, register } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { answers, answersTo, settleCare } from '../proposals/test/answering.ts';
import { tryPathways } from './try-pathways.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await settleCare(app, ['phq-8']);
});
afterAll(() => app[Symbol.asyncDispose]());

async function run(job: Job): Promise<void> {
  const context = {
    ...{ database: app.database, clock: app.clock, newId: randomUUID, folder: '' },
    ...{ keyFor: (purpose: string) => derivedKey(TEST_KEY, purpose), log: () => {} },
  };
  while ((await job.run(context)) === 'more');
}

/** Moderate depression is seen by a specialist already. */
const EARLIER: Pathway = {
  ...DEFAULT_PATHWAY,
  rules: JSON.parse(
    JSON.stringify(DEFAULT_PATHWAY.rules).replaceAll(
      '"bands":["moderately-severe"',
      '"bands":["moderate","moderately-severe"',
    ),
  ),
};

it('tells Aliya how many people of the records move to which step, and shows her nobody', async () => {
  const saule = app.as('saule');
  for (let at = 0; at < 20; at += 1) {
    const { personId } = await register(saule, {
      ...({ given: 'Айша', sex: 'female' } as const),
      birth: bornOn('1990-01-01'),
    });
    await saule.call('recordConsent', sittingOf(personId, [decisionOf('screening')]));
    // Twelve points of twenty-four, or four.
    const pattern = at < 10 ? '22222200' : '11110000';
    await answers(saule, personId, answersTo('phq-8', pattern));
  }
  await run(planRescreens);
  const aliya = app.as('aliya');
  const versionId = randomUUID();
  await aliya.call('writePathway', { id: versionId, basedOn: 0, pathway: EARLIER });
  await aliya.call('tryPathway', { id: randomUUID(), versionId });
  const [waiting] = (await aliya.call('listPathwayTrials', {})).trials;
  expect(waiting).toMatchObject({ versionId, people: null, done: 0, madeAt: null, result: null });
  await run(tryPathways);
  const { trials } = await app.as('dana').call('listPathwayTrials', {});
  expect(trials).toMatchObject([{ people: 20, done: 20 }]);
  const result = trials[0]?.result;
  const total = (side: 'now' | 'tried', step: '3' | '4') =>
    result?.totals.find((each) => each.side === side && each.step === step)?.cell;
  expect([total('now', '3'), total('tried', '4')]).toEqual([10, 10]);
  expect(result?.moves.find(({ now, tried }) => now === '3' && tried === '4')?.cell).toBe(10);
});

it('tells it once a month for a version, and nobody who does not write pathways', async () => {
  const aliya = app.as('aliya');
  const [trial] = (await aliya.call('listPathwayTrials', {})).trials;
  const again = { id: randomUUID(), versionId: trial?.versionId ?? '' };
  expect(await aliya.refusal('tryPathway', again)).toBe('already-done');
  expect(await aliya.refusal('tryPathway', { ...again, versionId: randomUUID() })).toBe(
    'not-found',
  );
  for (const who of ['saule', 'gulmira', 'aidos', 'timur', 'kairat', 'nobody'] as const) {
    expect(await app.as(who).refusal('listPathwayTrials', {})).toBe('not-allowed');
    expect(await app.as(who).refusal('tryPathway', again)).toBe('not-allowed');
  }
});

it('leaves nothing behind of what it counted, and true numbers to no account', async () => {
  const asked = (text: string) =>
    rowsAsApp(
      app.database,
      {
        ...{ actor_kind: 'account', actor_id: app.id('aliya'), programme_id: app.programmeId },
        fully_signed_in: 'yes',
      },
      text,
    );
  expect(await asked('select done from pathway_trial')).toEqual([{ done: 20 }]);
  expect(await rowsAsOwner(app.database, 'select from pathway_trial_piece')).toEqual([]);
  for (const text of [
    'select releases from pathway_trial',
    'select from pathway_trial_piece',
    'update pathway_trial set done = 0',
    `select people_to_try(null, 10, '2026-11-23')`,
    `select answers_to_try(null, 10, '2026-11-23')`,
  ]) {
    await expect(asked(text)).rejects.toThrow(/permission/);
  }
  await expect(rowsAsOwner(app.database, 'update pathway_trial set done = 0')).rejects.toThrow(
    /does not change/,
  );
});
