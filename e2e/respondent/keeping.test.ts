import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeResumeCode } from '../../packages/respondent/src/codes/resume-code.ts';
import { launchBrowser } from '../browser.ts';
import { findChromium } from '../find-chromium.ts';
import { aPhone, hands, NOTHING, OLD_PHONE } from './phone.ts';
import { openSurvey, type SurveyDouble } from './survey-double.ts';

let browser: Browser;
let survey: SurveyDouble;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  survey = await openSurvey({ every: true });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await survey.close();
});

/** Past the welcome, at the question about the garden. */
async function atTheGarden(kind: 'own' | 'shared' = 'own') {
  const { context, me } = await aPhone(browser);
  await me.begin(survey.address, kind);
  return { context, me };
}

describe('before she has agreed', () => {
  it('nothing is kept: no draft, no id, no worker, no page', async () => {
    const { me } = await aPhone(browser);
    await me.page.goto(survey.address);
    await me.page.locator('.consent').waitFor();
    await me.page.waitForTimeout(500);
    expect(await me.traces()).toEqual(NOTHING);
    await me.agree();
    await me.sees('Бұл телефон тек сіздікі ме?');
    expect(await me.traces()).toEqual(NOTHING);
  });
});

describe('on her own phone', () => {
  it('a tap is on the disk within a quarter of a second', async () => {
    const { me } = await atTheGarden();
    await me.next();
    await me.sees('Бақшаңыз бар ма?');
    await me.kept();
    const milliseconds = await me.page.evaluate(async () => {
      const rows = () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('survey');
          request.onsuccess = () => {
            const all = request.result.transaction('journal').objectStore('journal').getAll();
            all.onsuccess = () => {
              request.result.close();
              resolve(JSON.stringify(all.result));
            };
          };
        });
      const start = performance.now();
      document.querySelector<HTMLInputElement>('.choice input')?.click();
      while (!(await rows()).includes('has_garden')) {
        if (performance.now() - start > 5000) throw new Error('never kept');
      }
      return performance.now() - start;
    });
    expect(milliseconds).toBeLessThan(250);
  });

  it('a reload in the middle of a question goes on at that question, with the half-typed text', async () => {
    const { me } = await atTheGarden();
    for (const answer of ['', 'Жоқ', 'Шай']) {
      if (answer) await me.choose(answer);
      await me.next();
    }
    await me.next();
    await me.next();
    await me.sees('Не тілейсіз?');
    await me.page.locator('textarea').fill('Тыныштық пен');
    await me.kept();
    await me.page.reload();
    await me.sees('Не тілейсіз?');
    expect(await me.page.locator('textarea').inputValue()).toBe('Тыныштық пен');
  });

  it('text typed a moment before the tab is closed is there when she comes back', async () => {
    const { context, me } = await atTheGarden();
    for (const answer of ['', 'Жоқ', '', '', '']) {
      if (answer) await me.choose(answer);
      await me.next();
    }
    await me.sees('Не тілейсіз?');
    await me.page.locator('textarea').fill('Соңғы сөз');
    await me.page.close({ runBeforeUnload: true });
    const again = hands(await context.newPage());
    await again.page.goto(survey.address);
    await again.tap('Жалғастыру');
    await again.sees('Не тілейсіз?');
    expect(await again.page.locator('textarea').inputValue()).toBe('Соңғы сөз');
  });

  it('a half-chosen date survives, and is never sent as if it were none', async () => {
    const { me } = await atTheGarden();
    await me.next();
    await me.choose('Иә');
    await me.next();
    await me.page.locator('.month select').selectOption('5');
    await me.kept();
    await me.page.reload();
    await me.sees('Қашаннан бері?');
    expect(await me.page.locator('.month select').inputValue()).toBe('5');
  });

  it('a crashed tab loses nothing that was tapped', async () => {
    const { context, me } = await atTheGarden();
    await me.next();
    await me.choose('Жоқ');
    await me.kept();
    const devtools = await context.newCDPSession(me.page);
    const crashed = new Promise((resolve) => me.page.once('crash', resolve));
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    const again = hands(await context.newPage());
    await again.page.goto(survey.address);
    await again.tap('Жалғастыру');
    await again.sees('Бақшаңыз бар ма?');
    expect(await again.page.getByLabel('Жоқ').isChecked()).toBe(true);
  });

  it('a dead battery loses nothing that was said to be kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tirek-phone-'));
    const open = () =>
      chromium.launchPersistentContext(folder, {
        ...OLD_PHONE,
        executablePath: findChromium()!,
        args: [
          '--disable-quic',
          '--disable-background-networking',
          ...(userInfo().uid === 0 ? ['--no-sandbox'] : []),
        ],
      });
    const first = await open();
    const me = hands(await first.newPage());
    await me.begin(survey.address);
    await me.next();
    await me.choose('Иә');
    await me.next();
    await me.choose('Білмеймін');
    await me.next();
    await me.choose('Шай');
    await me.kept();
    // Ends the browser as a power cut does: no page is told, nothing is closed.
    const devtools = await first.newCDPSession(me.page);
    const gone = new Promise((resolve) => first.once('close', resolve));
    devtools.send('Browser.crash').catch(() => undefined);
    await gone;

    const second = await open();
    const again = hands(await second.newPage());
    await again.page.goto(survey.address);
    await again.tap('Жалғастыру');
    await again.sees('Таңертең не ішіп-жейсіз?');
    expect(await again.page.getByLabel('Шай').isChecked()).toBe(true);
    await again.tap('Артқа');
    expect(await again.page.getByLabel('Білмеймін').isChecked()).toBe(true);
    await second.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('somebody who opens the page after a quick exit is not shown her answers unasked', async () => {
    const { context, me } = await atTheGarden();
    await me.next();
    await me.choose('Жоқ');
    await me.kept();
    await me.tap('Тез шығу');
    await me.page.waitForURL(/weather/);
    const again = hands(await context.newPage());
    await again.page.goto(survey.address);
    await again.sees('Қайта келгеніңізге қуаныштымыз');
    expect(await again.page.locator('main').textContent()).not.toContain('Бақша');
    await again.tap('Оларды өшіріп, қайта бастау');
    await again.tap('Иә, өшіру');
    await again.page.locator('.consent').waitFor();
    expect(await again.traces()).toEqual(NOTHING);
  });
});

