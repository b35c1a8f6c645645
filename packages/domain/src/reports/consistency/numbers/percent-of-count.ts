import { grimPercentage } from '@tirek/statistics';
import { boundsOf, isRoundedFrom, type PrintedNumber } from './printed-number.ts';

/** A count and the percentage printed for it. */
export type CountedShare = { readonly count: number; readonly percent: PrintedNumber };

/** Whether `count` of `base`, in percent, rounds to what was printed. */
export const fitsBase = ({ count, percent }: CountedShare, base: number) =>
  base > 0 && isRoundedFrom(percent, (100 * count) / base);

/** The whole bases that explain a share, or null where every base does (0 of anything) or none. */
export function basesOf({ count, percent }: CountedShare): { from: number; to: number } | null {
  const { low, high } = boundsOf(percent);
  if (count <= 0 || high <= 0) return null;
  const from = Math.max(count, Math.ceil((100 * count) / high));
  const to = low <= 0 ? Number.POSITIVE_INFINITY : Math.floor((100 * count) / low);
  return from <= to ? { from, to } : null;
}

/** The whole counts of `base` that a percentage fits (GRIM for percentages), or null. */
export const countsOf = (percent: PrintedNumber, base: number) =>
  base > 0 ? grimPercentage(percent, { n: base }).explainedBy : null;

/**
 * The base that explains most of the shares, found where most of their intervals overlap. `to` may be infinite; null when
 * no two agree.
 */
export function commonBase(
  shares: readonly CountedShare[],
): { readonly from: number; readonly to: number; readonly explains: number } | null {
  const intervals = shares.map(basesOf).filter((interval) => interval !== null);
  let best: { from: number; to: number; explains: number } | null = null;
  for (const { from } of intervals) {
    const over = intervals.filter((other) => other.from <= from && from <= other.to);
    if (!best || over.length > best.explains)
      best = { from, to: Math.min(...over.map(({ to }) => to)), explains: over.length };
  }
  return best && best.explains > 1 ? best : null;
}
