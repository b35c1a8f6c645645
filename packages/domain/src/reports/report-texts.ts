import en from '../text/en/report.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/report.json' with { type: 'json' };
import ru from '../text/ru/report.json' with { type: 'json' };
import { PAGE_CATALOGUES, type PageKey } from './report-page-texts.ts';

const CATALOGUES = { kk, ru, en };

export type ReportTexts = Translate<KeyOf<typeof en> | PageKey>;

/** The report's own words in one language: those of its making and those of its page. */
export function reportTexts(language: Language): ReportTexts {
  const words = { ...PAGE_CATALOGUES[language], ...CATALOGUES[language] };
  return translator(words as typeof en & (typeof PAGE_CATALOGUES)['en'], language);
}
