import en from '../../text/en/school.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/school.json' with { type: 'json' };
import ru from '../../text/ru/school.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type SchoolTexts = Translate<KeyOf<typeof en>>;

/** The words of the school's own record, in one language. */
export const schoolTexts = (language: Language): SchoolTexts =>
  translator(CATALOGUES[language] as typeof en, language);
