import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpId } from '../../packages/server/src/demo/cast.ts';
import assessments from '../../packages/web/src/text/ru/assessments.json' with { type: 'json' };
import steps from '../../packages/web/src/text/ru/steps.json' with { type: 'json' };
import { alongIn, withoutSignal, withSignal } from '../along.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

const { button, takeAll, openDoor } = alongIn('ru');
/** Елена, who answers in Russian. */
const ELENA = madeUpId('person 3 0');
const STEP_4 = /Предлагается ступень 4 .*PHQ-8, результат 16/;

let program: DemoProgram;
let browser: Browser;
let saule: Person;
let page: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  await (await program.as('saule')).call('recordConsent', {
    ...{ id: randomUUID(), personId: ELENA, party: 'person', mode: 'written', language: 'ru' },
    ...{ givenOn: new Date().toISOString().slice(0, 10), witness: null, guardian: null },
    unsafeReason: null,
    decisions: (['service', 'screening'] as const).map((purpose) => ({
      ...{ id: randomUUID(), purpose, receiverId: null, textVersion: `${purpose}-1` },
      ...({ decision: 'given', until: null, withheld: [] } as const),
    })),
  });
  saule = await personAt(browser, { screen: 'phone', language: 'ru', origin: program.origin });
  await program.signIn(saule.context, 'saule');
  // Without signal a browser writes a line of its own about every request.
  saule.watch.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  page = await saule.context.newPage();
});
afterAll(async () => {
  if (saule) await leave(saule);
  await browser?.close();
  await program?.stop();
});

const panel = () =>
  page.getByRole('region', { name: steps.title, exact: true }).filter({ visible: true });

describe('Saule, in Russian on her phone,', () => {
  oneAfterAnother(() => page);

  it('asks Elena in the village, and sees at once what is proposed by what the phone knows', async () => {
    await takeAll(page);
    await withoutSignal(saule.context);
    await page.goto(`/app/people/${ELENA}/assessments/new`);
    await openDoor(page);
    await page.getByLabel(assessments['ask.form'], { exact: true }).selectOption('phq-8');
    await button(page, assessments['ask.begin']).click();
    const questions = page.locator('fieldset');
    await questions.first().waitFor();
    expect(await questions.count()).toBe(8);
    for (const question of await questions.all()) await question.getByRole('radio').nth(2).check();
    await button(page, assessments['ask.save']).click();
    await panel().getByText(steps.device).waitFor();
    await panel().getByText(STEP_4).waitFor();
    expect(await button(page, steps.confirm).count()).toBe(0);
    await expectSound(page, 'a proposal without signal');
  });

  it('finds the proposal of the program in its place once there is signal, and confirms it with Elena’s wish', async () => {
    await withSignal(saule.context);
    await panel().getByText(steps['state.waiting'], { exact: true }).waitFor({ timeout: 60_000 });
    await panel().getByText(STEP_4).waitFor();
    await button(page, steps.confirm).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(steps.wish).selectOption('wants');
    await dialog.getByLabel(steps['wish.words']).fill('Только не одной');
    await expectSound(page, 'confirming a step');
    await dialog.getByRole('button', { name: steps.confirm, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel().getByText(steps['state.decided'], { exact: true }).waitFor();
    await panel().getByText(steps.history).click();
    await panel()
      .getByText(/Только не одной/)
      .waitFor();
    await expectSound(page, 'a step that was confirmed');
  });

  it('writes down that Elena wants a human to look again: it is Gulmira’s then', async () => {
    await button(page, steps.askAgain).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(steps['askAgain.note']).waitFor();
    await dialog.getByRole('button', { name: steps.askAgain, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel().getByText(steps.notYours).waitFor();
    expect(await button(page, steps.change).count()).toBe(0);
    const { waiting } = await (await program.as('gulmira')).call('listCareGaps', {});
    expect(waiting.find(({ person }) => person.id === ELENA)).toMatchObject({
      ...{ isAgain: true, isForMe: true },
    });
  });
});
