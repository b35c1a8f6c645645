import type { Params } from '../../../text/index.ts';
import type { ReadingCode } from '../finding.ts';
import type { NumberStyle } from '../numbers/number-style.ts';
import { writeNumber } from '../numbers/printed-number.ts';

type Part = { readonly label: string; readonly value: number };

/** The reading that explains best why parts do not make their total. */
export function readWrongSum(given: {
  parts: readonly Part[];
  total: number;
  decimals: number;
  style: NumberStyle;
}): { readonly reading: ReadingCode; readonly params: Params } {
  const { parts, total, decimals, style } = given;
  const write = (value: number) => writeNumber(value, decimals, style);
  const sum = parts.reduce((adding, { value }) => adding + value, 0);
  const params = { sum: write(sum), total: write(total), difference: write(Math.abs(sum - total)) };
  const isEqual = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  const slipped = parts.find(
    ({ value }) =>
      value !== 0 &&
      [10, 100, 1000, 0.1, 0.01, 0.001].some((by) => isEqual(sum - value + value * by, total)),
  );
  if (slipped)
    return {
      reading: 'sum-factor',
      params: {
        ...params,
        part: slipped.label,
        value: write(slipped.value),
        right: write(total - (sum - slipped.value)),
      },
    };
  const extra = parts.find(({ value }) => value !== 0 && isEqual(sum - value, total));
  if (extra && parts.length > 2)
    return {
      reading: 'sum-nested',
      params: { ...params, part: extra.label, value: write(extra.value) },
    };
  return { reading: 'sum-missed', params };
}
