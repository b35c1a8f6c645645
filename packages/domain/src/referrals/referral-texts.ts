import en from '../text/en/referrals.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/referrals.json' with { type: 'json' };
import ru from '../text/ru/referrals.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type ReferralTexts = Translate<KeyOf<typeof en>>;

/** Items, states and reasons of referrals, and the letter, in one language. */
export const referralTexts = (language: Language): ReferralTexts =>
  translator(CATALOGUES[language] as typeof en, language);
