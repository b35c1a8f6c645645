import {
  basesBehind,
  type Grim,
  grimMean,
  grimmer,
  grimPercentage,
  type Printed,
  type PrintedP,
  type PrintedTest,
  type Rounding,
  recomputeP,
  sumOfParts,
  unroundedRange,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/consistency.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });

type GrimReference = {
  n: number;
  items?: number;
  decimals: number;
  roundings: Rounding[];
  digits: number[];
};
type SpreadReference = {
  n: number;
  items: number;
  meanDecimals: number;
  sdDecimals: number;
  divisor: 'n-1' | 'n';
  answers: { minimum: number; maximum: number } | null;
  most: number | null;
  possible: { mean: number; standardDeviations: number[] }[];
};
type BaseReference = {
  digits: number[];
  decimals: number;
  roundings: Rounding[];
  parts: 'any' | 'all-of-the-base';
  bases: number[];
};

const MEANS = reference.means as GrimReference[];
const PERCENTAGES = reference.percentages as GrimReference[];
const BASES = reference.bases as BaseReference[];
const SPREADS = reference.deviations as SpreadReference[];
const RECOMPUTED = reference.recomputed as unknown as {
  test: PrintedTest;
  printed: PrintedP;
  expected: object;
}[];

const printed = (digits: number, decimals: number): Printed => ({
  value: digits / 10 ** decimals,
  decimals,
});

/** The digits up to `last` that are possible. */
function possibleDigits(last: number, isPossible: (digits: number) => boolean): number[] {
  return Array.from({ length: last + 1 }, (_, digits) => digits).filter(isPossible);
}

/** Among all numbers of so many decimals from 0 to a fifth past `top`. */
function grimError(
  { decimals, digits }: GrimReference,
  top: number,
  grimOf: (value: Printed) => Grim,
) {
  const last = Math.ceil(top * 1.2 * 10 ** decimals);
  const isPossible = (one: number) => grimOf(printed(one, decimals)).isPossible;
  return largestError(possibleDigits(last, isPossible), digits);
}

export const CONSISTENCY: readonly Comparison[] = [
  comparison(about('grimMean', 'every sum of answers, rounded'), MEANS, (d) =>
    grimError(d, 4, (mean) =>
      grimMean(mean, { ...d, answers: { minimum: 0, maximum: 4 } } as Parameters<
        typeof grimMean
      >[1]),
    ),
  ),
  comparison(about('grimPercentage', 'every count, rounded'), PERCENTAGES, (d) =>
    grimError(d, 100, (percentage) => grimPercentage(percentage, d)),
  ),
  comparison(about('basesBehind', 'all counts of all bases to 400'), BASES, (d) => {
    const percentages = d.digits.map((digits) => printed(digits, d.decimals));
    const bases = basesBehind(percentages, { ...d, to: 400 });
    return largestError(
      bases.map(({ n }) => n),
      d.bases,
    );
  }),
  comparison(about('grimmer', 'every set of answers, rounded'), SPREADS, (d) => {
    const { n, items, divisor } = d;
    const errors = d.possible.map(({ mean, standardDeviations }) => {
      const last = d.most ?? (standardDeviations.at(-1) as number) + 30;
      const found = possibleDigits(
        last,
        (digits) =>
          grimmer(
            {
              mean: printed(mean, d.meanDecimals),
              standardDeviation: printed(digits, d.sdDecimals),
            },
            { n, items, divisor, ...(d.answers && { answers: d.answers }) },
          ).isPossible,
      );
      return largestError(found, standardDeviations);
    });
    return Math.max(...errors);
  }),
  comparison(about('recomputeP', 'stats::pt, pf, pchisq, pnorm on a grid'), RECOMPUTED, (d) =>
    largestError(recomputeP(d.test, d.printed), d.expected),
  ),
  comparison(about('sumOfParts', 'every sum of unrounded parts'), reference.sums, (d) => {
    const one = (digits: number) =>
      d.isExact ? digits / 10 ** d.decimals : printed(digits, d.decimals);
    return largestError(sumOfParts(d.parts.map(one), one(d.total)), d.expected);
  }),
  comparison(about('unroundedRange', 'every sum of unrounded parts'), reference.sums, (d) => {
    const { low, high } = d.expected.range;
    const ranges = d.parts.map((digits) => unroundedRange(printed(digits, d.decimals)));
    const widths = ranges.reduce((sum, range) => sum + range.high - range.low, 0);
    return d.isExact ? 0 : largestError(widths, high - low);
  }),
];
