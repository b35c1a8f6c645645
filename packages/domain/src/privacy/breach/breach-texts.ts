import en from '../../text/en/breach.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/breach.json' with { type: 'json' };
import ru from '../../text/ru/breach.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type BreachTexts = Translate<KeyOf<typeof en>>;

/** What a notice of a breach says, in one language; pages use the same words. */
export const breachTexts = (language: Language): BreachTexts =>
  translator(CATALOGUES[language] as typeof en, language);
