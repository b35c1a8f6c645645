import { quoteParagraphs, withThemeSentences } from '../sentences/themes.ts';
import { buildThemeAgreement } from '../tables/theme-agreement.ts';
import { buildThemeFlow } from '../tables/theme-flow.ts';
import { buildThemeFigure, buildThemeMentions } from '../tables/theme-mentions.ts';
import { buildThemeSources } from '../tables/theme-sources.ts';
import { themeTexts } from '../themes/texts.ts';
import { countedExcerpts, isUnsettled, pairsOf, type ThemeFacts } from '../themes/theme-facts.ts';
import type { Speech } from '../variables.ts';
import { type DraftSection, present } from './draft.ts';

/**
 * What workshops and interviews add to the numbers: whose words were coded, how often each theme was mentioned by whom, how
 * far two coders agreed, and what may be quoted. Empty where nothing is coded to the end.
 */
export function buildThemeSection(facts: ThemeFacts | undefined, speech: Speech): DraftSection {
  const { language } = speech;
  const title = themeTexts(language)('section');
  if (!facts || facts.excerpts.length === 0) return { id: 'themes', title, blocks: [] };
  const excerpts = countedExcerpts(facts);
  const sources = buildThemeSources(excerpts, { language });
  const hasUnsettled = facts.excerpts.some(isUnsettled);
  const blocks = present(
    buildThemeFlow(facts, speech),
    sources,
    buildThemeMentions(excerpts, { hasUnsettled, language }),
    buildThemeFigure(excerpts, speech),
    buildThemeAgreement(pairsOf(facts), speech),
    ...quoteParagraphs(facts.quotes, sources, speech),
  );
  return withThemeSentences({ id: 'themes', title, blocks }, speech);
}
