import en from '../text/en/report.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/report.json' with { type: 'json' };
import ru from '../text/ru/report.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type ReportTexts = Translate<KeyOf<typeof en>>;

/** The report's own words in one language. */
export function reportTexts(language: Language): ReportTexts {
  return translator(CATALOGUES[language] as typeof en, language);
}
