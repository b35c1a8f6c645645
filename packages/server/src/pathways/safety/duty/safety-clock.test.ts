import { randomUUID } from 'node:crypto';
import { USUAL_SAFETY_CLOCK } from '@tirek/domain/pathways/safety';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { register } from '../../../people/test/registering.ts';
import { rowsAsOwner } from '../../../test/queries.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const QUICK = { ...USUAL_SAFETY_CLOCK, now: { supervisor: 5, onCall: 10, coordinator: 20 } };
const set = (clock: typeof QUICK, basedOn: number) =>
  app.as('dana').call('setSafetyClock', { id: randomUUID(), basedOn, clock });

describe('how soon an event goes on', () => {
  it('is Dana’s to make quicker, and the next event is due by it', async () => {
    const dana = app.as('dana');
    expect(await dana.call('getSafetyClock', {})).toEqual({
      ...{ version: 0, clock: USUAL_SAFETY_CLOCK },
    });
    await set(QUICK, 0);
    expect(await dana.call('getSafetyClock', {})).toEqual({ version: 1, clock: QUICK });
    await expect(set(USUAL_SAFETY_CLOCK, 0)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const saule = app.as('saule');
    const { personId } = await register(saule, { given: 'Айгүл', family: 'Сәрсенова' });
    const seenAt = app.clock.now();
    const { dueAt } = await saule.call('raiseSafetyEvent', {
      ...{ id: randomUUID(), personId, kind: 'suicide', urgency: 'now', seenAt, words: null },
    });
    expect(Date.parse(dueAt) - Date.parse(seenAt)).toBe(20 * 60_000);
  });

  it('is never slower than the promise, whoever goes around the program', async () => {
    const slow = { ...QUICK, today: { ...QUICK.today, coordinator: 25 * 60 } };
    const unordered = { ...QUICK, now: { ...QUICK.now, onCall: 4 } };
    const { supervisor: _, ...half } = QUICK.now;
    for (const clock of [slow, unordered, { ...QUICK, now: half }]) {
      const written = rowsAsOwner(
        app.database,
        `insert into safety_clock (id, programme_id, version, clock, set_by, set_at)
         values ($1, $2, 9, $3, $4, now())`,
        [randomUUID(), app.programmeId, JSON.stringify(clock), app.id('dana')],
      );
      await expect(written).rejects.toThrow(/safety_clock_within_the_promise/);
    }
  });
});
