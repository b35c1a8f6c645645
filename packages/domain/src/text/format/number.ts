import type { Language } from '../languages.ts';
import { NUMBERS } from './generated/locale-data.ts';

/** `decimals` fixes how many are shown (rounded half away from zero); without it, as many as the number has. */
export type NumberFormat = { readonly decimals?: number; readonly sign?: 'always' };

/**
 * Writes a number as the language does: its decimal sign, groups of three parted by a thin no-break
 * space (a comma in English), a true minus. `NaN` and infinities are bugs of the caller.
 * @throws RangeError when `value` is not finite.
 */
export function formatNumber(value: number, language: Language, format: NumberFormat = {}): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const digits = digitsOf(Math.abs(value), format.decimals);
  const [whole = '0', fraction] = digits.split('.');
  const { decimal, group } = NUMBERS[language];
  const written =
    whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction === undefined ? '' : decimal + fraction);
  const isZero = !/[1-9]/.test(digits);
  if (value < 0 && !isZero) return `\u2212${written}`;
  return format.sign === 'always' && !isZero ? `+${written}` : written;
}

/**
 * Plain digits of a number that is not negative. Rounds the decimal number one sees (1.005 is
 * 1.01), not the binary one behind it (`toFixed` says 1.00), so that hand calculation agrees.
 */
function digitsOf(value: number, decimals: number | undefined): string {
  const shortest = String(value);
  if (decimals === undefined)
    return shortest.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : shortest;
  if (shortest.includes('e')) return value.toFixed(decimals);
  return Number(`${Math.round(Number(`${shortest}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

/** Writes a percentage; `percent` runs from 0 to 100. One decimal unless told otherwise. */
export function formatPercent(
  percent: number,
  language: Language,
  { decimals = 1 }: NumberFormat = {},
): string {
  return NUMBERS[language].percent.replace('0', formatNumber(percent, language, { decimals }));
}

/**
 * Writes an interval: `12,1–20,3`, and with a negative end `−1,2…3,4` (English `−1.2 to 3.4`),
 * since a dash beside a minus cannot be read.
 */
export function formatInterval(
  [low, high]: readonly [low: number, high: number],
  language: Language,
  format: NumberFormat & { readonly percent?: boolean } = {},
): string {
  const { decimals = 1 } = format;
  const from = formatNumber(low, language, { decimals });
  const to = format.percent
    ? formatPercent(high, language, { decimals })
    : formatNumber(high, language, { decimals });
  const between = from.startsWith('\u2212') ? (language === 'en' ? ' to ' : '\u2026') : '\u2013';
  return from + between + to;
}
