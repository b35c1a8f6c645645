import {
  crossTable,
  describe,
  differenceOfProportions,
  frequencyTable,
  meanInterval,
  multiResponse,
  numberFrequencies,
  oddsRatio,
  proportionInterval,
  quantile,
  riskRatio,
  type ShapeType,
  shape,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import counts from '../expected/counts.json' with { type: 'json' };
import described from '../expected/describe.json' with { type: 'json' };
import proportions from '../expected/proportion.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';
import { NIST_UNIVARIATE } from '../nist-univariate.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });

type Described = {
  values: (number | null)[];
  expected: object;
  intervals: Record<string, number[]> | null;
  shapes: { type: number }[] | null;
  quantiles: { p: number; expected: number }[];
};
const DATA = described as Record<string, Described>;

export const DESCRIBE: readonly Comparison[] = [
  // Skewness and kurtosis may be 0: measured against a thousandth.
  comparison(about('describe', 'base R, e1071, psych'), DATA, ({ values, expected }) =>
    Math.max(
      largestError(describe(values), expected, 1e-3),
      largestError(describe(Float64Array.from(values, (v) => v ?? Number.NaN)), expected, 1e-3),
    ),
  ),
  ...NIST_UNIVARIATE.map(({ name, values, tolerance, ...certified }) =>
    comparison(
      { name: 'describe', against: `NIST StRD ${name}`, tolerance },
      { [name]: certified },
      (expected) => largestError(describe(values), expected),
    ),
  ),
  comparison(about('shape', 'e1071, types 1 to 3'), DATA, ({ values, shapes }) =>
    Math.max(
      0,
      ...(shapes ?? []).map((expected) =>
        largestError(shape(values, expected.type as ShapeType), expected, 1e-3),
      ),
    ),
  ),
  comparison(about('quantile', 'stats::quantile type 7'), DATA, ({ values, quantiles }) => {
    const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
    return largestError(
      quantiles.map(({ p }) => quantile(sorted, p)),
      quantiles.map(({ expected }) => expected),
    );
  }),
  comparison(about('meanInterval', 'stats::qt'), DATA, ({ values, intervals }) =>
    Math.max(
      0,
      ...Object.entries(intervals ?? {}).map(([level, [low, high]]) =>
        largestError(meanInterval(values, Number(level)), { low, high }),
      ),
    ),
  ),
  comparison(
    about('frequencyTable', 'base::table'),
    counts.frequency as unknown as Record<string, FrequencyReference>,
    ({ values, categories, expected }) =>
      largestError(frequencyTable(values, categories), expected),
  ),
  comparison(
    about('multiResponse', 'base::table'),
    counts.multiResponse as unknown as Record<string, MultiReference>,
    ({ choices, options, expected }) => largestError(multiResponse(choices, options), expected),
  ),
  comparison(
    about('numberFrequencies', 'base::table'),
    counts.numbers as unknown as Record<string, { values: (number | null)[]; expected: object }>,
    ({ values, expected }) => largestError(numberFrequencies(values), expected),
  ),
  comparison(
    about('crossTable', 'base::table, prop.table'),
    counts.crossTable as unknown as Record<string, CrossReference>,
    crossTableError,
  ),
  comparison(
    about('proportionInterval', 'prop.test, binom.test, formulas'),
    proportions.one,
    ({ count, n, level, ...expected }) => {
      const at = (method: Parameters<typeof proportionInterval>[0]['method']) => {
        const interval = proportionInterval({ count, n, level, ...(method && { method }) });
        return interval.kind === 'estimated' ? [interval.low, interval.high] : null;
      };
      return Math.max(
        // prop.test leaves rounding dust where the bound is exactly 0.
        largestError(at('wilson'), expected.wilson, 1e-5),
        largestError(at('clopper-pearson'), expected.clopperPearson),
        largestError(at('agresti-coull'), expected.agrestiCoull),
        largestError(at('wald'), expected.wald),
      );
    },
  ),
  comparison(
    about('differenceOfProportions', 'stats::prop.test, Newcombe 1998'),
    proportions.two,
    ({ first, second, level, wald, newcombe, test }) => {
      const groups = { first, second, level };
      return Math.max(
        largestError(differenceOfProportions({ ...groups, method: 'wald' }), wald, 1e-3),
        largestError(differenceOfProportions(groups), { ...newcombe, ...test }, 1e-3),
      );
    },
  ),
  comparison(
    about('riskRatio', 'epitools::riskratio.wald'),
    proportions.two.filter((pair) => pair.riskRatio),
    ({ riskRatio: expected, ...groups }) => largestError(boundsOf(riskRatio(groups)), expected),
  ),
  comparison(
    about('oddsRatio', 'epitools::oddsratio.wald'),
    proportions.two.filter((pair) => pair.oddsRatio),
    ({ oddsRatio: expected, ...groups }) => largestError(boundsOf(oddsRatio(groups)), expected),
  ),
  comparison(
    about('oddsRatio', 'formula with one half added'),
    proportions.two,
    ({ halfAdded, ...groups }) =>
      largestError(boundsOf(oddsRatio({ ...groups, correction: 'haldane-anscombe' })), halfAdded),
  ),
];

function boundsOf(ratio: ReturnType<typeof riskRatio> | ReturnType<typeof oddsRatio>) {
  return ratio.kind === 'estimated' ? [ratio.ratio, ratio.low, ratio.high] : null;
}

type FrequencyReference = {
  values: (string | number | null)[];
  categories: (string | number)[];
  expected: object;
};
type MultiReference = {
  choices: ((string | number)[] | null)[];
  options: (string | number)[];
  expected: object;
};

type CrossReference = {
  rows: (string | null)[];
  columns: (string | number | null)[];
  rowCodes: string[];
  columnCodes: (string | number)[];
  counts: number[][];
  rowPercent: (number | null)[][];
  columnPercent: (number | null)[][];
  totalPercent: (number | null)[][];
};

function crossTableError({ rows, columns, rowCodes, columnCodes, ...expected }: CrossReference) {
  const table = crossTable({ rows, columns }, { rows: rowCodes, columns: columnCodes });
  const pick = (part: 'count' | 'rowPercent' | 'columnPercent' | 'totalPercent') =>
    table.cells.map((line) => line.map((cell) => cell[part]));
  const actual = {
    ...table,
    counts: pick('count'),
    rowPercent: pick('rowPercent'),
    columnPercent: pick('columnPercent'),
    totalPercent: pick('totalPercent'),
  };
  return largestError(actual, expected);
}
