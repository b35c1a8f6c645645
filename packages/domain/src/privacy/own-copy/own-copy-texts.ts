import en from '../../text/en/own-copy.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/own-copy.json' with { type: 'json' };
import ru from '../../text/ru/own-copy.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type OwnCopyTexts = Translate<KeyOf<typeof en>>;

/** What a person's own copy says, in one language. */
export const ownCopyTexts = (language: Language): OwnCopyTexts =>
  translator(CATALOGUES[language] as typeof en, language);
