import { randomUUID } from 'node:crypto';
import { type Language, translator } from '@tirek/domain/text';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castId } from '../../packages/server/src/demo/cast.ts';
import type { CastName } from '../../packages/server/src/test/cast.ts';
import enMessages from '../../packages/web/src/text/en/messages.json' with { type: 'json' };
import en from '../../packages/web/src/text/en/safety.json' with { type: 'json' };
import kk from '../../packages/web/src/text/kk/safety.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/safety.json' with { type: 'json' };
import { launchBrowser, leave, personAt, type Screen } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectFits } from '../sound-page.ts';

const WORDS = { kk, ru, en };
const MINUTE = 60_000;

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  program = await startDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Somebody at a page of the app, with the words she reads there. */
async function at(
  who: CastName,
  path: string,
  { screen = 'laptop' as Screen, language = 'en' as Language, ownClock = false } = {},
) {
  const person = await personAt(browser, { screen, language, origin: program.origin });
  await program.signIn(person.context, who);
  const page = await person.context.newPage();
  if (ownClock) await page.clock.install();
  await page.goto(`/app${path}`);
  await page.locator('h1').first().waitFor();
  return { page, person, say: translator(WORDS[language] as typeof en, language) };
}

/** Saule is worried about a woman of hers, since so many minutes. */
async function worried(minutes = 0): Promise<string> {
  const saule = await program.as('saule');
  const { families } = await saule.call('listFamilies', {});
  const personId = families[0]?.members[0]?.personId ?? '';
  const id = randomUUID();
  await saule.call('raiseSafetyEvent', {
    ...{ id, personId, kind: 'suicide', urgency: 'now', words: null },
    seenAt: new Date(Date.now() - minutes * MINUTE).toISOString(),
  });
  return id;
}

/** Another event that nobody has taken, and about which somebody was asked. */
async function askedOf(who: CastName): Promise<void> {
  const client = new pg.Client(program.database());
  await client.connect();
  try {
    await client.query(
      `with raised as (
         insert into safety_event (id, programme_id, person_id, kind, urgency, answered_at, arrived_at, starts_at, due_at, raised_by)
         select gen_random_uuid(), event.programme_id, event.person_id, 'psychosis', 'today', now(), now(), now(),
           now() + interval '1 day', event.raised_by
         from safety_event event limit 1 returning id, programme_id)
       insert into safety_entry (id, programme_id, event_id, kind, value, for_account, done_at, recorded_at)
       select gen_random_uuid(), programme_id, id, 'asked', jsonb_build_object('to', $1::uuid, 'level', 5), $1, now(), now()
       from raised`,
      [castId(who)],
    );
  } finally {
    await client.end();
  }
}

const answersTo = (page: Page, path: string): { readonly times: () => number } => {
  let times = 0;
  // Answers and not questions: a page's clock that is moved on breaks off what is under way.
  page.on('response', (response) => {
    if (new URL(response.url()).pathname === path) times += 1;
  });
  return { times: () => times };
};

describe('the page of an event', () => {
  it('is read once while nothing changes, says by itself that it is overdue, and is read anew when something else waits', async () => {
    const eventId = await worried(57);
    const { page, person, say } = await at('saule', '/', { ownClock: true });
    const reads = answersTo(page, `/api/safety-events/${eventId}`);
    await page.goto(`/app/safety/${eventId}`);
    await page.getByRole('heading', { name: say('protocol') }).waitFor();
    const before = reads.times();
    const overdue = page.getByText(/overdue since/);
    await page.clock.runFor(2 * MINUTE);
    expect(await overdue.count()).toBe(0);
    await page.clock.runFor(2 * MINUTE);
    await overdue.first().waitFor();
    expect(reads.times()).toBe(before);
    await askedOf('saule');
    await page.clock.runFor(16_000);
    await page.getByText(/Answer by/).waitFor();
    await expect.poll(reads.times).toBe(before + 1);
    await leave(person);
  });
});

describe('the bar on every screen', () => {
  it('tells Kairat that nobody has answered, and leads him to no page that he may not open', async () => {
    await worried();
    await askedOf('kairat');
    const { page, person, say } = await at('kairat', '/');
    await page.getByText(say('banner.ring')).waitFor();
    expect(await page.locator('a[href$="/on-call"]').count()).toBe(0);
    await leave(person);
  });
});

describe('who is on call', () => {
  it('reads that no message leaves this installation', async () => {
    const { page, person } = await at('aidos', '/on-call');
    await page.getByText(enMessages.noChannels).waitFor();
    await leave(person);
  });
});

describe('how soon an event goes on', () => {
  it.each<{ language: Language; screen: Screen }>([
    { language: 'kk', screen: 'phone' },
    { language: 'ru', screen: 'laptop' },
  ])('is set by Dana in $language on a $screen', async ({ language, screen }) => {
    const { page, person, say } = await at('dana', '/safety-clock', { language, screen });
    const field = (step: 'supervisor' | 'onCall', place: number) =>
      page.getByLabel(say(`clock.${step}`)).nth(place);
    await field('supervisor', 0).selectOption('45');
    await page.getByText(say('clock.order')).waitFor();
    expect(await page.getByRole('button', { name: say('save') }).isDisabled()).toBe(true);
    const minutes = screen === 'phone' ? '5' : '10';
    await field('supervisor', 0).selectOption(minutes);
    await expectFits(page, `/safety-clock ${language}`);
    await page.getByRole('button', { name: say('save') }).click();
    await page.getByText(say('saved')).first().waitFor();
    await page.reload();
    await field('supervisor', 0).waitFor();
    expect(await field('supervisor', 0).inputValue()).toBe(minutes);
    await leave(person);
  });
});
