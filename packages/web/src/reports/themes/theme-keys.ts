import { THEMES, type ThemeId } from '@tirek/domain/reports/themes';

/**
 * A key for each theme of the codebook, by its place on the keyboard and not by its letter: a Kazakh, a Russian and an English
 * layout have the same places. The sign is what an English keyboard prints there.
 */
const PLACES = [
  ...'1234567890'.split('').map((sign) => [`Digit${sign}`, sign] as const),
  ...'QWERTYUIOPASDFGHJKL'.split('').map((sign) => [`Key${sign}`, sign] as const),
];

export const keySign = (theme: ThemeId): string => PLACES[THEMES.indexOf(theme)]?.[1] ?? '';

/** The theme whose key this is, or null. */
export function themeOfKey(code: string): ThemeId | null {
  const place = PLACES.findIndex(([known]) => known === code);
  return THEMES[place] ?? null;
}