describe('a full phone', () => {
  const refuse = (what: 'database' | 'everything') => `
    const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
    if (!sessionStorage.getItem('room')) {
      IDBObjectStore.prototype.add = full;
      ${what === 'everything' ? 'Storage.prototype.setItem = function (name, value) { if (this === localStorage) full(); };' : ''}
    }`;

  it('whose database has no room keeps the answers in the other place it has', async () => {
    const { context, me } = await aPhone(browser);
    await context.addInitScript(refuse('database'));
    await me.begin(survey.address);
    await me.next();
    await me.choose('Жоқ');
    await me.kept();
    await me.page.reload();
    await me.sees('Бақшаңыз бар ма?');
    expect(await me.page.getByLabel('Жоқ').isChecked()).toBe(true);
  });

  it('that can keep nothing at all says so at once, and still sends', async () => {
    const { context, me } = await aPhone(browser);
    await context.addInitScript(refuse('everything'));
    await me.begin(survey.address);
    await me.page.getByText('Бұл телефон жауаптарыңызды сақтай алмай тұр').waitFor();
    await me.next();
    await me.answerAll();
    await me.send();
    await me.sees('Рақмет!');
    expect(survey.accepted.size).toBe(1);
  });

  it('that gets room again keeps what had waited', async () => {
    const { me } = await atTheGarden();
    await me.kept();
    await me.page.evaluate(() => {
      const add = IDBObjectStore.prototype.add;
      const set = Storage.prototype.setItem;
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.add = full;
      Storage.prototype.setItem = full;
      setTimeout(() => {
        IDBObjectStore.prototype.add = add;
        Storage.prototype.setItem = set;
      }, 1500);
    });
    await me.next();
    await me.choose('Жоқ');
    await me.page.getByText('Бұл телефон жауаптарыңызды сақтай алмай тұр').waitFor();
    await me.page.locator('.kept:not(.refused)').waitFor();
    await me.page.reload();
    await me.sees('Бақшаңыз бар ма?');
    expect(await me.page.getByLabel('Жоқ').isChecked()).toBe(true);
  });
});

