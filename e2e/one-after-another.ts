import type { Page } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import { takePicture } from './sound-page.ts';

/**
 * For sentences that each go on where the one before ended: when one fails, those after it fail at once and say why.
 * @param pageOf the page as it stood then, for a picture
 */
export function oneAfterAnother(pageOf: () => Page): void {
  let brokenAt: string | null = null;
  beforeEach(() => {
    if (brokenAt) throw new Error(`The journey ended at "${brokenAt}".`);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || brokenAt) return;
    brokenAt = task.name;
    await takePicture(pageOf(), `failed ${task.name}`);
  });
}
