import { LANGUAGES, type Language } from './languages.ts';
import { SAME_IN_KAZAKH_AND_RUSSIAN } from './same-in-kazakh-and-russian.ts';
import type { Catalogue } from './translator.ts';

export type CatalogueFinding = {
  readonly kind:
    | 'missing-key'
    | 'missing-plural'
    | 'extra-plural'
    | 'placeholders-differ'
    | 'empty'
    | 'kazakh-equals-russian';
  readonly language: Language;
  readonly key: string;
  readonly detail: string;
};

/** The plural categories a text with `count` needs in each language (CLDR, cardinal). */
const PLURALS: Record<Language, readonly string[]> = {
  kk: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
};

const PLURAL_KEY = /^(.+)_(zero|one|two|few|many|other)$/;

type Forms = { plain?: string; plurals: Map<string, string> };

/**
 * Finds what keeps the catalogues of one feature from being equals: a text one language has and
 * another lacks, plural forms too few or too many, placeholders that differ, empty texts, and
 * Kazakh that is Russian left untranslated.
 */
export function checkCatalogues(catalogues: Record<Language, Catalogue>): CatalogueFinding[] {
  const forms = new Map(LANGUAGES.map((l) => [l, formsOf(catalogues[l])] as const));
  const keys = new Set(LANGUAGES.flatMap((l) => [...(forms.get(l)?.keys() ?? [])]));
  const isPlural = (key: string) => LANGUAGES.some((l) => forms.get(l)?.get(key)?.plurals.size);
  return [...keys].flatMap((key) => {
    const placeholders = new Set(
      LANGUAGES.flatMap((l) => textsOf(forms.get(l)?.get(key)).flatMap(placeholdersOf)),
    );
    const perLanguage = LANGUAGES.flatMap((language) =>
      checkKey({
        language,
        key,
        form: forms.get(language)?.get(key),
        plural: isPlural(key),
        placeholders,
      }),
    );
    return [...perLanguage, ...untranslated(key, catalogues)];
  });
}

function checkKey(given: {
  language: Language;
  key: string;
  form: Forms | undefined;
  plural: boolean;
  placeholders: ReadonlySet<string>;
}): CatalogueFinding[] {
  const { language, key, form, plural, placeholders } = given;
  const found: CatalogueFinding[] = [];
  const add = (kind: CatalogueFinding['kind'], detail: string) =>
    found.push({ kind, language, key, detail });
  if (!form) {
    add('missing-key', 'other languages have it');
    return found;
  }
  if (plural) {
    for (const category of PLURALS[language]) {
      if (!form.plurals.has(category)) add('missing-plural', category);
    }
    for (const category of form.plurals.keys()) {
      if (!PLURALS[language].includes(category)) add('extra-plural', category);
    }
  }
  for (const text of textsOf(form)) {
    if (text.trim() === '') add('empty', '');
    const own = new Set(placeholdersOf(text));
    // A form such as "one child" may do without the number itself.
    const absent = [...placeholders].filter((p) => !own.has(p) && !(plural && p === 'count'));
    if (absent.length > 0 && text.trim() !== '') add('placeholders-differ', absent.join(', '));
  }
  return found;
}

function untranslated(key: string, catalogues: Record<Language, Catalogue>): CatalogueFinding[] {
  const kazakh = catalogues.kk[key];
  if (kazakh === undefined || kazakh !== catalogues.ru[key]) return [];
  const words = kazakh.replace(/\{\{\w+\}\}/g, '');
  const isAllowed = !/\p{Script=Cyrillic}/u.test(words) || SAME_IN_KAZAKH_AND_RUSSIAN.has(kazakh);
  return isAllowed ? [] : [{ kind: 'kazakh-equals-russian', language: 'kk', key, detail: kazakh }];
}

function formsOf(catalogue: Catalogue): Map<string, Forms> {
  const forms = new Map<string, Forms>();
  for (const [key, text] of Object.entries(catalogue)) {
    const [, base, category] = PLURAL_KEY.exec(key) ?? [];
    const name = base ?? key;
    const form = forms.get(name) ?? { plurals: new Map<string, string>() };
    if (category) form.plurals.set(category, text);
    else form.plain = text;
    forms.set(name, form);
  }
  return forms;
}

function textsOf(form: Forms | undefined): string[] {
  if (!form) return [];
  return [...(form.plain === undefined ? [] : [form.plain]), ...form.plurals.values()];
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
}
