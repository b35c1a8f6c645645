import { inCodebookOrder, THEMES, type ThemeId } from './codebook.ts';

/** What one or two people found in an excerpt, each by themselves. */
export type Passes =
  | readonly [readonly ThemeId[]]
  | readonly [readonly ThemeId[], readonly ThemeId[]];

export type Settled = { readonly theme: ThemeId; readonly isGiven: boolean };

/** Themes that one of two coders gave an excerpt and the other did not. */
export function differences([first, second]: Passes): ThemeId[] {
  if (!second) return [];
  return THEMES.filter((theme) => first.includes(theme) !== second.includes(theme));
}

/**
 * The themes that an excerpt has in the end: those of the one coder, or those that both gave and those on which they differed
 * and somebody decided. `open` are the differences that nobody has decided yet: they do not count.
 */
export function finalThemes(
  passes: Passes,
  settled: readonly Settled[],
): { readonly themes: ThemeId[]; readonly open: ThemeId[] } {
  const [first] = passes;
  const differing = differences(passes);
  const decided = new Map(settled.map(({ theme, isGiven }) => [theme, isGiven]));
  return {
    themes: inCodebookOrder([
      ...first.filter((theme) => !differing.includes(theme)),
      ...differing.filter((theme) => decided.get(theme) === true),
    ]),
    open: differing.filter((theme) => !decided.has(theme)),
  };
}
