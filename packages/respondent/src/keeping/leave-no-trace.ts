import { dropDatabase, forgetSurvey } from './database.ts';
import { forgetLocal } from './journal.ts';
import type { OfflinePage } from './offline-page.ts';
import { markOpenedHere } from './opened-here.ts';

/** Wipes everything of this survey from the phone; with the last survey go database, worker and kept pages as well. */
export async function leaveNoTrace(slug: string, page: OfflinePage): Promise<void> {
  forgetLocal(slug);
  markOpenedHere(slug, false);
  const isLast = await forgetSurvey(slug).catch(() => false);
  await page.drop({ isLast });
  if (isLast) await dropDatabase();
}
