import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import domainKk from '../../packages/domain/src/text/kk/family-case.json' with { type: 'json' };
import columns from '../../packages/domain/src/text/ru/extract.json' with { type: 'json' };
import { filesInside } from '../../packages/server/src/privacy/own-copy/test/open-archive.ts';
import kk from '../../packages/web/src/text/kk/cases.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/cases.json' with { type: 'json' };
import extracts from '../../packages/web/src/text/ru/extracts.json' with { type: 'json' };
import people from '../../packages/web/src/text/ru/people.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();

describe('Saule, on a phone in Kazakh, with a family whose father is expected home in seven months', () => {
  let saule: Person;
  let page: Page;
  let familyId: string;
  let father: string;
  beforeAll(async () => {
    const { cases } = await (await program.as('saule')).call('listCases', {});
    const expected = cases.find(({ ahead }) => ahead.some(({ kind }) => kind === 'release'));
    familyId = expected?.family.id ?? '';
    father = expected?.ahead.find(({ kind }) => kind === 'release')?.personId ?? '';
    saule = await personAt(browser, { screen: 'phone', language: 'kk', origin: program.origin });
    await program.signIn(saule.context, 'saule');
    page = await saule.context.newPage();
  });
  afterAll(() => leave(saule));
  oneAfterAnother(() => page);

  const dialog = () => page.getByRole('dialog');
  const checklist = () => page.getByRole('region', { name: /^Үйге оралуға дайындық: / });

  it('finds the checklist half done and marks what is ready and what is not for this family', async () => {
    await page.goto(`/app/families/${familyId}/case`);
    await checklist()
      .getByText(/Бітті: 3\/6/)
      .waitFor();
    await expectSound(page, 'a checklist half done');
    const mark = (item: string) =>
      checklist()
        .getByRole('button', { name: kk['preparation.changeItem'].replace('{{item}}', item) })
        .click();
    await mark(kk['preparation.item.safety']);
    const choice = (name: string) => dialog().getByRole('radio', { name, exact: true }).check();
    await choice(kk['preparation.state.done']);
    await expectSound(page, 'marking a step');
    await dialog().getByRole('button', { name: kk['need.save'], exact: true }).click();
    await checklist()
      .getByText(/Бітті: 4\/6/)
      .waitFor();
    await mark(kk['preparation.item.accompany']);
    await choice(kk['preparation.state.not-done']);
    await dialog()
      .getByRole('combobox', { name: kk['preparation.reason'], exact: true })
      .selectOption({ label: domainKk['preparation.reason.others-do-it'] });
    await dialog().getByRole('button', { name: kk['need.save'], exact: true }).click();
    await checklist()
      .getByText(/Бітті: 5\/6/)
      .waitFor();
  });

  it('sees what is left among what is overdue as soon as the day of the return is moved nearer', async () => {
    const api = await program.as('saule');
    const { versions } = await api.call('getFamilyGraph', { familyId });
    const date = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await api.call('recordFamilyFact', {
      ...{ id: randomUUID(), familyId, basedOn: versions[father] ?? 0, confirmed: [] },
      fact: {
        fact: 'life',
        value: {
          id: father,
          life: {
            ...{ state: 'imprisoned', since: { precision: 'year', date: '2020' } },
            ...{ place: 'prison', expectedRelease: { precision: 'day', date } },
            evidence: { kind: 'documented', document: 'prison-certificate' },
          },
        },
      },
    });
    await page.goto('/app/today');
    const overdue = page.getByRole('region', { name: kk['group.overdue'], exact: true });
    await overdue.getByText(domainKk['task.prepare-housing']).waitFor();
    await expectSound(page, 'today with what is prepared');
  });
});

