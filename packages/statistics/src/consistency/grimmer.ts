import { type AnswerRange, grimMean, requireAnswers } from './grim.ts';
import { exactRange, NEAREST, type Printed, type Rounding } from './printed.ts';
import { answersWith, type Squares } from './sums-of-squares.ts';
import { requireCount } from './whole-numbers.ts';

/** Whether whole answers can give a printed mean together with its standard deviation. */
export type Grimmer = {
  readonly isPossible: boolean;
  /**
   * What fails, for the sum of answers that comes furthest; `null` when nothing does.
   * - `mean`: no sum of answers gives the mean
   * - `squares`: no whole sum of squares gives the standard deviation
   * - `parity`: one does, but is odd where the sum of answers is even, or the reverse
   * - `answers`: no answers have that sum and that sum of squares
   */
  readonly fails: 'mean' | 'squares' | 'parity' | 'answers' | null;
};

type Spread = {
  lowSquare: bigint;
  highSquare: bigint;
  includesLow: boolean;
  includesHigh: boolean;
};

const ORDER = ['mean', 'squares', 'parity', 'answers'] as const;

/**
 * GRIMMER: can n whole answers have this mean and this standard deviation?
 *
 * After J. Anaya (PeerJ Preprints 4:e2400v1, 2016) and the analytic form of A. Allard (2018), in exact
 * arithmetic and one step further: the sum of squares must also be one that some answers have. An impossible
 * verdict is always right. A possible one is too, but for thousands of cases with `answers` and for three
 * cases with values of many thousands, where it may be too kind.
 * @param n cases, two at least
 * @param items answers behind each case's value, when that is itself a mean of so many items
 * @param answers of one item, when known
 * @param divisor of the variance: `n-1` unless told otherwise
 * @throws RangeError as `grimMean`, and when the standard deviation is below 0
 */
export function grimmer(
  printed: { mean: Printed; standardDeviation: Printed },
  given: {
    n: number;
    items?: number;
    answers?: AnswerRange;
    divisor?: 'n-1' | 'n';
    roundings?: readonly Rounding[];
  },
): Grimmer {
  const { n, items = 1, answers, divisor = 'n-1', roundings = NEAREST } = given;
  requireCount(n, 'cases');
  if (n < 2) throw new RangeError('a standard deviation needs two cases');
  if (answers) requireAnswers(answers);
  if (!(printed.standardDeviation.value >= 0)) {
    throw new RangeError(`not a standard deviation: ${printed.standardDeviation.value}`);
  }
  const { explainedBy } = grimMean(printed.mean, { ...given, roundings });
  if (!explainedBy) return { isPossible: false, fails: 'mean' };
  const spread = spreadOf(printed.standardDeviation, { items, roundings });
  const perCase = answers && {
    minimum: answers.minimum * items,
    maximum: answers.maximum * items,
  };
  const df = BigInt(divisor === 'n' ? n : n - 1);
  let furthest: (typeof ORDER)[number] = 'squares';
  for (let sum = explainedBy.from; sum <= explainedBy.to; sum += 1) {
    const squares = squaresFor({ sum: BigInt(sum), n: BigInt(n), df, ...spread });
    const fails = squares
      ? answersWith(squares, { n, sum, ...(perCase && { perCase }) })
      : 'squares';
    if (fails === null) return { isPossible: true, fails };
    if (ORDER.indexOf(fails) > ORDER.indexOf(furthest)) furthest = fails;
  }
  return { isPossible: false, fails: furthest };
}

/** The squared standard deviation of a case's sum of items, as a fraction with `scaleSquare` below. */
function spreadOf(
  standardDeviation: Printed,
  { items, roundings }: { items: number; roundings: readonly Rounding[] },
): Spread & { scaleSquare: bigint } {
  const { low, high, scale, includesLow, includesHigh } = exactRange(standardDeviation, roundings);
  const square = (value: number) => (BigInt(value) * BigInt(items)) ** 2n;
  return {
    lowSquare: square(Math.max(0, low)),
    highSquare: square(high),
    scaleSquare: BigInt(scale) ** 2n,
    includesLow: includesLow || low < 0,
    includesHigh,
  };
}

/** Sums of squares S with (S - sum^2 / n) / df within the spread. */
function squaresFor(
  given: Spread & { scaleSquare: bigint; sum: bigint; n: bigint; df: bigint },
): Squares | null {
  const { sum, n, df, scaleSquare } = given;
  const divisor = n * scaleSquare;
  const centre = sum * sum * scaleSquare;
  const [low, high] = [centre + n * df * given.lowSquare, centre + n * df * given.highSquare];
  // Nothing here is negative, so that the quotient of big integers is the floor.
  const from = low / divisor + (low % divisor === 0n && given.includesLow ? 0n : 1n);
  const to = high / divisor - (high % divisor === 0n && !given.includesHigh ? 1n : 0n);
  return from <= to ? { from, to } : null;
}
