import en from '../../text/en/themes.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/themes.json' with { type: 'json' };
import ru from '../../text/ru/themes.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type ThemeTexts = Translate<KeyOf<typeof en>>;

/** Names of themes, goals and sources, and what the report says of them. */
export function themeTexts(language: Language): ThemeTexts {
  return translator(CATALOGUES[language] as typeof en, language);
}
