import en from '../../text/en/extract.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/extract.json' with { type: 'json' };
import ru from '../../text/ru/extract.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type ExtractTexts = Translate<KeyOf<typeof en>>;

/** What a list that is taken out says, in one language; pages use the same words. */
export const extractTexts = (language: Language): ExtractTexts =>
  translator(CATALOGUES[language] as typeof en, language);
