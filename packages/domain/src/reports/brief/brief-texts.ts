import en from '../../text/en/brief.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/brief.json' with { type: 'json' };
import ru from '../../text/ru/brief.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type BriefTexts = Translate<KeyOf<typeof en>>;

export function briefTexts(language: Language): BriefTexts {
  return translator(CATALOGUES[language] as typeof en, language);
}
