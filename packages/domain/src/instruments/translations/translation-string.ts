import type { Language } from '../../text/languages.ts';
import type { FormPackage } from '../form-package.ts';
import { listStrings } from '../package-strings.ts';
import type { Wording } from '../translated.ts';

/** One text of a questionnaire that is to be said in another language. */
export type TranslationString = {
  /** Stays the same when questions are moved: made of linkIds and ids of options, never of places. */
  id: string;
  /** Where it stands in this package. */
  place: string;
  source: string;
  sourceLanguage: Language;
  /** Tells whether the source is still the one that was translated. */
  sourceHash: string;
  /** The wording that comes with the program, if any. */
  shipped: Wording | null;
};

/** Which language is translated from, in order: the published English, else Russian, else Kazakh. */
const SOURCES: readonly Language[] = ['en', 'ru', 'kk'];

/**
 * The texts that a respondent reads, with what they are translated from. None of an instrument whose words a site buys: those
 * are translated by its owner and never lie here.
 */
export function translationStrings(pkg: FormPackage, language: Language): TranslationString[] {
  if (pkg.licence.text === 'bring-your-own') return [];
  return listStrings(pkg)
    .filter(({ reader }) => reader === 'respondent')
    .flatMap(({ place, text }) => {
      const from = SOURCES.find((one) => one !== language && text[one]);
      if (!from) return [];
      const source = text[from]!.text;
      return [
        {
          id: stringId(pkg, place),
          place,
          source,
          sourceLanguage: from,
          sourceHash: hashOf(`${from}:${source}`),
          shipped: text[language] ?? null,
        },
      ];
    });
}

/** `items[3].items[0].text` as `who5_1.text`; `optionLists.times[2].text` as `optionLists.times.5.text`. */
function stringId(pkg: FormPackage, place: string): string {
  const steps = [...place.matchAll(/[^.[\]]+/g)].map(([step]) => step);
  let at: unknown = pkg;
  let names: string[] = [];
  for (const step of steps) {
    at = (at as Record<string, unknown>)[step];
    const own = at as { linkId?: unknown; id?: unknown } | null;
    if (typeof own?.linkId === 'string') names = [own.linkId];
    else if (typeof own?.id === 'string') names.push(own.id);
    else if (!/^\d+$/.test(step) && step !== 'items') names.push(step);
  }
  return names.join('.');
}

/** FNV-1a of the text, 64 bits, in hexadecimal: it finds a changed text, and keeps no secret. */
export function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) {
    hash ^= BigInt(character.codePointAt(0)!);
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, '0');
}
