import { isLanguage, type Language } from '../../../text/languages.ts';
import { type Translated, TranslationStatus, type Wording } from '../../translated.ts';
import type { ExchangePlace, RefusalList } from '../refusal.ts';
import { FHIR, OWN_NAMES } from './names.ts';
import type { Extended, Extension } from './resource.ts';

/** A text with its translations as two neighbours of FHIR JSON: the primitive and its extensions. */
export type FhirString = { value: string; extended: Extended };

/**
 * The text in `base`, or in the first language there is, with the others as translations. Beside them stands how far each
 * wording has come, so that nobody takes a draft for a translation.
 */
export function writeString(text: Translated, base: Language): FhirString | null {
  const all = Object.entries(text) as [Language, Wording][];
  const first = all.find(([language]) => language === base) ?? all[0];
  if (!first) return null;
  const translations = all
    .filter(([language]) => language !== first[0])
    .map(
      ([language, wording]): Extension => ({
        url: FHIR.translation,
        extension: [
          { url: 'lang', valueCode: language },
          { url: 'content', valueString: wording.text },
        ],
      }),
    );
  const statuses = all.map(
    ([language, { status }]): Extension => ({
      url: OWN_NAMES.wording,
      extension: [
        { url: 'lang', valueCode: language },
        { url: 'status', valueCode: status },
      ],
    }),
  );
  return { value: first[1].text, extended: { extension: [...translations, ...statuses] } };
}

/** `{ text, _text }`, or nothing where there is no text. */
export function stringFields<Name extends string>(
  name: Name,
  text: Translated | undefined,
  base: Language,
): { [Key in Name | `_${Name}`]?: never } {
  const written = text && writeString(text, base);
  return (written ? { [name]: written.value, [`_${name}`]: written.extended } : {}) as never;
}

/** An extension whose value is a text with translations. */
export function textExtension(
  url: string,
  text: Translated | undefined,
  base: Language,
): Extension[] {
  const written = text && writeString(text, base);
  return written ? [{ url, valueString: written.value, _valueString: written.extended }] : [];
}

type Reading = { list: RefusalList; place: ExchangePlace; base: Language };

/**
 * A text as the package holds it. Without our record of how far a wording has come, it is a draft: nobody here has looked at
 * it. The primitive is in the language that has a status and no translation, else in that of the resource.
 */
export function readString(
  value: string | undefined,
  extended: Extended | undefined,
  { list, place, base }: Reading,
): Translated | undefined {
  if (value === undefined) return undefined;
  const text = new Map<Language, string>();
  const statuses = new Map<Language, TranslationStatus>();
  for (const extension of extended?.extension ?? []) {
    const parts = new Map((extension.extension ?? []).map((part) => [part.url, part]));
    const lang = parts.get('lang')?.valueCode?.split('-')[0];
    if (extension.url !== FHIR.translation && extension.url !== OWN_NAMES.wording) {
      list.refuse('extension-not-held', place, extension.url);
    } else if (!isLanguage(lang)) {
      list.refuse('language-not-held', place, lang ?? '');
    } else if (extension.url === FHIR.translation) {
      const content = parts.get('content');
      const words = content?.valueString ?? content?.valueMarkdown;
      if (words === undefined) list.refuse('value-not-held', place, extension);
      else text.set(lang, words);
    } else {
      const status = TranslationStatus.safeParse(parts.get('status')?.valueCode);
      if (status.success) statuses.set(lang, status.data);
      else list.refuse('value-not-held', place, extension);
    }
  }
  const own = [...statuses.keys()].find((language) => !text.has(language)) ?? base;
  text.set(own, value);
  return Object.fromEntries(
    [...text].map(([language, words]) => [
      language,
      { text: words, status: statuses.get(language) ?? 'draft' },
    ]),
  );
}
