import { unroundedRange } from '@tirek/statistics';
import type { Params } from '../../../text/index.ts';
import type { ReadingCode } from '../finding.ts';
import type { NumberStyle } from '../numbers/number-style.ts';
import { basesOf, type CountedShare, countsOf, fitsBase } from '../numbers/percent-of-count.ts';
import {
  isCutOff,
  isRoundedFrom,
  type PrintedNumber,
  roundTo,
  writeNumber,
} from '../numbers/printed-number.ts';

/** The reading that explains best how a percentage that does not follow from its count came about. */
export function readWrongPercent(
  share: CountedShare,
  given: { base: number; style: NumberStyle; others: readonly number[] },
): { readonly reading: ReadingCode; readonly params: Params } {
  const { base, style, others } = given;
  const { count, percent } = share;
  const exact = (100 * count) / base;
  const params = {
    count: String(count),
    base: String(base),
    printed: writeNumber(percent.value, percent.decimals, style),
    right: writeNumber(exact, percent.decimals, style),
  };
  if (isCutOff(percent, exact)) return { reading: 'percent-cut-off', params };
  const twice = unroundedRange(percent, ['twice']);
  if (exact >= twice.low && exact <= twice.high)
    return { reading: 'percent-rounded-twice', params };
  const other = others.find((each) => each !== base && fitsBase(share, each));
  if (other) return { reading: 'percent-other-base', params: { ...params, other: String(other) } };
  if (
    swaps(percent.value, percent.decimals).some((value) =>
      isRoundedFrom({ ...percent, value }, exact),
    )
  )
    return { reading: 'percent-digits-swapped', params };
  if (shifts(percent).some((shifted) => isRoundedFrom(shifted, exact)))
    return { reading: 'percent-decimal-shifted', params };
  const counts = countsOf(percent, base);
  if (counts && counts.from === counts.to)
    return { reading: 'percent-other-count', params: { ...params, other: String(counts.from) } };
  const bases = basesOf(share);
  if (bases && bases.to - bases.from <= 2 && Math.abs(bases.from - base) <= base)
    return { reading: 'percent-other-base', params: { ...params, other: rangeOf(bases) } };
  return { reading: 'percent-wrong', params };
}

/** The same digits with the decimal sign one place on or back. */
const shifts = ({ value, decimals }: PrintedNumber): readonly PrintedNumber[] => [
  { value: roundTo(value * 10, decimals), decimals: Math.max(0, decimals - 1) },
  { value: roundTo(value / 10, decimals + 1), decimals: decimals + 1 },
];

export const rangeOf = ({ from, to }: { from: number; to: number }) =>
  from === to ? String(from) : `${from}–${to}`;

/** The same number with two neighbouring digits exchanged, in every place. */
export function swaps(value: number, decimals: number): readonly number[] {
  const digits = value.toFixed(decimals).replace('.', '');
  return Array.from({ length: digits.length - 1 }, (_, at) => {
    const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
    return Number(swapped) / 10 ** decimals;
  }).filter((each) => each !== value);
}
