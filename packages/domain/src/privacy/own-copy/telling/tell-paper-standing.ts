import { type Paper, paperTexts } from '../../../people/papers/index.ts';
import { formatDate, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';

/** Where a person's papers stood and stand, every version. */
export function tellPaperStanding(papers: readonly Paper[], language: Language): HeldItem[] {
  const t = ownCopyTexts(language);
  const words = paperTexts(language);
  const day = (date: string) => formatDate(date, language);
  return papers.map(({ kind, state, since, actor, step, dueOn, expiresOn }) => ({
    title: words(`kind.${kind}`),
    facts: [
      [t('paper.state'), words(`state.${state}`)] as const,
      [t('paper.since'), day(since)] as const,
      ...(actor ? [[t('paper.actor'), words(`actor.${actor}`)] as const] : []),
      ...(step ? [[t('paper.step'), words(`step.${step}`)] as const] : []),
      ...(dueOn ? [[t('paper.due'), day(dueOn)] as const] : []),
      ...(expiresOn ? [[t('paper.expires'), day(expiresOn)] as const] : []),
    ],
    text: '',
  }));
}