describe('a second tab', () => {
  it('says that the survey is open elsewhere, takes over when asked, and nothing is lost or overwritten', async () => {
    const { context, me } = await atTheGarden();
    await me.next();
    await me.choose('Иә');
    await me.kept();
    const other = hands(await context.newPage());
    await other.page.goto(survey.address);
    await other.sees('Сауалнама басқа бетте ашық тұр');
    await other.tap('Осында жалғастыру');
    await other.sees('Бақшаңыз бар ма?');
    expect(await other.page.getByLabel('Иә').isChecked()).toBe(true);
    await me.sees('Сауалнама басқа бетте ашық тұр');
    await other.next();
    await other.choose('Жауап бергім келмейді');
    await other.kept();
    await me.tap('Осында жалғастыру');
    await me.sees('Қашаннан бері?');
    expect(await me.page.getByLabel('Жауап бергім келмейді').isChecked()).toBe(true);
    await other.sees('Сауалнама басқа бетте ашық тұр');
  });

  it('can go on at once when the first one is closed', async () => {
    const { context, me } = await atTheGarden();
    await me.next();
    await me.kept();
    await me.page.close();
    const other = hands(await context.newPage());
    await other.page.goto(survey.address);
    await other.sees('Қайта келгеніңізге қуаныштымыз');
  });
});

