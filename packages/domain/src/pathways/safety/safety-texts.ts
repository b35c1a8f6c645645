import en from '../../text/en/safety.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/safety.json' with { type: 'json' };
import ru from '../../text/ru/safety.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type SafetyTexts = Translate<KeyOf<typeof en>>;

/** Dangers, steps of the protocol, parts of a safety plan, in one language. */
export const safetyTexts = (language: Language): SafetyTexts =>
  translator(CATALOGUES[language] as typeof en, language);
