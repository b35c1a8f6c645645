import en from '../../text/en/pupils.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/pupils.json' with { type: 'json' };
import ru from '../../text/ru/pupils.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type PupilTexts = Translate<KeyOf<typeof en>>;

/** What helps in class and whom to call first, in one language. */
export const pupilTexts = (language: Language): PupilTexts =>
  translator(CATALOGUES[language] as typeof en, language);
