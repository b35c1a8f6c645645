import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SETTINGS } from '../surveys/test/test-survey.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

test('Dana hears that the disk is full, nothing of her campaign is kept, and the same write goes through once there is room', async () => {
  await rowsAsOwner(
    app.database,
    `create function no_room() returns trigger language plpgsql as
       $$ begin raise exception 'no room' using errcode = 'disk_full'; end $$;
     create trigger no_room before insert on survey_campaign for each row execute function no_room();`,
  );
  const dana = app.as('dana');
  const campaign = { id: randomUUID(), settings: SETTINGS };
  await expect(dana.call('createCampaign', campaign)).rejects.toMatchObject({
    code: 'storage-full',
    status: 507,
  });
  expect(app.log).toEqual([{ level: 'error', part: 'database', error: 'the disk is full' }]);
  expect((await dana.call('listCampaigns', {})).campaigns).toEqual([]);

  await rowsAsOwner(app.database, 'drop trigger no_room on survey_campaign');
  await dana.call('createCampaign', campaign);
  expect((await dana.call('listCampaigns', {})).campaigns).toHaveLength(1);
});
