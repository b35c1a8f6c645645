import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, TODAY } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { derivedKey } from '../../http/derived-key.ts';
import type { Job } from '../../jobs/job.ts';
import { bornOn, register } from '../../people/test/registering.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';

import { planRescreens, remindOfRescreens } from './plan-rescreens.ts';

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
    ...{ database: app.database, clock: app.clock, newId: randomUUID },
    ...{ keyFor: (purpose: string) => derivedKey(TEST_KEY, purpose), folder: '', log: () => {} },
  };
  while ((await job.run(context)) === 'more');
}

const screened = () => agreeing(saule, { purposes: ['service', 'screening'] });
const planOf = async (personId: string) =>
  (
    await rowsAsOwner<{ dueFrom: string | null; dueBy: string | null; bornYear: number | null }>(
      app.database,
      `select due_from::text as "dueFrom", due_by::text as "dueBy", born_year as "bornYear"
       from rescreen_plan where person_id = $1`,
      [personId],
    )
  )[0];
const remindersOf = (personId: string) =>
  rowsAsOwner<{ state: string }>(
    app.database,
    `select state from message where person_id = $1 and kind = 'remember' order by queued_at`,
    [personId],
  );
const putOff = async (personId: string, until: string) => {
  const [next] = (await saule.call('getRescreens', { personId })).coming;
  await saule.call('skipRescreen', {
    ...{ id: randomUUID(), personId, dueBy: next?.dueBy ?? '', until, reason: 'away' },
  });
};
const messages = (personId: string) =>
  saule.call('recordConsent', sittingOf(personId, [decisionOf('contact-messenger')]));

describe('the plan', () => {
  it('says of everybody what her record says, and keeps of her birth the year', async () => {
    const { personId } = await screened();
    await run(planRescreens);
    const [next] = (await saule.call('getRescreens', { personId })).coming;
    expect(await planOf(personId)).toEqual({
      ...{ dueFrom: next?.dueFrom, dueBy: next?.dueBy, bornYear: 1990 },
    });
  });

  it('follows what changes, and looks at nothing that has not', async () => {
    const { personId } = await screened();
    await run(planRescreens);
    const readings = () =>
      rowsAsOwner(
        app.database,
        `select from audit_entry where action = 'planRescreens' and $1 = any (about)`,
        [personId],
      );
    const before = (await readings()).length;
    await run(planRescreens);
    expect(await readings()).toHaveLength(before);
    await putOff(personId, '2027-02-01');
    await run(planRescreens);
    expect(await planOf(personId)).toMatchObject({ dueFrom: '2027-02-01' });
    expect(await readings()).toHaveLength(before + 1);
  });

  it('holds nothing due of whoever did not agree', async () => {
    const { personId } = await agreeing(saule);
    await run(planRescreens);
    expect(await planOf(personId)).toMatchObject({ dueFrom: null, dueBy: null });
  });

  it('tells Aidos whole fives of his region, and no name', async () => {
    const { familyId } = await screened();
    for (const given of ['Айша', 'Дана', 'Жанна', 'Лаура', 'Мадина', 'Нұргүл']) {
      const made = await register(saule, { given, familyId, birth: bornOn('1988-03-03') });
      await saule.call('recordConsent', sittingOf(made.personId, [decisionOf('screening')]));
    }
    await run(planRescreens);
    const { regions, today } = await app.as('aidos').call('countRescreens', {});
    expect(today).toBe(TODAY);
    expect(regions).toHaveLength(1);
    expect(regions[0]?.due).toBeGreaterThanOrEqual(5);
    expect((regions[0]?.due ?? 1) % 5).toBe(0);
    expect(regions[0]?.overdue).toBe(0);
    expect(Object.keys(regions[0] ?? {}).toSorted()).toEqual(['due', 'overdue', 'region']);
    expect(await saule.refusal('countRescreens', {})).toBe('not-allowed');
  });
});

describe('a reminder', () => {
  const due = async (personId: string) => {
    await putOff(personId, '2026-11-28');
    await run(planRescreens);
    await run(remindOfRescreens);
  };

  it('goes a week ahead to whoever agreed to messages, once, however often the job runs', async () => {
    const { personId } = await screened();
    await messages(personId);
    await due(personId);
    await run(remindOfRescreens);
    await Promise.all([run(remindOfRescreens), run(remindOfRescreens)]);
    expect(await remindersOf(personId)).toHaveLength(1);
  });

  it('goes to nobody who did not agree to messages, or to being asked', async () => {
    const { personId } = await screened();
    await due(personId);
    expect(await remindersOf(personId)).toEqual([]);
    const unasked = await agreeing(saule);
    await messages(unasked.personId);
    await run(planRescreens);
    await run(remindOfRescreens);
    expect(await remindersOf(unasked.personId)).toEqual([]);
  });

  it('is not sent any more when the sitting was put off meanwhile', async () => {
    const { personId } = await screened();
    await messages(personId);
    await due(personId);
    await putOff(personId, '2027-03-01');
    expect(await remindersOf(personId)).toEqual([{ state: 'dropped' }]);
    await run(planRescreens);
    await run(remindOfRescreens);
    expect(await remindersOf(personId)).toHaveLength(1);
  });
});
