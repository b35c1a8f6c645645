import {
  type Answers,
  type AnswerValue,
  answerAt,
  bundleForm,
  findForm,
  isAbsent,
  openForm,
  type Screen,
} from '@tirek/domain/instruments';
import { type Language, translator } from '@tirek/domain/text';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { WORDS } from '../packages/respondent/src/words.ts';

/** What she wants to say, by form code, in the order the forms are asked. */
export type Intentions = Readonly<Record<string, Answers>>;

/** One screen that she meets, and what she does there. */
export interface Step {
  readonly form: string;
  readonly screen: Screen;
  /** Undefined where she leaves the question open. */
  readonly value: AnswerValue | undefined;
}

/** The words of the survey page, as a respondent reads them. */
export function wordsOf(language: Language) {
  const { screens, plain } = WORDS[language];
  return { say: translator(screens, language), plain: translator(plain, language) };
}

/** Every screen that she meets on her way, given what she wants to say. */
export function stepsOf(intentions: Intentions, language: Language): Step[] {
  return Object.entries(intentions).flatMap(([code, answers]) => {
    const form = findForm(code);
    if (!form) throw new Error(`No form ${code}.`);
    return openForm(bundleForm(form, language))
      .questions(answers)
      .map((screen) => ({ form: code, screen, value: answerAt(answers, screen.path) }));
  });
}

/** Sees that the screen asks what it should, answers with the fingers of a person, and goes on. */
export async function takeStep(page: Page, step: Step, language: Language): Promise<void> {
  await expectAsked(page, step);
  await answerHere(page, step, language);
  await goOn(page);
}

export async function expectAsked(page: Page, { screen }: Step): Promise<void> {
  await page.getByRole('heading', { level: 1, name: screen.question.text, exact: true }).waitFor();
  if (screen.row)
    expect(await page.locator('.section').textContent()).toContain(screen.row.heading);
}

export async function answerHere(page: Page, step: Step, language: Language): Promise<void> {
  const { say } = wordsOf(language);
  const { question } = step.screen;
  const { value } = step;
  if (value === undefined) return;
  if (isAbsent(value)) return await tap(page, say(`absent.${value.absent}` as 'absent.declined'));
  switch (question.type) {
    case 'integer':
      return await page.getByRole('textbox').fill(String(value));
    case 'boolean':
      return await tap(page, say(value ? 'answer.yes' : 'answer.no'));
    case 'choice':
      return await tap(page, textOfOption(step, value as string));
    case 'multi-choice':
      for (const id of value as string[]) await tap(page, textOfOption(step, id));
      return;
    case 'roster':
      return await setRows(page, (value as unknown[]).length, language);
    default:
      throw new Error(`No hand for a question of type ${question.type} yet.`);
  }
}

/** On to the next screen, whether the question was answered or left open. */
export const goOn = (page: Page) => tapOrClick(page.locator('.bar button[type=submit]'));

function textOfOption({ screen }: Step, id: string): string {
  const option = screen.question.options.find((one) => one.id === id);
  if (!option) throw new Error(`${screen.path} has no option ${id}.`);
  return option.text;
}

async function setRows(page: Page, rows: number, language: Language): Promise<void> {
  const { say } = wordsOf(language);
  const shown = async () => Number(await page.locator('.stepper output').textContent());
  while ((await shown()) < rows) await tapOrClick(page.getByLabel(say('row.more')));
  while ((await shown()) > rows) await tapOrClick(page.getByLabel(say('row.fewer')));
}

/** Taps an answer by its words. */
async function tap(page: Page, text: string): Promise<void> {
  await tapOrClick(
    page.locator('label.choice').filter({ has: page.getByText(text, { exact: true }) }),
  );
}

/** A finger where there is a touch screen, a mouse elsewhere. */
async function tapOrClick(target: Locator): Promise<void> {
  const hasTouch = await target.page().evaluate(() => navigator.maxTouchPoints > 0);
  await (hasTouch ? target.tap() : target.click());
}
