import { Problem } from '@tirek/domain/problem';
import type { Database } from '../../db/database.ts';
import { inRequest } from '../../db/request-transaction.ts';
import { programmeDay } from '../../programmes/index.ts';
import type { AnswerTaking } from './answer-taking.ts';
import { findLot, pseudonymOf } from './panel-cards.ts';
import { withdrawPanelAnswers } from './queries.ts';

/** Erases a panel member's answers in every wave of her campaign. Says nothing of whether there were any. */
export async function withdrawAnswers(
  database: Database,
  { surveys, keys }: AnswerTaking,
  given: { readonly slug: string; readonly panel: string; readonly now: string },
): Promise<{ done: true }> {
  const survey = await surveys.find(given.slug, given.now);
  if (!survey) throw new Problem('survey-not-found');
  const { campaignId, settings, lotIds } = survey;
  if (settings.linkage !== 'panel') throw new Problem('campaign-without-cards');
  if (!findLot(keys, lotIds, { campaignId, panel: given.panel })) throw new Problem('card-unknown');
  await inRequest(database, { kind: 'respondent' }, (tx) =>
    withdrawPanelAnswers(tx, {
      campaignId,
      panelHash: keys.panel(campaignId, pseudonymOf(given.panel)),
      today: programmeDay(given.now),
    }),
  );
  return { done: true };
}
