import { randomUUID } from 'node:crypto';
import { nameIn } from '@tirek/domain/services';
import { translator } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import results from '../../packages/domain/src/text/kk/assessments.json' with { type: 'json' };
import pathway from '../../packages/domain/src/text/kk/pathways.json' with { type: 'json' };
import { CAST_REGION, castId } from '../../packages/server/src/demo/cast.ts';
import { castPassword } from '../../packages/server/src/test/cast.ts';
import access from '../../packages/web/src/text/kk/access.json' with { type: 'json' };
import ask from '../../packages/web/src/text/kk/assessments.json' with { type: 'json' };
import refer from '../../packages/web/src/text/kk/referrals.json' with { type: 'json' };
import again from '../../packages/web/src/text/kk/rescreening.json' with { type: 'json' };
import steps from '../../packages/web/src/text/kk/steps.json' with { type: 'json' };
import { answerReferral } from '../answering-a-referral.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { registerFamily } from '../registering.ts';
import { expectSound } from '../sound-page.ts';

/** More than half the days, each but the last, which asks about thoughts of death: 16 of 27. */
const HEAVY = [2, 2, 2, 2, 2, 2, 2, 2, 0];
const MILD = [1, 1, 1, 1, 1, 1, 1, 0, 0];
const LIGHT = [1, 1, 1, 0, 0, 0, 0, 0, 0];
const NEED = 'Екі айдан бері ұйқысы жоқ, маманның қарағанын қалайды.';
const SURNAME = 'Оразова';
const DAY_MS = 86_400_000;

let program: DemoProgram;
let browser: Browser;
let saule: Person;
let omarov: Person;
let page: Page;
let his: Page;
let personId = '';
let service = '';
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const api = await program.as('saule');
  const familyId = await registerFamily(program, SURNAME, [['Айнұр', 'female', '1990']]);
  personId = (await api.call('getFamily', { familyId })).members[0]?.personId ?? '';
  const { services } = await api.call('listServices', {});
  const found = services.find(
    ({ closed, service: each }) =>
      closed === null && each.regions.includes(CAST_REGION) && each.category === 'distress',
  );
  service = found ? nameIn(found.service.name, 'kk') : '';
  await agrees('service', null);
  await agrees('screening', null);
  saule = await personAt(browser, { screen: 'tablet', language: 'kk', origin: program.origin });
  omarov = await personAt(browser, { screen: 'phone', language: 'ru', origin: program.origin });
  await program.signIn(saule.context, 'saule');
  await program.signIn(omarov.context, 'omarov');
  [page, his] = await Promise.all([saule.context.newPage(), omarov.context.newPage()]);
});
afterAll(async () => {
  if (saule) await leave(saule);
  if (omarov) await leave(omarov);
  await browser?.close();
  await program?.stop();
});

async function agrees(purpose: 'service' | 'screening' | 'referral', receiverId: string | null) {
  await (await program.as('saule')).call('recordConsent', {
    ...{ id: randomUUID(), personId, party: 'person', mode: 'written', language: 'kk' },
    ...{ givenOn: new Date().toISOString().slice(0, 10), witness: null, guardian: null },
    unsafeReason: null,
    decisions: [
      {
        ...{ id: randomUUID(), purpose, receiverId, textVersion: `${purpose}-1` },
        ...({ decision: 'given', until: null, withheld: [] } as const),
      },
    ],
  });
}

const press = (on: Page, name: string) =>
  on.getByRole('button', { name, exact: true }).filter({ visible: true }).click();
const panel = () =>
  page.getByRole('region', { name: steps.title, exact: true }).filter({ visible: true });
const inSteps = (key: `step.${'3' | '4'}`) => pathway[key];

/** Saule locks her tablet and hands it over; the mother answers; Saule unlocks it and writes the answers down. */
async function answersOnTheTablet(chosen: readonly number[], look?: () => Promise<void>) {
  await page.goto(`/app/people/${personId}/assessments/new`);
  await page.getByLabel(ask['ask.form'], { exact: true }).selectOption('phq-9');
  await page.getByLabel(ask['ask.mode'], { exact: true }).selectOption('handed-device');
  await press(page, ask['ask.hand']);
  const reached = (at: number) => page.getByText(new RegExp(`^${at}-сұрақ`)).waitFor();
  await reached(1);
  await look?.();
  for (const [at, option] of chosen.entries()) {
    await reached(at + 1);
    await page.getByRole('radio').nth(option).check();
    await press(page, ask['hand.next']);
  }
  // How hard all of it makes daily life: nobody has to say.
  await reached(chosen.length + 1);
  await press(page, ask['hand.skip']);
  await press(page, ask['hand.open']);
  const password = page.getByLabel(access['signIn.password'], { exact: true });
  await password.fill(castPassword('saule'));
  await password.press('Enter');
  await press(page, ask['ask.save']);
  await page.getByText(ask['result.screen']).waitFor();
}

