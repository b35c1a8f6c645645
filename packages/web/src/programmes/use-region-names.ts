import { regionStandsOn } from '@tirek/domain/programmes';
import { useRead } from '../api/use-read.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

export interface RegionName {
  readonly code: string;
  readonly name: string;
}

/** The regions of today in the reader's language and order, and the name of any region by its code. */
export function useRegionNames(): {
  readonly regions: readonly RegionName[];
  readonly nameOf: (code: string) => string;
  /** The regions that were there on a day. */
  readonly regionsOn: (day: string) => readonly RegionName[];
  /** The first day on which a region was no more; null while it stands. */
  readonly endOf: (code: string) => string | null;
} {
  const { language } = useLanguage();
  const format = useFormat();
  const { data } = useRead('listRegions', {});
  const all = (data?.regions ?? []).map(({ code, name, validFrom, validUntil }) => ({
    ...{ code, validFrom, validUntil },
    name: name[language] ?? name.ru ?? code,
    isOver: validUntil !== null,
  }));
  return {
    regions: format.sorted(
      all.filter(({ isOver }) => !isOver),
      ({ name }) => name,
    ),
    regionsOn: (day) =>
      format.sorted(
        all.filter((region) => regionStandsOn(region, day)),
        ({ name }) => name,
      ),
    endOf: (code) => all.find((region) => region.code === code)?.validUntil ?? null,
    // Until the names are there a code would only flicker.
    nameOf: (code) =>
      data ? (all.find((region) => region.code === code)?.name ?? code) : '\u2026',
  };
}
