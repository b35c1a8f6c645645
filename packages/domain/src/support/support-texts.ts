import en from '../text/en/support.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/support.json' with { type: 'json' };
import ru from '../text/ru/support.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type SupportTexts = Translate<KeyOf<typeof en>>;

/** Kinds of help, methods, who gives it, how it ends, in one language. */
export const supportTexts = (language: Language): SupportTexts =>
  translator(CATALOGUES[language] as typeof en, language);
