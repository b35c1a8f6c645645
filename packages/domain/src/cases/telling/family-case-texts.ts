import en from '../../text/en/family-case.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/family-case.json' with { type: 'json' };
import ru from '../../text/ru/family-case.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type FamilyCaseTexts = Translate<KeyOf<typeof en>>;

/** What is said of a family's case, in one language. */
export const familyCaseTexts = (language: Language): FamilyCaseTexts =>
  translator(CATALOGUES[language] as typeof en, language);