describe('Gulmira, on a laptop in Russian,', () => {
  let gulmira: Person;
  let page: Page;
  beforeAll(async () => {
    gulmira = await personAt(browser, { screen: 'laptop', language: 'ru', origin: program.origin });
    await program.signIn(gulmira.context, 'gulmira');
    page = await gulmira.context.newPage();
  });
  afterAll(() => leave(gulmira));
  oneAfterAnother(() => page);

  const dialog = () => page.getByRole('dialog');
  const heading = (list: 'all' | 'ages') =>
    page.getByRole('heading', { name: ru[`lists.name.${list}`], exact: true });

  it('goes from list to list by addresses that bring her back, and keeps one under a name', async () => {
    await page.goto('/app/lists');
    await heading('all').waitFor();
    await expectSound(page, 'all families of a team');
    await page.getByRole('link', { name: new RegExp(`^${ru['lists.name.ages']}`) }).click();
    await heading('ages').waitFor();
    expect(page.url()).toMatch(/list=ages&age=12$/);
    await expectSound(page, 'children near twelve');
    await page.goBack();
    await heading('all').waitFor();
    await page.goForward();
    await heading('ages').waitFor();
    await button(page, ru['lists.save']).click();
    await dialog().getByLabel(ru['lists.nameIt']).fill('К двенадцати');
    await dialog().getByRole('button', { name: ru['need.save'], exact: true }).click();
    await page.getByRole('link', { name: 'К двенадцати', exact: true }).waitFor();
    await page.goto('/app/lists');
    await page.getByRole('link', { name: 'К двенадцати', exact: true }).click();
    await heading('ages').waitFor();
  });

  it('gives three families to one colleague, and is told which was refused and why', async () => {
    // The browser writes a line of its own about the family that is refused.
    gulmira.watch.expect(/409/);
    await page.goto('/app/lists');
    for (const name of [/^Выбрать: Досжанов/, /^Выбрать: Сафронов/, /^Выбрать: Қуанышев/]) {
      await page.getByRole('checkbox', { name }).check();
    }
    await page.getByText(ru['bulk.chosen'].replace('{{count}}', '3'), { exact: true }).waitFor();
    await button(page, ru['bulk.handOver']).click();
    await dialog().getByRole('combobox').or(dialog().getByRole('textbox')).first().click();
    await page.getByRole('option', { name: /^Айнұр Қайратова: / }).click();
    await expectSound(page, 'handing several families over');
    await dialog().getByRole('button', { name: people['handOver.go'], exact: true }).click();
    await dialog().getByText('Сделано: 2. Отказано: 1.', { exact: true }).waitFor();
    await dialog()
      .getByText(/Қуанышев/)
      .waitFor();
    await expectSound(page, 'two done and one refused');
    await dialog().getByRole('button', { name: ru['bulk.finish'], exact: true }).click();
    const { cases } = await (await program.as('gulmira')).call('listCases', {});
    const moved = cases.filter(({ family }) =>
      family.members.some(({ name }) => /^(Досжанов|Сафронов|Қуанышев)/.test(name?.family ?? '')),
    );
    expect(new Set(moved.map(({ holderId }) => holderId)).size).toBe(1);
  });

  it('takes a family out as a file that opens with the signs she wrote down', async () => {
    await page.goto('/app/lists');
    await page.getByRole('checkbox', { name: /^Выбрать: Досжанов/ }).check();
    await button(page, ru['bulk.extract']).click();
    const reason = dialog().getByLabel(extracts.reason, { exact: true });
    await reason.fill('Обход домов перед зимой');
    await dialog().getByLabel(columns['column.name'], { exact: true }).check();
    await expectSound(page, 'a list to be taken out');
    await dialog().getByRole('button', { name: extracts['make.confirm'], exact: true }).click();
    const signs = dialog().getByText(/^[2-9A-Z]{5}(-[2-9A-Z]{5}){3}$/);
    const passphrase = (await signs.textContent()) ?? '';
    await expectSound(page, 'the passphrase of a list');
    await dialog().getByRole('checkbox').check();
    await dialog().getByRole('button', { name: extracts['sealed.done'], exact: true }).click();
    await page.goto('/app/extracts');
    const fetching = page.waitForEvent('download');
    await button(page, extracts.fetch).click();
    const files = await filesInside(await readFile(await (await fetching).path()), passphrase);
    expect(Object.keys(files ?? {}).toSorted()).toEqual(['README.txt', 'list.xlsx']);
    await expectSound(page, 'lists as files');
  });
});
