import en from '../../text/en/circumstances.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/circumstances.json' with { type: 'json' };
import ru from '../../text/ru/circumstances.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type CircumstanceTexts = Translate<KeyOf<typeof en>>;

/** The words of how somebody lives, in one language. */
export const circumstanceTexts = (language: Language): CircumstanceTexts =>
  translator(CATALOGUES[language] as typeof en, language);
