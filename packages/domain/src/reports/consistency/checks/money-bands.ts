import { type NumberStyle, parseDigits } from '../numbers/number-style.ts';
import type { ShareColumn } from './share-columns.ts';

/** A band of money a row stands for: its lower edge, and the same edge in the other currency behind it. */
export type MoneyBand = {
  readonly line: number;
  readonly currency: string;
  readonly from: number;
  readonly to: number | null;
  readonly otherFrom: number | null;
  readonly otherTo: number | null;
  /** The row's share in percent, not rounded. */
  readonly exact: number;
};

const AMOUNT = /(\d[\d\u00a0\u2009\u202f ,.]*\d|\d)\s?(k\b|thousand|тыс\.?|мың)?/giu;
const TENGE = /KZT|₸|тенге|теңге|тг/iu;
const DOLLAR = /\$|USD|долл/iu;

/** Reads rows such as `50-100,000 KZT ($104-208)` as bands; null where the rows are no bands of two currencies. */
export function bandsOf(
  { group, all }: ShareColumn,
  style: NumberStyle,
): readonly MoneyBand[] | null {
  const words = [group.title, ...all.map(({ row }) => row.label)].join(' ');
  if (!TENGE.test(words) || !DOLLAR.test(words)) return null;
  const whole = all.reduce((sum, { count }) => sum + count, 0);
  const bands = all.flatMap(({ row, count }): MoneyBand[] => {
    const [first = '', second = ''] = row.label.split(/[(/]/);
    const isDollarFirst = DOLLAR.test(first);
    const own = edgesIn(first, style);
    const other = edgesIn(second, style);
    const [from, to = null] = own;
    if (from === undefined || whole === 0) return [];
    return [
      {
        line: row.line,
        currency: isDollarFirst ? 'USD' : 'KZT',
        from,
        to,
        otherFrom: other[0] ?? null,
        otherTo: other[1] ?? null,
        exact: (100 * count) / whole,
      },
    ];
  });
  return bands.length >= 3 ? bands : null;
}

/** `50-100,000` means from 50,000: the thousands are said once for both ends. */
function edgesIn(text: string, style: NumberStyle): number[] {
  const edges = [...text.matchAll(AMOUNT)].flatMap((match) => {
    const parsed = parseDigits((match[1] ?? '').trim(), style);
    return parsed ? [parsed.value * (match[2] ? 1000 : 1)] : [];
  });
  const [from, to] = edges;
  if (from !== undefined && to !== undefined && to >= 1000 && from < 1000 && from * 1000 < to)
    return [from * 1000, to];
  return edges;
}
