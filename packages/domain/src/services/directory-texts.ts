import en from '../text/en/directory.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/directory.json' with { type: 'json' };
import ru from '../text/ru/directory.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type ServiceTexts = Translate<KeyOf<typeof en>>;

/** The words of the directory in one language. */
export const serviceTexts = (language: Language): ServiceTexts =>
  translator(CATALOGUES[language] as typeof en, language);
