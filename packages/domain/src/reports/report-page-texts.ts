import en from '../text/en/report-page.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/report-page.json' with { type: 'json' };
import ru from '../text/ru/report-page.json' with { type: 'json' };

/**
 * The few words that a finished report does not bring along. Apart from the words it is made with, so that
 * a browser that only shows a report does not load those.
 */
export const PAGE_CATALOGUES = { kk, ru, en };

export type PageKey = KeyOf<typeof en>;
export type PageTexts = Translate<PageKey>;

export function pageTexts(language: Language): PageTexts {
  return translator(PAGE_CATALOGUES[language] as typeof en, language);
}
