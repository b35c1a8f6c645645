import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../text/languages.ts';
import type { Translated } from '../../translated.ts';
import type { RefusalList } from '../refusal.ts';
import { type SheetTable, type Statuses, statusKey, type TableRow } from './sheet-table.ts';

const ENGLISH_NAMES: Record<Language, string> = { kk: 'kazakh', ru: 'russian', en: 'english' };

/** `Қазақша (kk)`, `kk`, `Kazakh`: the language meant, or null where it is none of ours. */
export function languageOf(written: string): Language | null {
  const code =
    /\(([a-z]{2})(?:-[A-Za-z]+)?\)\s*$/.exec(written)?.[1] ?? written.trim().toLowerCase();
  if (isLanguage(code)) return code;
  return (
    LANGUAGES.find(
      (language) =>
        ENGLISH_NAMES[language] === code || LANGUAGE_NAMES[language].toLowerCase() === code,
    ) ?? null
  );
}

export type TextReading = { list: RefusalList; base: Language | null; statuses: Statuses };

/**
 * A text of one row in all its languages: `label::Қазақша (kk)`, or `label` alone in the default language of the settings. A
 * wording whose text is not in our record, or was changed, is a draft.
 */
export function textIn(
  table: SheetTable,
  row: TableRow,
  { list, base, statuses, text, name }: TextReading & { text: string; name: string },
): Translated | undefined {
  const found: Translated = {};
  for (const column of table.columns) {
    const words = row.cells.get(column) ?? '';
    const [of, language] = column.split('::');
    if (of !== text || words === '') continue;
    const place = table.placeOf(row, column);
    const spoken = language === undefined ? base : languageOf(language);
    if (language === undefined && base === null)
      list.refuse('word-missing', place, 'settings: default_language');
    else if (spoken === null) list.refuse('language-not-held', place, language);
    else {
      const key = statusKey({ sheet: table.name, name, text }, spoken);
      found[spoken] = { text: words, status: statuses.get(key) ?? 'draft' };
    }
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
