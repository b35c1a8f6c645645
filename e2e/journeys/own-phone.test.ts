import { randomUUID } from 'node:crypto';
import { findForm } from '@tirek/domain/instruments';
import { type Language, translator } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import domainKk from '../../packages/domain/src/text/kk/own-phone.json' with { type: 'json' };
import domainRu from '../../packages/domain/src/text/ru/own-phone.json' with { type: 'json' };
import { ownWordsIn } from '../../packages/respondent/src/words.ts';
import { castId, madeUpId } from '../../packages/server/src/demo/cast.ts';
import kk from '../../packages/web/src/text/kk/assessments.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/assessments.json' with { type: 'json' };
import { answerHere, expectAsked, goOn, stepsOf } from '../answering.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { readQrCode } from '../read-qr.ts';
import { expectSound } from '../sound-page.ts';

const MADINA = madeUpId('person 2 0');
const FORM = 'phq-9';
const APP = { kk, ru };
const DOMAIN = { kk: domainKk, ru: domainRu };
const other = (code: string) => (code === '000000' ? '000001' : '000000');

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const saule = await program.as('saule');
  const purposes = ['service', 'screening'] as const;
  await saule.call('recordConsent', {
    ...{ id: randomUUID(), personId: MADINA, party: 'person', mode: 'written', language: 'kk' },
    ...{ givenOn: new Date().toISOString().slice(0, 10), witness: null, guardian: null },
    unsafeReason: null,
    decisions: purposes.map((purpose) => ({
      ...{ id: randomUUID(), purpose, receiverId: null, textVersion: `${purpose}-1` },
      ...({ decision: 'given', until: null, withheld: [] } as const),
    })),
  });
  const { competences } = await saule.call('listCompetences', {});
  const known = competences.find(({ formCode }) => formCode === FORM);
  if (known?.state !== 'held') {
    await (await program.as('aliya')).call('recordCompetence', {
      ...{ id: randomUUID(), accountId: castId('saule'), formCode: FORM, state: 'held' },
      ...{ basedOn: known?.version ?? 0, validUntil: null },
    });
  }
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();

/** Every question "not at all" but two, the last of them the one about thoughts of death. */
function intentions() {
  const asked = findForm(FORM)?.items.filter(({ options }) => options.length > 0) ?? [];
  return {
    [FORM]: Object.fromEntries(
      asked.map(({ linkId }, at) => [linkId, at === 0 ? '2' : at === 8 ? '1' : '0']),
    ),
  };
}

