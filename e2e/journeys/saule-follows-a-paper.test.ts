import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import livesKk from '../../packages/domain/src/text/kk/circumstances.json' with { type: 'json' };
import domainKk from '../../packages/domain/src/text/kk/family-case.json' with { type: 'json' };
import papersKk from '../../packages/domain/src/text/kk/papers.json' with { type: 'json' };
import schoolKk from '../../packages/domain/src/text/kk/pupils.json' with { type: 'json' };
import papersRu from '../../packages/domain/src/text/ru/papers.json' with { type: 'json' };
import schoolRu from '../../packages/domain/src/text/ru/pupils.json' with { type: 'json' };
import casesKk from '../../packages/web/src/text/kk/cases.json' with { type: 'json' };
import kk from '../../packages/web/src/text/kk/papers.json' with { type: 'json' };
import peersKk from '../../packages/web/src/text/kk/peers.json' with { type: 'json' };
import peopleKk from '../../packages/web/src/text/kk/people.json' with { type: 'json' };
import pupilsKk from '../../packages/web/src/text/kk/pupils.json' with { type: 'json' };
import casesRu from '../../packages/web/src/text/ru/cases.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/papers.json' with { type: 'json' };
import pupilsRu from '../../packages/web/src/text/ru/pupils.json' with { type: 'json' };
import shellRu from '../../packages/web/src/text/ru/shell.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
let saule: Person;
let page: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  saule = await personAt(browser, { screen: 'phone', language: 'kk', origin: program.origin });
  await program.signIn(saule.context, 'saule');
  page = await saule.context.newPage();
});
afterAll(async () => {
  if (saule) await leave(saule);
  await browser?.close();
  await program?.stop();
});

const DEATH = papersKk['kind.death-certificate'];
const BENEFIT = papersKk['kind.survivor-benefit'];

