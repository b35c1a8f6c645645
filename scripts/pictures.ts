/**
 * `npm run pictures`: takes the pictures of README and guides anew into docs/pictures, from a demonstration of its own
 * in a real browser, so that they show the program as it is. Run it when a screen has changed, and look at them.
 */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '@tirek/domain/text';
import type { Page } from 'playwright-core';
import { type Intentions, stepsOf, takeStep, wordsOf } from '../e2e/answering.ts';
import { apiAt } from '../e2e/api.ts';
import { launchBrowser, leave, personAt, type Screen } from '../e2e/browser.ts';
import { startDemo } from '../e2e/program.ts';
import type { CastName } from '../packages/server/src/test/cast.ts';

const PICTURES = join(import.meta.dirname, '../docs/pictures');
const CODES = 40;
const ANSWERED = 23;
/** One scale after the other, each answered a little differently. */
const FEELINGS = (woman: number): Intentions => ({
  'phq-8': frequencies('phq8', 8, woman),
  'gad-7': frequencies('gad7', 7, woman + 1),
});
const frequencies = (item: string, count: number, seed: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`${item}_${at + 1}`, String((seed * (at + 2)) % 4)]),
  );

await mkdir(PICTURES, { recursive: true });
const [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
try {
  await madinaAnswers();
  await someAnswerByCode();
  await atTheDesk('sign-in', { language: 'kk' });
  await atTheDesk('coordinator', { who: 'dana', language: 'ru' });
  const byCode = await program.campaign('by-code');
  const wave = `/app/surveys/${byCode.id}/waves/${byCode.waves[0]?.id}`;
  await atTheDesk('progress', { who: 'dana', language: 'kk', path: wave });
  const past = await program.campaign('past');
  await atTheDesk('report', {
    who: 'timur',
    language: 'ru',
    path: `/app/reports/${past.waves[0]?.id}`,
    at: '.report-figure',
  });
  await atTheDesk('today', { who: 'saule', language: 'ru', path: '/app/today' });
  const family = await familyWithAStory();
  await atTheDesk('case', { who: 'saule', language: 'kk', path: `${family}/case` });
  await atTheDesk('genogram', {
    who: 'saule',
    language: 'ru',
    path: `${await largestFamily()}/graph`,
    at: 'h2',
  });
  await atTheDesk('papers', { who: 'saule', language: 'ru', path: '/app/papers' });
  await aReleaseOnItsWay(past.waves[0]?.id ?? '');
} finally {
  await browser.close();
  await program.stop();
}

/** The pages of a family whose case has much to show. */
async function familyWithAStory(): Promise<string> {
  const { cases } = await (await program.as('saule')).call('listCases', {});
  const [most] = cases.toSorted((a, b) => b.openNeeds - a.openNeeds);
  return `/app/families/${most?.family.id}`;
}

/** The pages of a family with many to draw. */
async function largestFamily(): Promise<string> {
  const { families } = await (await program.as('saule')).call('listFamilies', {});
  const [largest] = families.toSorted((a, b) => b.members.length - a.members.length);
  return `/app/families/${largest?.id}`;
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
  console.log(`docs/pictures/${name}.png`);
}

/** The survey page on a phone: consent, a question, and what is said at the end. */
async function madinaAnswers(): Promise<void> {
  const { say } = wordsOf('kk');
  const madina = await personAt(browser, {
    screen: 'phone',
    language: 'kk',
    origin: program.origin,
  });
  const page = await madina.context.newPage();
  const { waves } = await program.campaign('by-code');
  const { codes, path } = await issueCodes(waves[0]?.id ?? '', 1);
  await page.goto(`${path}#${codes[0]}`);
  await page.locator('.consent button.main').waitFor();
  await take(page, 'phone-consent');
  await page.locator('.consent button.main').tap();
  await page.getByText(say('phone.own'), { exact: true }).tap();
  await page.getByRole('button', { name: say('action.continue'), exact: true }).tap();
  for (const [at, step] of stepsOf(FEELINGS(1), 'kk').entries()) {
    if (at === 2) await take(page, 'phone-question');
    await takeStep(page, step, 'kk');
  }
  await page.getByRole('button', { name: say('review.send'), exact: true }).tap();
  await page.getByRole('heading', { name: say('thanks.title'), exact: true }).waitFor();
  await take(page, 'phone-thanks');
  await leave(madina);
}

async function issueCodes(waveId: string, count: number) {
  return await (await program.as('dana')).call('issueCodes', { id: randomUUID(), waveId, count });
}

/** Enough answers that the count and the chart of the wave have something to show. */
async function someAnswerByCode(): Promise<void> {
  const { id, waves } = await program.campaign('by-code');
  const { settings } = await (await program.as('dana')).call('getCampaign', { campaignId: id });
  const { codes, path } = await issueCodes(waves[0]?.id ?? '', CODES);
  const slug = path.split('/').at(-1) ?? '';
  const visitor = apiAt(program.origin);
  for (const [woman, code] of codes.slice(0, ANSWERED).entries()) {
    const language = woman % 3 === 0 ? 'kk' : 'ru';
    await visitor.call('submitAnswers', {
      slug,
      id: randomUUID(),
      language,
      consent: { version: settings.consentVersion, language },
      answers: FEELINGS(woman),
      code,
    });
  }
}

/** A report with its contents open, a plan with its preview, a release that waits for its decision. */
async function aReleaseOnItsWay(waveId: string): Promise<void> {
  await atTheDesk('report-contents', {
    who: 'timur',
    language: 'ru',
    path: `/app/reports/${waveId}`,
    async before(page) {
      await page.locator('button[aria-haspopup=dialog]').click();
      await page.locator('dialog[open]').waitFor();
    },
  });
  await atTheDesk('plan', {
    who: 'dana',
    language: 'kk',
    path: '/app/releases/new',
    async before(page) {
      await page.getByRole('combobox').first().click();
      await page.getByRole('option').first().click();
      await page.locator('article.report').waitFor({ timeout: 60_000 });
    },
  });
  const plan = { waveId, audience: 'network', population: [], sections: null } as const;
  const id = randomUUID();
  await (await program.as('timur')).call('prepareRelease', {
    id,
    plan,
    reason: 'К годовой встрече',
    language: 'ru',
  });
  await atTheDesk('release-decision', {
    who: 'ruslan',
    language: 'ru',
    path: `/app/releases/${id}`,
  });
}

/** One page of the practitioners' app as it is first seen, or from the first thing that the selector `at` finds. */
async function atTheDesk(
  name: string,
  given: {
    who?: CastName;
    language: Language;
    path?: string;
    at?: string;
    before?: (page: Page) => Promise<void>;
  },
): Promise<void> {
  const screen: Screen = 'laptop';
  const person = await personAt(browser, { screen, ...given, origin: program.origin });
  if (given.who) await program.signIn(person.context, given.who);
  const page = await person.context.newPage();
  await page.goto(given.path ?? '/app/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[data-animate], .mantine-Skeleton-root'),
  );
  await page.waitForLoadState('networkidle');
  await given.before?.(page);
  if (given.at) {
    await page
      .locator(given.at)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  }
  await take(page, name);
  await leave(person);
}