describe.each<Language & ('kk' | 'ru')>(['kk', 'ru'])(
  'Madina answers on her own old phone, in %s,',
  (language) => {
    const words = APP[language];
    const { screens, refusals } = ownWordsIn(language);
    const say = translator(screens, language) as (key: string) => string;
    let saule: Person;
    let madina: Person;
    let page: Page;
    let hers: Page;
    let link = { url: '', code: '' };
    beforeAll(async () => {
      saule = await personAt(browser, { screen: 'phone', language, origin: program.origin });
      madina = await personAt(browser, { screen: 'phone', language, origin: program.origin });
      await program.signIn(saule.context, 'saule');
      [page, hers] = await Promise.all([saule.context.newPage(), madina.context.newPage()]);
    });
    afterAll(async () => {
      if (saule) await leave(saule);
      if (madina) await leave(madina);
    });
    oneAfterAnother(() => hers);
    beforeEach(() => madina.watch.expect(/ERR_INTERNET_DISCONNECTED/));

    /** A link as Saule prepares it and shows it. */
    async function prepares() {
      await page.goto(`/app/people/${MADINA}/assessments/new?language=${language}`);
      await page.getByLabel(words['ask.form'], { exact: true }).selectOption(FORM);
      await page.getByLabel(words['ask.mode']).selectOption('own-phone');
      await page.getByLabel(words['ask.language'], { exact: true }).selectOption(language);
      await expectSound(page, 'a link before it is prepared');
      await press(page, words['phone.give']);
      const picture = page.getByRole('img', { name: words['phone.picture'] });
      await picture.waitFor();
      await expectSound(page, 'a link and its code');
      // The bar on top must not lie over it.
      await picture.evaluate((drawn) => drawn.scrollIntoView({ block: 'center' }));
      const digits = await page.getByText(/^\d{3} \d{3}$/).textContent();
      return { url: await readQrCode(picture), code: (digits ?? '').replace(' ', '') };
    }

    it('is given a link on Saule’s screen, and a code by word of mouth', async () => {
      link = await prepares();
      expect(link.url).toMatch(/\/s\/own\?language=..#[\w-]{43}$/);
      await press(page, words['phone.done']);
      await page.getByText(DOMAIN[language]['state.waiting']).first().waitFor();
      await expectSound(page, 'the record of somebody with a link');
    });

    it('opens it: the first screen greets nobody, wants the code, and the address forgets the link', async () => {
      await hers.goto(link.url);
      await hers.getByRole('heading', { name: say('door.title') }).waitFor();
      expect(hers.url()).not.toContain('#');
      const shown = await hers.locator('#survey').textContent();
      expect(shown).not.toMatch(/Мәдина|Tirek|Тірек|бағдарлама|программ/i);
      await expectSound(hers, 'the door of a link');
      await hers.getByLabel(say('door.label')).fill(other(link.code));
      await hers.getByRole('button', { name: say('action.continue') }).tap();
      await hers.getByText(refusals['link-wrong-code']?.replace('{{left}}', '4') ?? '').waitFor();
      await hers.reload();
      await hers.getByLabel(say('door.label')).fill(link.code);
      await hers.getByRole('button', { name: say('action.continue') }).tap();
      await hers.getByRole('heading', { name: DOMAIN[language]['consent.title'] }).waitFor();
      await expectSound(hers, 'what she agrees to');
    });

    it('answers one question a screen, and has help at once when she says that she thinks of death', async () => {
      await hers.getByRole('button', { name: DOMAIN[language]['consent.agree'] }).tap();
      await hers.getByText(say('phone.own'), { exact: true }).tap();
      const steps = stepsOf(intentions(), language);
      for (const [at, step] of steps.slice(0, 9).entries()) {
        await expectAsked(hers, step);
        await answerHere(hers, step, language);
        if (at === 0) await expectSound(hers, 'a question of a link');
        await goOn(hers);
        if (at !== 4) continue;
        // The signal is gone for good, and she closes the page in between.
        await hers.waitForFunction(async () => (await caches.keys()).length > 0);
        await hers.waitForTimeout(500);
        await madina.context.setOffline(true);
        await hers.reload();
      }
      await hers.getByRole('heading', { name: say('danger.title') }).waitFor();
      await hers.getByText(say('danger.honest')).waitFor();
      expect(await hers.locator('a[href="tel:112"]').count()).toBe(1);
      await expectSound(hers, 'help after a yes');
      await hers.getByRole('button', { name: say('danger.go-on') }).tap();
      for (const step of steps.slice(9)) {
        await expectAsked(hers, step);
        await answerHere(hers, step, language);
        await goOn(hers);
      }
    });

    it('sends without signal; it goes by itself when there is some, and nothing stays on the phone', async () => {
      await hers.getByRole('button', { name: say('review.send') }).tap();
      await hers.getByRole('heading', { name: say('send.waiting-title') }).waitFor();
      await madina.context.setOffline(false);
      await hers.getByRole('heading', { name: say('thanks.title') }).waitFor();
      await hers.getByText(say('thanks.next')).waitFor();
      await expectSound(hers, 'thanks after a link');
      expect(await hers.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    });

    it('so that Saule reads the score, the step and the danger, and the link is spent', async () => {
      await page.goto(`/app/people/${MADINA}`);
      await page.getByText(DOMAIN[language]['state.answered']).first().waitFor();
      await page.getByRole('link', { name: words['phone.result'] }).first().click();
      await page.getByText(/3/).first().waitFor();
      const api = await program.as('saule');
      const { assessments } = await api.call('listAssessments', { personId: MADINA });
      expect(assessments.at(-1)).toMatchObject({ mode: 'own-phone', language });
      const { events } = await api.call('listSafetyEventsOf', { personId: MADINA });
      expect(events.some(({ event }) => event.assessmentId === assessments.at(-1)?.id)).toBe(true);
      await hers.goto(link.url);
      await hers.reload();
      await hers.getByLabel(say('door.label')).fill(link.code);
      await hers.getByRole('button', { name: say('action.continue') }).tap();
      await hers.getByText(refusals['link-used'] ?? '').waitFor();
      await expectSound(hers, 'a link that is spent');
    });

    it('and one that Saule takes back opens nothing', async () => {
      const { url, code } = await prepares();
      await page.goto('/app/today');
      await press(page, words['phone.takeBackOf'].replace('{{form}}', await formTitle(page)));
      await page.getByRole('dialog').getByRole('button', { name: words['phone.takeBack'] }).click();
      await page.getByText(DOMAIN[language]['state.taken-back']).first().waitFor();
      await expectSound(page, 'the day with links');
      await hers.goto('about:blank');
      await hers.goto(url);
      await hers.getByLabel(say('door.label')).fill(code);
      await hers.getByRole('button', { name: say('action.continue') }).tap();
      await hers.getByText(refusals['link-taken-back'] ?? '').waitFor();
    });

    async function formTitle(at: Page) {
      const [before = ''] = words['phone.takeBackOf'].split('{{form}}');
      const button = at.locator(`button[aria-label^="${before}"]`).first();
      return ((await button.getAttribute('aria-label')) ?? '').slice(before.length);
    }
  },
);
