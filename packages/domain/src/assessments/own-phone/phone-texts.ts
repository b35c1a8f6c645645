import en from '../../text/en/own-phone.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/own-phone.json' with { type: 'json' };
import ru from '../../text/ru/own-phone.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type PhoneTexts = Translate<KeyOf<typeof en>>;

/** The words of what somebody answers on her own phone, in one language. */
export const phoneTexts = (language: Language): PhoneTexts =>
  translator(CATALOGUES[language] as typeof en, language);
