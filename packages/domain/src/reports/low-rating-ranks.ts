import { clusteredMean, mcnemar, type RankInterval, rankIntervals } from '@tirek/statistics';
import { chosenOptions } from './observations.ts';
import type { ScaleItem } from './scale-items.ts';

/**
 * The place of each item among all by its share of unfavourable answers, with the places it may truly
 * have. Two items are compared on the cases that answered both: exactly by McNemar where each respondent is one
 * case, by the clustered mean of the differences where she has several rows.
 */
export function rankLowRatings(
  items: readonly ScaleItem[],
  shares: readonly number[],
  { roster, level }: { roster: string | null; level: number },
): RankInterval[] {
  const low = items.map(indicatorsOf);
  const respondents = items[0]?.observations.map(({ respondent }) => respondent) ?? [];
  const ps: (number | null)[][] = low.map(() => low.map(() => null));
  for (const [i, one] of low.entries()) {
    for (const [j, other] of low.slice(0, i).entries()) {
      const p = roster === null ? exactP(one, other) : clusteredP(one, other, respondents);
      (ps[i] as (number | null)[])[j] = p;
      (ps[j] as (number | null)[])[i] = p;
    }
  }
  return rankIntervals(shares, ps, level);
}

type Indicators = ReadonlyArray<boolean | null>;

function indicatorsOf({ observations, sideOf }: ScaleItem): Indicators {
  return chosenOptions(observations).map((id) =>
    id === null ? null : sideOf[id] === 'unfavourable',
  );
}

function exactP(one: Indicators, other: Indicators): number | null {
  const counts: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  one.forEach((value, i) => {
    const against = other[i] ?? null;
    if (value !== null && against !== null) counts[value ? 0 : 1][against ? 0 : 1] += 1;
  });
  const test = mcnemar(counts);
  return test.kind === 'estimated' ? test.exactP : null;
}

function clusteredP(
  one: Indicators,
  other: Indicators,
  respondents: readonly number[],
): number | null {
  const differences = one.map((value, i) => {
    const against = other[i] ?? null;
    return value === null || against === null ? null : Number(value) - Number(against);
  });
  const test = clusteredMean(differences, respondents);
  return test.kind === 'estimated' ? test.p : null;
}
