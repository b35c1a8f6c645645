import en from '../text/en/cases.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/cases.json' with { type: 'json' };
import ru from '../text/ru/cases.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type CaseTexts = Translate<KeyOf<typeof en>>;

export function caseTexts(language: Language): CaseTexts {
  return translator(CATALOGUES[language] as typeof en, language);
}
