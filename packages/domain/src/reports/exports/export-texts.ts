import en from '../../text/en/export.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/export.json' with { type: 'json' };
import ru from '../../text/ru/export.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

/** The words of files for other programs in one language. */
export function exportTexts(language: Language): Translate<KeyOf<typeof en>> {
  return translator(CATALOGUES[language] as typeof en, language);
}
