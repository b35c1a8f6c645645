import { formatNumber } from './format/number.ts';
import type { Language } from './languages.ts';

/** A catalogue of one feature in one language: flat keys, `{{name}}` placeholders, plural suffixes. */
export type Catalogue = Readonly<Record<string, string>>;

/** Plural suffixes of i18next v4; which of them a language needs is decided by `Intl.PluralRules`. */
export type PluralSuffix = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralSuffix}` ? Base : Key;

/** The keys one may ask a catalogue for: `family.children_one`, `_few`, … are asked for as `family.children`. */
export type KeyOf<C extends Catalogue> = WithoutPlural<keyof C & string>;

export type Params = Readonly<Record<string, string | number>>;

export type Translate<Key extends string = string> = (key: Key, params?: Params) => string;

/**
 * Gives the function that finds texts in one catalogue.
 *
 * A number among `params` is written in the language's own number format; the param `count`
 * (a number) also chooses the plural form. A key that the catalogue lacks is answered with the key
 * itself: the catalogue test keeps that from ever being seen.
 */
export function translator<C extends Catalogue>(
  catalogue: C,
  language: Language,
): Translate<KeyOf<C>> {
  const plurals = new Intl.PluralRules(language);
  return (key, params = {}) => {
    const { count } = params;
    const text =
      (typeof count === 'number' &&
        (catalogue[`${key}_${plurals.select(count)}`] ?? catalogue[`${key}_other`])) ||
      (catalogue[key] ?? key);
    return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
      const value = params[name];
      return typeof value === 'number' ? formatNumber(value, language) : (value ?? placeholder);
    });
  };
}
