import type { Region } from '../../programmes/index.ts';

/** Words that only say what kind of place it is. */
const KIND =
  /(^|\s)(область|обл|облысы|облыс|region|oblast|город|г|қаласы|қала|қ|city|of)(?=\s|$)/gu;
const CITY = /(^|\s)(город|г|қаласы|қала|қ|city)(\s|$)/u;
const REGION = /(^|\s)(область|обл|облысы|облыс|region|oblast)(\s|$)/u;

/** Reads where somebody lives today. */
export const readRegion = (regions: readonly Region[]) =>
  regionReader(regions.filter(({ validUntil }) => validUntil === null));

/**
 * Reads one of some regions of one time: a code, or the name in any of its languages, with or without the word for
 * region. Where a city and a region bear one name, a bare name means the city. @returns undefined for what is neither.
 */
export function regionReader(
  regions: readonly Region[],
): (text: string) => string | null | undefined {
  const codes = new Map(regions.map(({ code }) => [code.toLowerCase(), code]));
  const names = new Map<string, string>();
  const stems = new Map<string, { code: string; isCity: boolean }[]>();
  for (const { code, name } of regions) {
    const isCity = Object.values(name).some((each) => CITY.test(plain(each)));
    for (const each of Object.values(name)) {
      // English calls the city by the bare name.
      if (!(isCity && !CITY.test(plain(each)))) names.set(plain(each), code);
      const stem = stemOf(each);
      const known = stems.get(stem) ?? [];
      if (!known.some((other) => other.code === code))
        stems.set(stem, [...known, { code, isCity }]);
    }
  }
  return (text) => {
    const asked = plain(text);
    if (asked === '' || /^[-—]+$/u.test(asked)) return null;
    const exact = codes.get(asked.replace(/\s/gu, '-')) ?? names.get(asked);
    if (exact) return exact;
    const found = stems.get(stemOf(text)) ?? [];
    const wanted = REGION.test(asked)
      ? found.filter(({ isCity }) => !isCity)
      : CITY.test(asked)
        ? found.filter(({ isCity }) => isCity)
        : found;
    const [only] = wanted.length > 1 ? wanted.filter(({ isCity }) => isCity) : wanted;
    return only?.code;
  };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const stemOf = (text: string): string =>
  plain(text).replace(KIND, ' ').replace(KIND, ' ').replace(/\s+/gu, ' ').trim();
