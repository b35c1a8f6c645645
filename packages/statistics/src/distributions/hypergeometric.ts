import { binomialProbability } from './binomial.ts';
import type { Tails } from './tails.ts';

/** `drawn` things taken without return from `marked` and `unmarked` ones. */
export type Draw = {
  readonly marked: number;
  readonly unmarked: number;
  readonly drawn: number;
};

/** The fewest and the most marked things a draw can hold. */
export function hypergeometricRange({
  marked,
  unmarked,
  drawn,
}: Draw): [low: number, high: number] {
  return [Math.max(0, drawn - unmarked), Math.min(drawn, marked)];
}

/**
 * Probability that exactly k of the drawn things are marked, as a ratio of binomial terms (Loader
 * 2000, see `saddle-point.ts`).
 * @throws RangeError unless all are whole numbers from 0 up and no more is drawn than there is
 */
export function hypergeometricProbability(k: number, draw: Draw): number {
  requireDraw(k, draw);
  const { marked, unmarked, drawn } = draw;
  const [low, high] = hypergeometricRange(draw);
  if (k < low || k > high) return 0;
  const all = marked + unmarked;
  if (drawn === 0 || drawn === all) return 1;
  const p = drawn / all;
  const inMarked = binomialProbability(k, { n: marked, p });
  const inUnmarked = binomialProbability(drawn - k, { n: unmarked, p });
  return (inMarked / binomialProbability(drawn, { n: all, p })) * inUnmarked;
}

/**
 * Probability that at most k of the drawn things are marked (`lower`), and that more are (`upper`).
 * Summed from the side that is the smaller one.
 * @throws RangeError unless all are whole numbers from 0 up and no more is drawn than there is
 */
export function hypergeometricTails(k: number, draw: Draw): Tails {
  requireDraw(k, draw);
  const [low, high] = hypergeometricRange(draw);
  if (k < low) return { lower: 0, upper: 1 };
  if (k >= high) return { lower: 1, upper: 0 };
  const mean = (draw.drawn * draw.marked) / (draw.marked + draw.unmarked);
  if (k < mean) {
    const lower = sumOutward(k, draw, -1);
    return { lower, upper: 1 - lower };
  }
  const upper = sumOutward(k + 1, draw, 1);
  return { lower: 1 - upper, upper };
}

function sumOutward(from: number, draw: Draw, step: 1 | -1): number {
  const { marked, unmarked, drawn } = draw;
  const [low, high] = hypergeometricRange(draw);
  let term = 1;
  let sum = 1;
  for (let k = from; step === 1 ? k < high : k > low; k += step) {
    term *=
      step === 1
        ? ((marked - k) * (drawn - k)) / ((k + 1) * (unmarked - drawn + k + 1))
        : (k * (unmarked - drawn + k)) / ((marked - k + 1) * (drawn - k + 1));
    sum += term;
    if (term < sum * 1e-18) break;
  }
  return Math.min(1, sum * hypergeometricProbability(from, draw));
}

function requireDraw(k: number, { marked, unmarked, drawn }: Draw): void {
  const counts = [k, marked, unmarked, drawn];
  const isDraw = counts.every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!isDraw || drawn > marked + unmarked) {
    throw new RangeError(`not a draw: ${k} in ${drawn} of ${marked} + ${unmarked}`);
  }
}