describe('a death certificate that does not move,', () => {
  oneAfterAnother(() => page);
  const dialog = () => page.getByRole('dialog');
  const paper = (kind: string, on: Page = page) =>
    on.getByRole('listitem').filter({ has: on.getByRole('heading', { name: kind, level: 3 }) });
  const choose = (label: string, option: string) =>
    dialog().getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });

  it('stands on Saule’s phone in Kazakh among what is overdue, and leads to the papers of the family', async () => {
    await page.goto('/app/today');
    const overdue = page.getByRole('region', { name: casesKk['group.overdue'], exact: true });
    await overdue.getByText(domainKk['task.paper-due']).waitFor();
    await expectSound(page, 'a paper that is due');
    await overdue.getByRole('link', { name: casesKk['task.papers'], exact: true }).first().click();
    await page.getByRole('heading', { name: kk['board.title'], level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get('family')).toMatch(/^[\da-f-]{36}$/);
  });

  it('says why it is stuck, since when, who acts, and what waits behind it', async () => {
    const death = paper(DEATH);
    await death.getByText(papersKk['reason.overdue']).waitFor();
    await death.getByText(papersKk['actor.court']).waitFor();
    await death.getByText(kk.behind, { exact: true }).waitFor();
    const benefit = paper(BENEFIT);
    await benefit.getByText(papersKk['reason.waits-for-another']).waitFor();
    await benefit.getByText(papersKk['needs.death-certificate.survivor-benefit']).waitFor();
    await expectSound(page, 'the board of stuck papers of a family');
  });

  it('is found by who acts, and the choice stands in the address and comes back with it', async () => {
    await page.goto('/app/papers');
    await page
      .getByRole('combobox', { name: kk.actor, exact: true })
      .selectOption({ label: papersKk['actor.court'] });
    await page.waitForURL(/actor=court/);
    await paper(BENEFIT).waitFor({ state: 'detached' });
    expect(await paper(DEATH).count()).toBe(1);
    await page.goBack();
    await paper(BENEFIT).first().waitFor();
    await page.goForward();
    await paper(BENEFIT).waitFor({ state: 'detached' });
    await page.reload();
    await paper(DEATH).waitFor();
    await expectSound(page, 'the board of stuck papers');
  });

  it('comes at last, and the benefit waits for it no longer', async () => {
    await paper(DEATH).getByRole('button', { name: kk.change, exact: true }).click();
    await choose(kk.state, papersKk['state.held']);
    await expectSound(page, 'writing down that a paper came');
    await dialog().getByRole('button', { name: kk.save, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText(kk['board.noneWanted'], { exact: true }).waitFor();
    await page.getByRole('button', { name: kk['filter.clear'], exact: true }).click();
    await page.getByRole('switch', { name: kk['filter.all'], exact: true }).check();
    const benefit = paper(BENEFIT);
    await benefit.getByText(papersKk['state.preparing'], { exact: true }).waitFor();
    expect(await benefit.getByText(papersKk['reason.waits-for-another']).count()).toBe(0);
  });

  it('keeps its whole way on the widow’s page, where the next paper is begun', async () => {
    await paper(BENEFIT).getByRole('link').first().click();
    const panel = page.getByRole('region', { name: kk.title, exact: true });
    await panel.getByText(kk.earlier, { exact: true }).first().waitFor();
    await panel.getByRole('button', { name: kk.add, exact: true }).click();
    await choose(kk.kind, papersKk['kind.marriage']);
    await choose(kk.state, papersKk['state.missing']);
    await choose(kk.actor, papersKk['actor.centre']);
    await expectSound(page, 'a new paper');
    await dialog().getByRole('button', { name: kk.save, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await panel.getByRole('heading', { name: papersKk['kind.marriage'], level: 3 }).waitFor();
    await panel.getByText(kk.earlier, { exact: true }).first().click();
    await expectSound(page, 'the papers of a widow');
  });

  it('is beside how the widow’s daughter learns, who is two grades below her age and changes school', async () => {
    await page.getByRole('link', { name: /Інжу/ }).click();
    const panel = page.getByRole('region', { name: peopleKk.circumstances, exact: true });
    await panel.getByText(/6 \(құрдастарынан кемінде \d жылға артта\)/).waitFor();
    await expectSound(page, 'how a daughter lives');
    const part = { part: livesKk['section.schooling'] };
    const change = peopleKk['circumstances.changePart'].replace('{{part}}', part.part);
    await panel.getByRole('button', { name: change, exact: true }).click();
    await dialog().getByRole('textbox', { name: livesKk.school }).fill('№ 12 мектеп');
    await choose(livesKk.attendance, livesKk['attendance.with-gaps']);
    await expectSound(page, 'writing down how a daughter learns');
    await dialog().getByRole('button', { name: peopleKk['circumstances.save'] }).click();
    await dialog().waitFor({ state: 'detached' });
    await panel.getByText('№ 12 мектеп', { exact: true }).waitFor();
    await panel.getByText(peopleKk['circumstances.earlier'], { exact: true }).click();
    await panel.getByText('№ 7 мектеп-гимназия', { exact: true }).first().waitFor();
  });

  it('is told at her school in words of a list, which Saule changes with her mother’s word', async () => {
    const panel = page.getByRole('region', { name: pupilsKk.school, exact: true });
    await panel.getByText(schoolKk['support.told-ahead'], { exact: true }).waitFor();
    await panel.getByRole('button', { name: pupilsKk.changeIt, exact: true }).click();
    await dialog().getByRole('checkbox', { name: schoolKk['support.quiet-break'] }).check();
    await expectSound(page, 'agreeing what school is told');
    await dialog().getByRole('button', { name: pupilsKk.save, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await panel.getByText(new RegExp(schoolKk['support.quiet-break'])).waitFor();
    await expectSound(page, 'what is told at school');
  });

  it('is a line like any other on the list of Bolat, who tries in vain to see more', async () => {
    const at = { screen: 'phone', language: 'ru', origin: program.origin } as const;
    const bolat = await personAt(browser, at);
    await program.signIn(bolat.context, 'bolat');
    const school = await bolat.context.newPage();
    await school.goto('/app/pupils');
    const line = (name: string) =>
      school.getByRole('listitem').filter({ has: school.getByRole('heading', { name }) });
    await line('Інжу').getByText(new RegExp(schoolRu['support.quiet-break'])).waitFor();
    await line('Інжу').getByText(new RegExp(schoolRu['support.catching-up'])).waitFor();
    await line('Санжар').getByText(schoolRu['support.seat-in-front']).waitFor();
    await expectSound(school, 'the pupils of a school');
    expect(await school.locator('main').textContent()).not.toMatch(/Сәуле|Гүлмира|семей/i);
    const child = new URL(page.url()).pathname;
    for (const closed of ['/app/families', '/app/today', '/app/papers', child]) {
      await school.goto(closed);
      await school.getByRole('heading', { name: shellRu['closed.title'] }).waitFor();
    }
    const asked = await bolat.context.request.get(child.replace('/app/', '/api/'));
    expect(asked.status()).toBe(403);
    await school.goto('/app/pupils');
    await school.getByRole('button', { name: pupilsRu.add, exact: true }).click();
    const form = school.getByRole('dialog');
    await form.getByRole('textbox', { name: pupilsRu.family }).fill('Сапаров');
    await form.getByRole('textbox', { name: pupilsRu.given }).fill('Руслан');
    await form.getByRole('textbox', { name: pupilsRu.klass }).fill('7 А');
    await expectSound(school, 'adding a pupil');
    await form.getByRole('button', { name: pupilsRu.save, exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await line('Руслан').getByText(pupilsRu.nothing).waitFor();
    await line('Руслан')
      .getByRole('button', { name: /Убрать/ })
      .click();
    await expectSound(school, 'taking a pupil off the list');
    await form.getByRole('button', { name: pupilsRu.endIt, exact: true }).click();
    await line('Руслан').waitFor({ state: 'detached' });
    await leave(bolat);
  });

  it('is unknown to Zarina, who meets the widow, knows her first name, and is worried: Saule is told at once', async () => {
    const at = { screen: 'phone', language: 'kk', origin: program.origin } as const;
    const zarina = await personAt(browser, at);
    await program.signIn(zarina.context, 'zarina');
    const own = await zarina.context.newPage();
    await own.goto('/app/meetings');
    const meeting = own.getByRole('region', { name: 'Гүлмира', exact: true });
    await meeting.getByRole('button', { name: peersKk['say.worried'], exact: true }).click();
    await expectSound(own, 'saying that one is worried');
    expect(await own.locator('body').textContent()).not.toMatch(/Досжанов|Інжу|құжат/i);
    await own.getByRole('dialog').getByRole('button', { name: peersKk.send, exact: true }).click();
    await own.getByRole('dialog').waitFor({ state: 'detached' });
    await expectSound(own, 'the meetings of a peer supporter');
    await leave(zarina);
    await page.goto('/app/today');
    await page.getByText(domainKk['task.peer-worried']).waitFor();
    await page.getByRole('link', { name: casesKk['task.peer'], exact: true }).click();
    const panel = page.getByRole('region', { name: peersKk.panel, exact: true });
    await expectSound(page, 'the meetings of a widow, and a worry');
    const called = panel.getByRole('button', { name: peersKk['panel.called'], exact: true });
    await called.click();
    await called.waitFor({ state: 'detached' });
  });

  it('is seen by Gulmira with her team’s papers on a laptop in Russian, who reads and does not write', async () => {
    const at = { screen: 'laptop', language: 'ru', origin: program.origin } as const;
    const gulmira = await personAt(browser, at);
    await program.signIn(gulmira.context, 'gulmira');
    const desk = await gulmira.context.newPage();
    await desk.goto('/app/papers');
    const refused = paper(papersRu['kind.disability'], desk);
    await refused.getByText(papersRu['state.refused'], { exact: true }).waitFor();
    expect(await desk.getByRole('button', { name: ru.change, exact: true }).count()).toBe(0);
    await expectSound(desk, 'the papers of a team');
    await desk.goto('/app/lists?list=papers');
    await desk.getByRole('heading', { name: casesRu['lists.name.papers'], exact: true }).waitFor();
    await desk.getByText(new RegExp(papersRu['kind.disability'])).first().waitFor();
    await expectSound(desk, 'families with stuck papers');
    await leave(gulmira);
  });
});
