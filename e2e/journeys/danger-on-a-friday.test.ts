import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../../packages/domain/src/pathways/safety/index.ts';
import wordsKk from '../../packages/domain/src/text/kk/safety.json' with { type: 'json' };
import wordsRu from '../../packages/domain/src/text/ru/safety.json' with { type: 'json' };
import { castPassword } from '../../packages/server/src/test/cast.ts';
import kk from '../../packages/web/src/text/kk/safety.json' with { type: 'json' };
import accessRu from '../../packages/web/src/text/ru/access.json' with { type: 'json' };
import askRu from '../../packages/web/src/text/ru/assessments.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/safety.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { registerFamily } from '../registering.ts';
import { expectSound } from '../sound-page.ts';

/** 17:55 in Almaty on the last Friday that is over. */
function lastFridayEvening(): Date {
  const day = new Date();
  day.setUTCHours(12, 55, 0, 0);
  do day.setUTCDate(day.getUTCDate() - 1);
  while (day.getUTCDay() !== 5);
  return day;
}

let program: DemoProgram;
let browser: Browser;
let saule: Person;
let gulmira: Person;
let page: Page;
let hers: Page;
let personId = '';
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const api = await program.as('saule');
  const familyId = await registerFamily(program, 'Сапаров', [
    ['Айжан', 'female', '1985'],
    ['Ерасыл', 'male', '2009'],
  ]);
  const { members } = await api.call('getFamily', { familyId });
  personId = members.at(-1)?.personId ?? '';
  for (const party of ['guardian', 'person'] as const)
    await api.call('recordConsent', {
      ...{ id: randomUUID(), personId, party, mode: 'written', language: 'ru' },
      givenOn: new Date().toISOString().slice(0, 10),
      ...{ witness: null, unsafeReason: null },
      guardian: party === 'guardian' ? { relation: 'parent', name: 'Айжан', document: null } : null,
      decisions: [
        {
          ...{ id: randomUUID(), purpose: 'screening', decision: 'given', receiverId: null },
          ...{ until: null, withheld: [], textVersion: 'screening-1' },
        },
      ],
    });
  saule = await personAt(browser, { screen: 'phone', language: 'ru', origin: program.origin });
  gulmira = await personAt(browser, { screen: 'laptop', language: 'kk', origin: program.origin });
  await program.signIn(saule.context, 'saule');
  await program.signIn(gulmira.context, 'gulmira');
  page = await saule.context.newPage();
  hers = await gulmira.context.newPage();
});
afterAll(async () => {
  if (saule) await leave(saule);
  if (gulmira) await leave(gulmira);
  await browser?.close();
  await program?.stop();
});

describe('a teenager who says on a Friday evening that he thinks of dying,', () => {
  oneAfterAnother(() => page);
  const press = (name: string, on: Page = page) =>
    on.getByRole('button', { name, exact: true }).click();
  const bar = (text: string, on: Page = page) =>
    on.getByRole('status').getByText(new RegExp(`^${text.split(':')[0]}`));

  it('is asked on Saule’s phone: she locks it and hands it over, and he sees one question and nothing of hers', async () => {
    // Her phone has slept since then; nothing of its clock is believed but that it is not later than the server's.
    await page.clock.setFixedTime(lastFridayEvening());
    await page.goto(`/app/people/${personId}/assessments/new`);
    await page.getByRole('combobox', { name: askRu['ask.form'], exact: true }).selectOption('asq');
    await page
      .getByRole('combobox', { name: askRu['ask.mode'], exact: true })
      .selectOption('handed-device');
    await press(askRu['ask.hand']);
    await page.getByText('Вопрос 1 из').waitFor();
    await expectSound(page, 'a question on a handed phone');
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('dialog').getByText('Сапаров').count()).toBe(0);
  });

  it('says no three times, then yes, and yes to whether he thinks of it right now', async () => {
    for (const answer of ['no', 'no', 'no', 'yes'] as const) {
      await page.getByRole('radio', { name: askRu[`ask.${answer}`], exact: true }).check();
      await press(askRu['hand.next']);
    }
    // How, and when: nobody has to write that down.
    await press(askRu['hand.skip']);
    await press(askRu['hand.skip']);
    await page.getByRole('radio', { name: askRu['ask.yes'], exact: true }).check();
    await press(askRu['hand.next']);
    await page.getByText(askRu['hand.done']).waitFor();
  });

  it('gives the phone back, and with her password Saule has what he said and the bar that does not go away', async () => {
    await press(askRu['hand.open']);
    const password = page.getByLabel(accessRu['signIn.password'], { exact: true });
    await password.fill(castPassword('saule'));
    await password.press('Enter');
    await press(askRu['ask.save']);
    await page.getByRole('heading', { name: askRu['result.first'] }).waitFor();
    await bar(ru['banner.late']).waitFor();
    await expectSound(page, 'the result with a bar');
    await page.goto('/app/today');
    await bar(ru['banner.late']).click();
    await page
      .getByRole('heading', { name: new RegExp(wordsRu['kind.suicide']), level: 1 })
      .waitFor();
  });

  it('is overdue from the start: it counts from his answer, and the supervisor has been called as well', async () => {
    await page
      .getByText(/срок прошёл/)
      .first()
      .waitFor();
    await page.getByText(/17:55/).first().waitFor();
    await hers.goto('/app/today');
    await bar(kk['banner.late'], hers).waitFor({ timeout: 30_000 });
    await expectSound(hers, 'Gulmira’s day with a bar');
  });

  it('is Saule’s once she says so, and the bar leaves her supervisor’s screen', async () => {
    await press(ru.take);
    await page
      .getByText(ru['holder.taken'].replace('{{name}}', 'Сәуле Ахметова'))
      .first()
      .waitFor();
    await bar(kk['banner.late'], hers).waitFor({ state: 'detached', timeout: 40_000 });
  });

  it('is not closed before every step is done, and not by Saule alone', async () => {
    for (const step of PROTOCOLS.suicide.required) {
      const done = page.getByRole('button', {
        name: `${ru['step.done']}: ${wordsRu[`step.${step}`]}`,
        exact: true,
      });
      expect(await page.getByRole('button', { name: ru['close.propose'] }).count()).toBe(0);
      await done.click();
      await done.waitFor({ state: 'detached' });
    }
    await press(ru['close.propose']);
    await page.getByRole('dialog').getByRole('button', { name: ru['close.propose'] }).click();
    await page
      .getByText(/предлагает закрыть/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: ru['close.confirm'] }).count()).toBe(0);
    await bar(kk['banner.confirm'], hers).click();
    await hers
      .getByRole('heading', { name: new RegExp(wordsKk['kind.suicide']), level: 1 })
      .waitFor();
    await press(kk['close.confirm'], hers);
    await hers.getByText(kk['state.closed']).first().waitFor();
    await expectSound(hers, 'a closed event');
  });

  it('was nobody else’s business: neither Bolat at school nor Kairat at the server was told of it', async () => {
    for (const name of ['bolat', 'kairat'] as const)
      expect((await (await program.as(name)).call('listSafetyCalls', {})).calls).toEqual([]);
  });
});
