import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import wordsEn from '../../packages/domain/src/text/en/pathways.json' with { type: 'json' };
import en from '../../packages/web/src/text/en/pathways.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/pathways.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
let aliya: Person;
let dana: Person;
let page: Page;
let hers: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  aliya = await personAt(browser, { screen: 'laptop', language: 'en', origin: program.origin });
  dana = await personAt(browser, { screen: 'phone', language: 'ru', origin: program.origin });
  await program.signIn(aliya.context, 'aliya');
  await program.signIn(dana.context, 'dana');
  [page, hers] = await Promise.all([aliya.context.newPage(), dana.context.newPage()]);
});
afterAll(async () => {
  if (aliya) await leave(aliya);
  if (dana) await leave(dana);
  await browser?.close();
  await program?.stop();
});

const button = (name: string, on: Page = page) => on.getByRole('button', { name, exact: true });

describe('Aliya, who wants moderate depression seen by a trained helper sooner,', () => {
  oneAfterAnother(() => page);
  const rule = (number: number) =>
    page.getByRole('region', { name: en['edit.rule'].replace('{{number}}', String(number)) });

  it('is refused where her rule would leave out a worse result, with the place', async () => {
    await page.goto('/app/pathway');
    await page.getByRole('link', { name: en.write, exact: true }).click();
    await rule(3).waitFor({ timeout: 60_000 });
    await rule(3).getByText(en['edit.open'], { exact: true }).click();
    const severe = rule(3)
      .getByRole('checkbox', { name: /^severe/i })
      .first();
    await severe.uncheck();
    await page.getByText(/has to be mended|have to be mended/).waitFor();
    expect(await button(en['edit.save']).isDisabled()).toBe(true);
    await expectSound(page, 'a pathway that is refused');
    await severe.check();
  });

  it('adds the moderate range to the trained helper’s rule, tries one result on the bench, and saves', async () => {
    await rule(4).getByText(en['edit.open'], { exact: true }).click();
    const hours = rule(4).getByLabel(en['edit.hours']);
    await hours.fill('168');
    await page.getByLabel(en['bench.now'].replace('{{form}}', 'PHQ-9')).fill('12');
    await page
      .getByText(new RegExp(wordsEn['step.3'].replaceAll(/[()]/g, '.')))
      .last()
      .waitFor();
    await expectSound(page, 'a pathway being edited');
    await button(en['edit.save']).click();
    await page.getByRole('heading', { name: en.version.replace('{{number}}', '1') }).waitFor();
  });

  it('tries it on made-up people and on past ones, says so, and cannot put in force what she wrote', async () => {
    await button(en.look).click();
    await button(en['sim.run']).first().click();
    await page.getByRole('columnheader', { name: en['sim.then'] }).first().waitFor();
    await expectSound(page, 'a version tried on people');
    await button(en['past.run']).click();
    await page.getByText(/Counted on/).waitFor({ timeout: 90_000 });
    await expectSound(page, 'a version tried on past people');
    await button(en.markTested).click();
    await page.getByText(en.ownWaits).waitFor();
    expect(await button(en.publish).count()).toBe(0);
  });

  it('and Dana, in Russian on her phone, reads it, tries it herself and puts it in force', async () => {
    await hers.goto('/app/pathway');
    await button(ru.look, hers).click();
    await button(ru['sim.run'], hers).first().click();
    await hers.getByRole('columnheader', { name: ru['sim.then'] }).first().waitFor();
    await expectSound(hers, 'a version before it is put in force');
    await button(ru.publish, hers).click();
    await hers.getByText(ru['versions.none']).waitFor();
    const { inForce } = await (await program.as('saule')).call('getPathway', {});
    expect(inForce.version).toBe(1);
    expect(inForce.pathway.rules[3]).toMatchObject({ withinHours: 168 });
  });
});
