/** Whole sums of squares, both ends included. */
export type Squares = { readonly from: bigint; readonly to: bigint };

type Cases = {
  readonly n: number;
  readonly sum: number;
  /** What one case's value may be, when known. */
  readonly perCase?: { readonly minimum: number; readonly maximum: number };
};

/** Steps of the search over bounded values that are worth a tenth of a second. */
const WORTHWHILE = 200_000;

/**
 * Whether n whole values can have a given sum and a sum of squares within `squares`; else why not.
 *
 * A square is odd when its root is, so both sums have the same parity. Values are moved first so that they
 * lie around zero, which changes neither question.
 */
export function answersWith(squares: Squares, cases: Cases): 'parity' | 'answers' | null {
  const { n, perCase } = cases;
  const shift = BigInt(perCase ? perCase.minimum : Math.floor(cases.sum / n));
  const sum = BigInt(cases.sum) - BigInt(n) * shift;
  const moved = (square: bigint) =>
    square - 2n * shift * BigInt(cases.sum) + BigInt(n) * shift ** 2n;
  const [from, to] = [moved(squares.from), moved(squares.to)];
  const first = from + ((from - sum) % 2n === 0n ? 0n : 1n);
  if (first > to) return 'parity';
  const isFound = perCase
    ? boundedHave({ n, sum: Number(sum), most: perCase.maximum - perCase.minimum }, first, to)
    : unboundedHave(n, sum, { from: first, to });
  return isFound ? null : 'answers';
}

/** Values of 0 to `most`. */
function boundedHave(
  { n, sum, most }: { n: number; sum: number; most: number },
  from: bigint,
  to: bigint,
): boolean {
  // As even as can be, and as uneven.
  const [low, rest] = [Math.floor(sum / n), sum % n];
  const [full, left] = [Math.floor(sum / most), sum % most];
  if (to < BigInt(n * low * low + rest * (2 * low + 1))) return false;
  if (from > BigInt(full * most * most + left * left)) return false;
  const isWorthwhile = n * sum * (most + 1) <= WORTHWHILE;
  return !isWorthwhile || (reachable({ n, sum, most }) & bits(from, to)) !== 0n;
}

/** The sums of squares of n values from 0 to `most` that add up to `sum`: one bit for each. */
function reachable({ n, sum, most }: { n: number; sum: number; most: number }): bigint {
  let bySum: bigint[] = [1n];
  for (let cases = 1; cases <= n; cases += 1) {
    const next: bigint[] = [];
    for (let total = 0; total <= Math.min(sum, cases * most); total += 1) {
      let found = 0n;
      for (let value = 0; value <= Math.min(most, total); value += 1) {
        found |= (bySum[total - value] ?? 0n) << BigInt(value * value);
      }
      next.push(found);
    }
    bySum = next;
  }
  return bySum[sum] ?? 0n;
}

function bits(from: bigint, to: bigint): bigint {
  const start = from < 0n ? 0n : from;
  return to < start ? 0n : ((1n << (to - start + 1n)) - 1n) << start;
}

/**
 * Any whole values. With five and more every sum of squares of the right parity from the most even spread
 * upwards occurs: one value can be chosen so that four remain whose sum is odd, and these always exist by
 * the theorem on three squares (C. F. Gauss, Disquisitiones Arithmeticae, 291). With fewer, number theory
 * decides.
 */
function unboundedHave(n: number, sum: bigint, { from, to }: Squares): boolean {
  // After the move the sum is 0 to n - 1: the most even spread is that many ones.
  if (n >= 5) return to >= sum;
  const spread = (squares: bigint) => BigInt(n) * squares - sum * sum;
  if (n === 2) return hasDifference(spread(from), spread(to), sum);
  for (let squares = from; squares <= to; squares += 2n) {
    if (spread(squares) < 0n) continue;
    const isFound =
      n === 3
        ? isOfHexagonalForm(spread(squares) / 2n)
        : sum % 2n !== 0n || isThreeSquares(squares - (sum / 2n) ** 2n);
    if (isFound) return true;
  }
  return false;
}

/** Two values: the square of their difference is the spread, and the difference is odd when the sum is. */
function hasDifference(from: bigint, to: bigint, sum: bigint): boolean {
  if (to < 0n) return false;
  let difference = from <= 0n ? 0n : wholeRoot(from - 1n) + 1n;
  if ((difference - sum) % 2n !== 0n) difference += 1n;
  return difference ** 2n <= to;
}

/** Past this the search is long and, among so many numbers, finds one. */
const FAR = 10n ** 10n;

/** Three values: half the spread is a^2 + ab + b^2 of the two steps between them. */
function isOfHexagonalForm(number: bigint): boolean {
  if (number > FAR) return true;
  for (let a = 0n; 3n * a * a <= 4n * number; a += 1n) {
    const discriminant = 4n * number - 3n * a * a;
    if (wholeRoot(discriminant) ** 2n === discriminant) return true;
  }
  return false;
}

/** A. M. Legendre: all but 4^a (8b + 7). */
function isThreeSquares(number: bigint): boolean {
  if (number < 0n) return false;
  let rest = number;
  while (rest > 0n && rest % 4n === 0n) rest /= 4n;
  return rest % 8n !== 7n;
}

/** The largest whole number whose square is not larger. */
function wholeRoot(square: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(square))));
  while (root * root > square) root -= 1n;
  while ((root + 1n) ** 2n <= square) root += 1n;
  return root;
}
