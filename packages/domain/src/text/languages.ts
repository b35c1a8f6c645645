/** The languages the whole interface speaks. A new one is added here and in the catalogues, nowhere else. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Each language as its own speakers write it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  kk: 'Қазақша',
  ru: 'Русский',
  en: 'English',
};

/** Narrows text from outside (a cookie, an address, a header) to a language we speak. */
export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}

/**
 * The best of our languages for a browser's `Accept-Language` header, or `fallback`.
 * Order of preference is the header's own (`q` values, then position).
 */
export function preferredLanguage(acceptLanguage: string, fallback: Language): Language {
  const wanted = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
      const quality = settings.map((s) => s.trim()).find((s) => s.startsWith('q='));
      return { code: tag.split('-')[0], quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ code }) => code).find(isLanguage) ?? fallback;
}
