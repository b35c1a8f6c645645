import { randomUUID } from 'node:crypto';
import { addDays } from '@tirek/domain/cases';
import { findForm } from '@tirek/domain/instruments';
import { translator } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ofSchool from '../../packages/domain/src/text/ru/school.json' with { type: 'json' };
import { madeUpId } from '../../packages/server/src/demo/cast.ts';
import { castPassword } from '../../packages/server/src/test/cast.ts';
import accessKk from '../../packages/web/src/text/kk/access.json' with { type: 'json' };
import kk from '../../packages/web/src/text/kk/assessments.json' with { type: 'json' };
import pupilsKk from '../../packages/web/src/text/kk/pupils.json' with { type: 'json' };
import schoolKk from '../../packages/web/src/text/kk/school.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/assessments.json' with { type: 'json' };
import pupilsRu from '../../packages/web/src/text/ru/pupils.json' with { type: 'json' };
import school from '../../packages/web/src/text/ru/school.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

const DAUGHTER = madeUpId('person 1 2');
const INZHU = madeUpId('pupil Інжу');
const NAME = 'Досжанова Інжу';
const say = translator(kk, 'kk');
const schoolIn = { kk: schoolKk, ru: school };
const pupilsIn = { kk: pupilsKk, ru: pupilsRu };

let program: DemoProgram;
let browser: Browser;
let today: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  today = (await (await program.as('bolat')).call('listSchoolRecord', {})).today;
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('Bolat, in Kazakh on the school’s phone,', () => {
  let bolat: Person;
  let page: Page;
  beforeAll(async () => {
    bolat = await personAt(browser, { screen: 'phone', language: 'kk', origin: program.origin });
    await program.signIn(bolat.context, 'bolat');
    page = await bolat.context.newPage();
  });
  afterAll(() => leave(bolat));
  oneAfterAnother(() => page);

  it('hands it to a teacher, who answers one question after another', async () => {
    await page.goto(`/app/pupils/${INZHU}/teacher`);
    await page.getByLabel(kk['ask.form'], { exact: true }).selectOption('school-days');
    await expectSound(page, 'asking a teacher');
    await button(page, kk['ask.hand']).click();
    await page.getByText(say('hand.step', { at: 1, of: 8 })).waitFor();
    for (let at = 1; at <= 8; at += 1) {
      await page.getByText(say('hand.step', { at, of: 8 })).waitFor();
      await page.getByRole('radio').nth(2).check();
      await button(page, kk['hand.next']).click();
    }
    await button(page, kk['hand.open']).click();
  });

  it('unlocks, and sends what he cannot see', async () => {
    await page.getByLabel(accessKk['signIn.password'], { exact: true }).fill(castPassword('bolat'));
    await button(page, accessKk['lock.open']).click();
    await page.getByText(kk['teacher.done']).waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    await expectSound(page, 'a teacher has finished');
    await button(page, kk['teacher.send']).click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    await expectSound(page, 'the school’s record of a pupil');
  });
});

describe('Bolat, in Russian,', () => {
  let bolat: Person;
  let page: Page;
  const incidentId = randomUUID();
  beforeAll(async () => {
    // Written down four days ago: the answer is in time whatever day of the week it is.
    const on = addDays(today, -4);
    await (await program.as('bolat')).call('recordPupilEntry', {
      ...{ id: randomUUID(), pupilId: madeUpId('pupil Айым'), basedOn: 0 },
      entry: {
        ...{ kind: 'incident', incidentId },
        value: {
          ...{ on, heardOn: on, place: 'yard', deeds: ['hit'], by: 'older-pupils' },
          ...{ seenBy: ['teacher'], harm: 'some' },
        },
      },
    });
    bolat = await personAt(browser, { screen: 'phone', language: 'ru', origin: program.origin });
    await program.signIn(bolat.context, 'bolat');
    page = await bolat.context.newPage();
  });
  afterAll(() => leave(bolat));
  oneAfterAnother(() => page);

  it('finds what waits, and answers an incident on the fourth day', async () => {
    await page.goto('/app/pupils');
    const due = page.getByRole('region', { name: school.due, exact: true });
    await due.getByRole('link', { name: 'Төлегенова Айым' }).click();
    await page.getByText(ofSchool['deed.hit']).waitFor();
    await button(page, school['incidents.answer']).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(ofSchool['answer.made-safe']).check();
    await dialog.getByLabel(ofSchool['answer.watched-more']).check();
    await dialog.getByLabel(school['incidents.child']).selectOption('enough');
    await dialog.getByLabel(school['incidents.parent']).selectOption('not-asked');
    await expectSound(page, 'answering an incident');
    await dialog.getByRole('button', { name: school.save, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(ofSchool['answered.inTime']).waitFor();
    await expectSound(page, 'an incident that was answered');
  });
});

describe.each([
  ['kk', kk],
  ['ru', ru],
] as const)('Saule, on her phone in %s,', (language, text) => {
  let saule: Person;
  let page: Page;
  beforeAll(async () => {
    saule = await personAt(browser, { screen: 'phone', language, origin: program.origin });
    await program.signIn(saule.context, 'saule');
    page = await saule.context.newPage();
  });
  afterAll(() => leave(saule));
  oneAfterAnother(() => page);

  it('sees a mother and a teacher who disagree side by side, and no mean of them', async () => {
    const api = await program.as('saule');
    for (const { id, personId } of (await api.call('listTeacherAnswersWaiting', {})).waiting) {
      await api.call('takeTeacherAnswers', { id: randomUUID(), personId, answersId: id });
    }
    const id = randomUUID();
    const answers = Object.fromEntries(
      (findForm('school-days')?.items ?? []).map(({ linkId }) => [linkId, 'easily']),
    );
    await api.call('recordAssessment', {
      ...{ id, personId: DAUGHTER },
      assessment: {
        ...{ formCode: 'school-days', formVersion: '1.0.0', mode: 'read-aloud', language },
        ...{ informant: 'caregiver', isEnteredTwice: false, takenOn: today, scores: [] },
        ...{ answeredAt: new Date().toISOString(), supersedes: null, because: null },
        ...{ answers, languages: {} },
      },
    });
    await page.goto(`/app/people/${DAUGHTER}/assessments/${id}`);
    const beside = page.getByRole('region', { name: text['result.beside'], exact: true });
    await beside
      .getByText(translator(text, language)('result.items', { same: 0, both: 8 }))
      .waitFor();
    await expectSound(page, 'a mother and a teacher side by side');
    await page.goto(`/app/people/${DAUGHTER}`);
    const told = schoolIn[language];
    const ofHer = page.getByRole('region', { name: told.of, exact: true });
    await ofHer.getByText(told['of.grade']).waitFor();
    const agreed = page.getByRole('region', { name: pupilsIn[language].school, exact: true });
    await agreed.getByRole('button', { name: pupilsIn[language].changeIt, exact: true }).click();
    await page.getByRole('dialog').getByText(pupilsIn[language]['agree.default']).waitFor();
    await expectSound(page, 'what a mother decides');
    await page.goto(`/app/people/${DAUGHTER}/school-sheet`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await expectSound(page, 'what the school learns');
  });
});
