import type { Locator, Page } from 'playwright-core';
import ru from '../packages/web/src/text/ru/referrals.json' with { type: 'json' };

/**
 * Whoever received a referral says in Russian that he takes her, that she came and was helped, and gives feedback in three taps.
 * @param where the page, or the card of one among several
 */
export async function answerReferral(
  page: Page,
  where: Pick<Locator, 'getByRole'>,
  onFeedback: () => Promise<void> = async () => undefined,
): Promise<void> {
  const dialog = page.getByRole('dialog');
  const say = async (name: string, fill?: () => Promise<void>) => {
    await where.getByRole('button', { name, exact: true }).first().click();
    await fill?.();
    await dialog.getByRole('button', { name: ru['say.send'], exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await say(ru['say.accepted']);
  await say(ru['say.attended']);
  await say(ru['say.completed']);
  await say(ru['say.feedback'], async () => {
    await dialog.getByLabel(ru.yes, { exact: true }).check();
    await dialog.getByLabel('очень помогло').check();
    await dialog.getByLabel('больше ничего не нужно').check();
    await onFeedback();
  });
}