/** Confirms what is proposed with what she wants herself. */
async function confirms() {
  await press(page, steps.confirm);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(steps.wish, { exact: true }).selectOption('wants');
  await dialog.getByRole('button', { name: steps.confirm, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await panel().getByText(steps['state.decided'], { exact: true }).waitFor();
}

/** So many days later: the program and both devices live on another day. */
async function weeksPass(days: number) {
  await Promise.all([page.goto('about:blank'), his.goto('about:blank')]);
  await program.restartLater(days);
  const now = new Date(Date.now() + days * DAY_MS);
  for (const [person, name] of [[saule, 'saule'] as const, [omarov, 'omarov'] as const]) {
    await person.context.clock.setFixedTime(now);
    await program.signIn(person.context, name);
  }
}

describe('a mother who cannot sleep, in Kazakh on Saule’s tablet,', () => {
  oneAfterAnother(() => page);

  it('answers PHQ-9 by herself, and a specialist’s evaluation is proposed at once, with why', async () => {
    await answersOnTheTablet(HEAVY, async () => {
      await expectSound(page, 'PHQ-9 on a handed tablet');
      expect(await page.getByText(SURNAME).filter({ visible: true }).count()).toBe(0);
    });
    await panel()
      .getByText(/PHQ-9.*16/)
      .first()
      .waitFor();
    await panel().getByText(inSteps('step.4')).first().waitFor();
    await confirms();
    await expectSound(page, 'a result with its step');
  });

  it('is referred to Dr Omarov from there, once she has agreed to exactly him', async () => {
    await panel().getByRole('link', { name: steps.refer, exact: true }).click();
    await page
      .getByRole('button', { name: refer['make.chooseOf'].replace('{{name}}', service) })
      .first()
      .click();
    await page.getByLabel(/Ерлан Омаров/).check();
    await page.getByLabel(refer['make.need']).last().fill(NEED);
    await press(page, refer['make.draft']);
    await page.getByText(refer['preview.notAgreed']).waitFor();
    await agrees('referral', castId('omarov'));
    await page.reload();
    await page.getByText(refer['preview.agreed']).waitFor();
    await press(page, refer.send);
    await page.getByRole('button', { name: refer['settle.revoked'], exact: true }).waitFor();
  });

  it('is seen by him, who answers in three taps that she came, that it helped, and what next', async () => {
    await his.goto('/app/received');
    const card = his.getByRole('region').filter({ hasText: NEED });
    await answerReferral(his, card);
    await expectSound(his, 'a specialist has answered');
  });

  it('has his feedback in her file, and Saule writes down that a specialist saw her', async () => {
    await page.reload();
    await page.getByText(refer.timeline, { exact: true }).waitFor();
    await page.getByText(refer['fb.helped']).first().waitFor();
    await expectSound(page, 'feedback in the file');
    await page.goto(`/app/people/${personId}`);
    await press(page, steps.evaluate);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(steps['evaluate.on'], { exact: true }).click();
    await page.locator('.mantine-DatePickerInput-day[data-today]').click();
    await dialog.getByRole('button', { name: steps.evaluate, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const { unevaluated } = await (await program.as('saule')).call('listCareGaps', {});
    expect(unevaluated.filter(({ person }) => person.id === personId)).toEqual([]);
  });

  it('is due to be asked again seven weeks later, is surely better, and keeps her step: one low result is not two', async () => {
    await weeksPass(50);
    await page.goto('/app/rescreens?list=due');
    await page.getByText(new RegExp(SURNAME)).first().waitFor();
    await expectSound(page, 'whom to ask again after seven weeks');
    await answersOnTheTablet(MILD);
    const better = translator(ask, 'kk')('result.sinceFirst', {
      verdict: results['verdict.better'],
    });
    await page.getByText(better).first().waitFor();
    await panel().getByText(inSteps('step.4')).first().waitFor();
    expect(await panel().getByText(inSteps('step.3')).count()).toBe(0);
  });

  it('is better twice another seven weeks later: one step less is proposed, and confirmed with her', async () => {
    await weeksPass(100);
    await answersOnTheTablet(LIGHT);
    await panel()
      .getByText(/Бір саты төмен, 3-саты/)
      .waitFor();
    await confirms();
    await panel()
      .getByText(new RegExp(`${inSteps('step.3').replaceAll(/[()]/g, '.')}.*`))
      .first()
      .waitFor();
    await expectSound(page, 'a step down');
    const { decisions } = await (await program.as('saule')).call('listSteps', { personId });
    expect(decisions.at(-1)).toMatchObject({ kind: 'confirmed', step: '3' });
  });

  it('and goes on being asked: in half a year, as nobody comes down to nothing', async () => {
    await page.goto(`/app/people/${personId}`);
    await page
      .getByRole('region', { name: again.coming, exact: true })
      .getByText(again['coming.note'])
      .waitFor();
  });
});
