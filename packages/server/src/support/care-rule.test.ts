import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setProgramme } from '../db/request-transaction.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { findCareRule } from './care-rule/queries.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const set = (basedOn: number, over = {}) => ({
  ...{ id: randomUUID(), basedOn },
  rule: { attended: 5, methods: { 'self-help-plus': 3 }, ...over },
});

it('is the program’s own until Aliya sets another, whose history stays', async () => {
  const aliya = app.as('aliya');
  const { rules: before } = await app.as('saule').call('getCareRules', {});
  expect(before).toEqual([{ version: 1, attended: 4, methods: {}, set: null }]);
  await aliya.call('setCareRule', set(1));
  expect(await aliya.refusal('setCareRule', set(1))).toBe('changed-meanwhile');
  await app.as('dana').call('setCareRule', set(2, { attended: 6 }));
  const { rules } = await app.as('saule').call('getCareRules', {});
  expect(rules.map(({ version, attended }) => [version, attended])).toEqual([
    [3, 6],
    [2, 5],
    [1, 4],
  ]);
  expect(rules[1]?.set?.by).toBe('Әлия Бекова');
});

it('is set by nobody who does not write pathways, and read by the job that counts', async () => {
  for (const who of ['saule', 'gulmira', 'aidos', 'kairat', 'nobody'] as const) {
    expect(await app.as(who).refusal('setCareRule', set(3))).toBe('not-allowed');
  }
  const rule = await app.database.jobs.transaction().execute(async (tx) => {
    await setProgramme(tx, app.programmeId);
    return await findCareRule(tx, app.programmeId);
  });
  expect(rule).toEqual({ version: 3, attended: 6, methods: { 'self-help-plus': 3 } });
});