describe('on a shared phone', () => {
  it('without a code nothing is written anywhere, from beginning to end', async () => {
    const { me } = await atTheGarden('shared');
    await me.tap(/^Кодсыз жалғастыру/);
    await me.page.getByText('Сақталмайды: бетті жаппаңыз').waitFor();
    await me.next();
    await me.choose('Жоқ');
    await me.next();
    await me.page.waitForTimeout(400);
    expect(await me.traces()).toEqual(NOTHING);
    await me.answerAll();
    await me.send();
    await me.sees('Рақмет!');
    expect(await me.traces()).toEqual(NOTHING);
    expect(survey.accepted.size).toBe(1);
  });

  it('with a code nobody can read what is kept, and the code opens it again', async () => {
    const { context, me } = await atTheGarden('shared');
    await me.tap(/^Маған код беріңіз/);
    await me.sees('Сіздің кодыңыз');
    const code = (await me.page.locator('.code').textContent()) ?? '';
    expect(code).toMatch(/^(\d{4} ){3}\d{4}$/);
    await me.tap('Жазып алдым');
    await me.next();
    await me.choose('Иә');
    await me.kept();
    const traces = await me.traces();
    expect(traces.rows).toContain('sealed');
    expect(JSON.stringify(traces)).not.toMatch(/garden|every-kind|survey-open/);
    expect(JSON.stringify(traces)).not.toContain(code.replace(/ /g, ''));
    expect(traces).toMatchObject({ local: '{}', session: '{}', caches: [], workers: 0 });
    await me.page.close();

    const again = hands(await context.newPage());
    await again.page.goto(survey.address);
    await again.tap('Менде код бар, жалғастырғым келеді');
    await again.page
      .locator('input')
      .fill(code.replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`));
    await again.tap('Жауаптарымды ашу');
    await again.page.getByText('Кодта қате бар').waitFor();
    await again.page.locator('input').fill(code);
    await again.tap('Жауаптарымды ашу');
    await again.sees('Бақшаңыз бар ма?');
    expect(await again.page.getByLabel('Иә').isChecked()).toBe(true);
    await again.answerAll();
    await again.send();
    await again.sees('Рақмет!');
    expect(await again.traces()).toEqual(NOTHING);
  });

  it.each(['with a code', 'without a code'])('a quick exit leaves nothing (%s)', async (how) => {
    const { context, me } = await atTheGarden('shared');
    if (how === 'with a code') {
      await me.tap(/^Маған код беріңіз/);
      await me.tap('Жазып алдым');
    } else await me.tap(/^Кодсыз жалғастыру/);
    await me.next();
    await me.choose('Иә');
    await me.page.locator('.kept').waitFor();
    await me.tap('Тез шығу');
    await me.page.waitForURL(/weather/);
    const other = hands(await context.newPage());
    await other.page.goto(`${survey.origin}/weather`);
    expect(await other.traces()).toEqual(NOTHING);
  });
});

describe('the quick exit', () => {
  it('empties the screen at once and leaves no way back to the survey', async () => {
    const { me } = await aPhone(browser);
    await me.page.goto(`${survey.origin}/weather?before`);
    await me.begin(survey.address);
    await me.next();
    await me.choose('Иә');
    await me.next();
    // Measured in the page, in the task after the tap.
    const left = await me.page.evaluate(async () => {
      document.querySelector<HTMLElement>('.exit')?.click();
      await Promise.resolve();
      return document.documentElement.textContent;
    });
    expect(left).toBe('');
    await me.page.waitForURL(`${survey.origin}/weather`);
    await me.page.goBack();
    expect(me.page.url()).toBe(`${survey.origin}/weather?before`);
  });

  it('is also Esc, pressed twice', async () => {
    const { me } = await atTheGarden();
    await me.page.keyboard.press('Escape');
    await me.page.waitForTimeout(1700);
    await me.page.keyboard.press('Escape');
    await me.sees('Қош келдіңіз.');
    await me.page.keyboard.press('Escape');
    await me.page.waitForURL(/weather/);
  });
});

describe('the other phone', () => {
  it('goes on where the first one was left, and the answers arrive once', async () => {
    const first = await atTheGarden();
    await first.me.next();
    await first.me.choose('Иә');
    await first.me.page.locator('.pause summary').click();
    await first.me.tap('Басқа телефонда жалғастыру');
    await first.me.page.locator('.code').waitFor();
    const code = (await first.me.page.locator('.code').textContent()) ?? '';
    await first.me.page.getByText('2026\u202fж. 22 желтоқсан').waitFor();
    expect([...survey.drafts.values()].join()).not.toMatch(/garden/);
    await first.me.tap('Осында жалғастыру');

    const second = await aPhone(browser);
    await second.me.page.goto(survey.address);
    await second.me.tap('Менде код бар, жалғастырғым келеді');
    await second.me.page.locator('input').fill(code);
    await second.me.tap('Жауаптарымды ашу');
    await second.me.sees('Бұл телефон тек сіздікі ме?');
    await second.me.phoneIs('own');
    await second.me.sees('Бақшаңыз бар ма?');
    expect(await second.me.page.getByLabel('Иә').isChecked()).toBe(true);
    await second.me.answerAll();
    await second.me.send();
    await second.me.sees('Рақмет!');
    expect(survey.drafts.size).toBe(0);

    // The first phone sends as well: the same questionnaire, done once.
    await first.me.answerAll();
    await first.me.send();
    await first.me.sees('Рақмет!');
    expect(survey.deliveries.length).toBeGreaterThan(1);
    expect(survey.accepted.size).toBe(1);
  });

  it('hears kindly that nothing waits under a code', async () => {
    const { me } = await aPhone(browser);
    await me.page.goto(survey.address);
    await me.tap('Менде код бар, жалғастырғым келеді');
    await me.page.locator('input').fill(makeResumeCode(crypto.getRandomValues(new Uint8Array(32))));
    await me.tap('Жауаптарымды ашу');
    await me.page.getByText('Бұл кодпен сақталған жауап жоқ').waitFor();
  });
});

describe('a clock that is wrong', () => {
  it.each(['1970-01-01T00:05:00Z', '2041-06-01T12:00:00Z'])(
    '(%s) keeps nobody from answering and sending',
    async (time) => {
      const { context, me } = await aPhone(browser);
      await context.clock.setFixedTime(new Date(time));
      await me.begin(survey.address);
      await me.next();
      await me.choose('Иә');
      await me.next();
      await me.page.locator('.month select').selectOption('5');
      await me.page.locator('.year select').selectOption('2019');
      await me.next();
      await me.answerAll();
      await me.send();
      await me.sees('Рақмет!');
      const [sent] = [...survey.accepted.values()];
      expect(sent?.answers['every-kind']).toMatchObject({ garden_since: '2019-05' });
      // A UUIDv4: it tells no time, right or wrong.
      expect(sent?.id).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    },
  );
});
