import { grimmer } from '@tirek/statistics';
import type { Finding } from '../finding.ts';
import type { NumberStyle } from '../numbers/number-style.ts';
import { type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';

/** Steps of the last printed digit within which a possible standard deviation is looked for. */
const STEPS = 50;
/** With more cases nearly every standard deviation is possible, and to find out takes long. */
const MOST_CASES = 300;

type Printed = { readonly mean: PrintedNumber; readonly spread: PrintedNumber; readonly n: number };

/**
 * A standard deviation that whole numbers with such a mean cannot have, with either divisor (GRIMMER: Anaya 2016, Allard 2018).
 * @returns null when they can, or when too many cases make the test tell nothing
 */
export function spreadFinding(
  printed: Printed,
  style: NumberStyle,
): Omit<Finding, 'line' | 'sheet' | 'passage' | 'see'> | null {
  const { mean, spread, n } = printed;
  if (n < 2 || n > MOST_CASES || spread.decimals === 0 || spread.value < 0) return null;
  if (isPossible(printed)) return null;
  const write = (value: number) => writeNumber(value, spread.decimals, style);
  const [low, high] = [nearest(printed, -1), nearest(printed, 1)];
  // Nothing near is possible: the numbers are not whole, or the spread is of something else.
  if (low === null || high === null) return null;
  const params = {
    sd: write(spread.value),
    mean: writeNumber(mean.value, mean.decimals, style),
    n: String(n),
    low: write(low),
    high: write(high),
  };
  return {
    printed: params.sd,
    recomputed: `${params.low} / ${params.high}`,
    reading: 'spread-impossible',
    params,
    certainty: 'likely',
  };
}

function isPossible({ mean, spread: standardDeviation, n }: Printed): boolean {
  return (['n-1', 'n'] as const).some(
    (divisor) => grimmer({ mean, standardDeviation }, { n, divisor }).isPossible,
  );
}

function nearest(printed: Printed, direction: 1 | -1): number | null {
  const { value, decimals } = printed.spread;
  const scale = 10 ** decimals;
  for (let step = 1; step <= STEPS; step += 1) {
    const near = Math.round(value * scale + direction * step) / scale;
    if (near < 0) return null;
    if (isPossible({ ...printed, spread: { ...printed.spread, value: near } })) return near;
  }
  return null;
}
