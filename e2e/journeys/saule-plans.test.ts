import { randomUUID } from 'node:crypto';
import type { Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import taxonomyEn from '../../packages/domain/src/text/en/cases.json' with { type: 'json' };
import domainEn from '../../packages/domain/src/text/en/family-case.json' with { type: 'json' };
import taxonomyKk from '../../packages/domain/src/text/kk/cases.json' with { type: 'json' };
import domainKk from '../../packages/domain/src/text/kk/family-case.json' with { type: 'json' };
import problemKk from '../../packages/domain/src/text/kk/problem.json' with { type: 'json' };
import taxonomyRu from '../../packages/domain/src/text/ru/cases.json' with { type: 'json' };
import domainRu from '../../packages/domain/src/text/ru/family-case.json' with { type: 'json' };
import en from '../../packages/web/src/text/en/cases.json' with { type: 'json' };
import kk from '../../packages/web/src/text/kk/cases.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/cases.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt, type Screen } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { openCase, registerFamily } from '../registering.ts';
import { expectSound } from '../sound-page.ts';

const TEXTS: Readonly<Record<Language, typeof en>> = { kk, ru, en };
const DOMAIN: Readonly<Record<Language, typeof domainEn>> = {
  kk: domainKk,
  ru: domainRu,
  en: domainEn,
};
const TAXONOMY: Readonly<Record<Language, typeof taxonomyEn>> = {
  kk: taxonomyKk,
  ru: taxonomyRu,
  en: taxonomyEn,
};

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** The mother agrees to a record, and to nothing else. */
async function agree(familyId: string): Promise<void> {
  const saule = await program.as('saule');
  const { members } = await saule.call('getFamily', { familyId });
  await saule.call('recordConsent', {
    ...{ id: randomUUID(), personId: members[0]?.personId ?? '', party: 'person' },
    ...{ givenOn: new Date().toISOString().slice(0, 10), mode: 'written', language: 'kk' },
    ...{ witness: null, guardian: null, unsafeReason: null },
    decisions: [
      { purpose: 'service', decision: 'given' } as const,
      { purpose: 'screening', decision: 'declined' } as const,
    ].map(({ purpose, decision }) => ({
      ...{ id: randomUUID(), purpose, decision, receiverId: null, until: null, withheld: [] },
      textVersion: `${purpose}-1`,
    })),
  });
}

describe.each<[Language, Screen, string]>([
  ['kk', 'phone', 'Жұмабекова'],
  ['ru', 'laptop', 'Сапарова'],
])('in %s on a %s,', (language, screen, surname) => {
  const words = TEXTS[language];
  const domain = DOMAIN[language];
  const papers = TAXONOMY[language]['need.category.papers'];
  let address: string;
  let saule: Person;
  let gulmira: Person;
  let page: Page;
  let desk: Page;
  beforeAll(async () => {
    const familyId = await registerFamily(program, surname, [
      ['Айгүл', 'female', '1988'],
      ['Әсел', 'female', '2014'],
    ]);
    await agree(familyId);
    address = `/app/families/${familyId}/case`;
    const at = { screen, language, origin: program.origin };
    [saule, gulmira] = [await personAt(browser, at), await personAt(browser, at)];
    await program.signIn(saule.context, 'saule');
    await program.signIn(gulmira.context, 'gulmira');
    page = await saule.context.newPage();
    desk = await gulmira.context.newPage();
    await page.goto(address);
  });
  afterAll(async () => {
    await leave(saule);
    await leave(gulmira);
  });
  oneAfterAnother(() => page);

  const dialog = () => page.getByRole('dialog');
  const press = (name: string, on: Page = page) =>
    on.getByRole('button', { name, exact: true }).first().click();
  const choose = (label: string, option: string) =>
    dialog().getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  const say = (label: string, text: string) =>
    dialog().getByRole('textbox', { name: label, exact: true }).fill(text);
  /** A day of the month that is shown: its last one, which is today or to come. */
  async function pickLastDay(label: string) {
    await dialog().getByRole('button', { name: label }).click();
    const days = page.locator('.mantine-DatePickerInput-day:not([data-outside])');
    await days.last().click();
  }
  const save = async () => {
    await dialog().getByRole('button', { name: words['need.save'], exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
  };
  const seen = (text: string, on: Page = page) => on.getByText(text, { exact: true }).first();

  it('Saule begins the support of a family whose mother declined every question but the record', async () => {
    await page.getByText(words['open.words'], { exact: true }).waitFor();
    await expectSound(page, 'a case before it begins');
    await press(words['open.go']);
    await page.getByText(words['status.open'], { exact: true }).waitFor();
    await page.getByText(domain['task.plan-due'], { exact: true }).waitFor();
  });

  it('notes a need, which is nobody’s and says so, and then puts it into somebody’s hands', async () => {
    await press(words['need.add']);
    await choose(words['need.category'], papers);
    await choose(words['need.severity'], domain['severity.severe']);
    await choose(words['need.voice'], domain['voice.person']);
    await say(words['need.text'], 'Куәлік жоқ');
    await expectSound(page, 'noting a need');
    await save();
    await seen(words['need.nobody']).waitFor();
    await seen(`${domain['task.need-unheld']}: ${papers}`).waitFor();
    await expectSound(page, 'a need that is nobody’s');
    await press(words['need.change']);
    await choose(words['need.body'], domain['body.justice-office']);
    await pickLastDay(words['need.due']);
    await save();
    await seen(`${domain['task.need-due']}: ${papers}`).waitFor();
    expect(await seen(words['need.nobody']).count()).toBe(0);
  });

  it('plans a goal and a step with her and sends the plan', async () => {
    await press(words['goal.add']);
    await say(words['goal.text'], 'Балалар жәрдемақы алады');
    await save();
    await press(words['action.add']);
    await say(words['action.text'], 'Сотқа өтініш беру');
    await pickLastDay(words['need.due']);
    await save();
    await press(words['plan.submit']);
    await seen(words['plan.standing.submitted']).waitFor();
  });

  it('Gulmira finds it among what waits for her, asks for more, and then agrees', async () => {
    await desk.goto('/app/today');
    await desk.getByRole('heading', { name: words['group.decide'], exact: true }).waitFor();
    await expectSound(desk, 'what waits for Gulmira');
    const name = words['task.family'].replace('{{name}}', surname);
    await desk.getByRole('link', { name, exact: true }).first().click();
    await desk.getByLabel(words['decide.words']).fill('Мектеп туралы да сұраңызшы');
    await expectSound(desk, 'a plan to decide on');
    await press(words['decide.return'], desk);
    await seen(words['plan.standing.returned'], desk).waitFor();
    await page.reload();
    await page.getByText('Мектеп туралы да сұраңызшы').first().waitFor();
    await press(words['plan.submit']);
    await seen(words['plan.standing.submitted']).waitFor();
    await desk.reload();
    await press(words['decide.agree'], desk);
    await seen(words['plan.standing.approved'], desk).waitFor();
  });

  it('Saule writes a note that survives leaving the page half-typed, and amends it', async () => {
    await page.reload();
    await press(words['note.add']);
    await say(words['note.text'], 'Үйіне бардым, жартысы');
    await dialog().press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: words.back, exact: true }).last().click();
    await page.waitForURL(/\/families$/);
    await page.goBack();
    await press(words['note.add']);
    const typed = dialog().getByRole('textbox', { name: words['note.text'], exact: true });
    expect(await typed.inputValue()).toBe('Үйіне бардым, жартысы');
    await choose(words['note.form'], domain['form.visit']);
    await save();
    await press(words['note.amend']);
    await say(words['note.text'], 'Үйіне бардым, бәрі');
    await save();
    for (const text of ['Үйіне бардым, жартысы', 'Үйіне бардым, бәрі']) await seen(text).waitFor();
  });

  it('holds a review, marks the step as done and puts a task off', async () => {
    await press(words['review.add']);
    await choose(words['open.attention'], domain['attention.high']);
    await expectSound(page, 'a review');
    await save();
    await press(words['action.end']);
    await dialog().getByRole('radio', { name: words['end.done'], exact: true }).check();
    await dialog().getByRole('button', { name: words['end.go'], exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await seen(words['end.done']).waitFor();
    await press(words['task.putOff']);
    await choose(words['snooze.reason'], domain['snooze.family-asked']);
    await expectSound(page, 'putting a task off');
    await dialog().getByRole('button', { name: words['snooze.go'], exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await expectSound(page, 'a case that is worked on');
  });

  it('finds the review that fell due among what is overdue', async () => {
    const today = await saule.context.newPage();
    await today.goto('/app/today');
    const overdue = today.getByRole('region', { name: words['group.overdue'], exact: true });
    await overdue.getByText(domain['task.review-due'], { exact: true }).waitFor();
    await overdue.getByText(words['task.why'], { exact: true }).first().click();
    await expectSound(today, 'what is due with Saule');
    await today.close();
  });

  it('proposes the end, and Gulmira agrees to it', async () => {
    await press(words['closing.add']);
    await choose(words['closing.reason'], domain['closing.goals-reached']);
    await dialog().getByRole('button', { name: words['closing.go'], exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText(words['status.closing'], { exact: true }).waitFor();
    await desk.goto(address);
    await press(words['decide.agree'], desk);
    await desk.getByText(words['status.closed'], { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: words['open.again'], exact: true }).waitFor();
    await expectSound(page, 'a case that has ended');
  });
});

it('A family moves to another region: Saule offers it with a note, Marat takes it over, and it is hers no more', async () => {
  const familyId = await registerFamily(program, 'Досова', [['Гүлнар', 'female', '1990']]);
  await openCase(program, familyId);
  const at = (screen: Screen, language: Language) =>
    personAt(browser, { screen, language, origin: program.origin });
  const [saule, marat] = [await at('phone', 'kk'), await at('laptop', 'ru')];
  await program.signIn(saule.context, 'saule');
  await program.signIn(marat.context, 'marat');
  const [page, desk] = [await saule.context.newPage(), await marat.context.newPage()];
  const address = `/app/families/${familyId}/case`;
  await page.goto(address);
  await page.getByRole('button', { name: kk['handOver.open'], exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: kk['handOver.region'] }).click();
  await page.getByRole('option', { name: 'Алматы қаласы' }).click();
  await dialog.getByRole('combobox', { name: kk['handOver.to'] }).click();
  await page.getByRole('option', { name: /Марат Әбенов/ }).click();
  await dialog.getByRole('textbox', { name: kk['handOver.note'] }).fill('Мектепке өзі барады');
  await expectSound(page, 'offering a family to another region');
  await dialog.getByRole('button', { name: kk['handOver.go'], exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const holders = page.getByRole('region', { name: kk.holders, exact: true });
  await holders.getByRole('button', { name: kk['handOver.withdraw'], exact: true }).waitFor();
  await expectSound(page, 'a family that was offered');

  await desk.goto('/app/today');
  const offers = desk.getByRole('region', { name: ru.offers, exact: true });
  await offers.getByRole('heading', { name: /Сәуле Ахметова/ }).waitFor();
  expect(await offers.textContent()).not.toMatch(/Досова|Гүлнар/);
  await expectSound(desk, 'a family that waits for Marat');
  await offers.getByRole('button', { name: ru['offers.accept'], exact: true }).click();
  await desk.waitForURL(new RegExp(familyId));
  await desk.getByText('Мектепке өзі барады', { exact: true }).waitFor();
  const history = desk.getByRole('region', { name: ru.holders, exact: true });
  await history.getByText(/Сәуле Ахметова/).waitFor();
  await history.getByText(/Марат Әбенов/).waitFor();
  await expectSound(desk, 'a family that was taken over');

  saule.watch.expect(/404/);
  await page.reload();
  await page.getByText(problemKk['not-found'], { exact: true }).first().waitFor();
  await leave(saule);
  await leave(marat);
});
