import en from '../../text/en/safety-sheet.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/safety-sheet.json' with { type: 'json' };
import ru from '../../text/ru/safety-sheet.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

/** The words that only the paper protocol has, in one language. */
export const safetySheetTexts = (language: Language): Translate<KeyOf<typeof en>> =>
  translator(CATALOGUES[language] as typeof en, language);
