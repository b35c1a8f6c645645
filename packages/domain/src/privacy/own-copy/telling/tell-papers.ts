import type { Paper } from '../../../files/index.ts';
import { formatInstant, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';
import { UTC_OFFSET_MINUTES } from './tell-identity.ts';

/** A paper that is kept about somebody, or was. */
export interface HeldPaper {
  readonly paper: Paper;
  readonly keptAt: string;
  readonly isThere: boolean;
}

/** Which papers are kept about somebody. What they show is not copied: nobody can strike others from a picture. */
export function tellPapers(papers: readonly HeldPaper[], language: Language): HeldItem[] {
  const t = ownCopyTexts(language);
  return papers.map(({ paper, keptAt, isThere }) => ({
    title: formatInstant(keptAt, language, {
      ...{ utcOffsetMinutes: UTC_OFFSET_MINUTES, width: 'medium' },
    }),
    facts: [[t('papers.what'), t(`papers.${paper}`)]],
    text: t(isThere ? 'papers.there' : 'papers.gone'),
  }));
}
