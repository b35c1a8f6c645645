import { type Printed, unroundedRange } from '@tirek/statistics';
import type { NumberStyle } from './number-style.ts';

/** A number as it stands in a report: its value, and how many decimals were printed. */
export type PrintedNumber = Printed;

/** Guards comparisons of decimal fractions against the binary ones behind them. */
const EPSILON = 1e-9;

/** Half a unit of the last printed digit. */
export const halfUnit = (decimals: number) => 0.5 * 10 ** -decimals;

/** The values a printed number may stand for; both ends count, since reports round halves either way. */
export function boundsOf(printed: PrintedNumber): { readonly low: number; readonly high: number } {
  const { low, high } = unroundedRange(printed);
  return { low: low - EPSILON, high: high + EPSILON };
}

/** Whether `exact`, rounded in any usual way to the printed digits, is what was printed. */
export function isRoundedFrom(printed: PrintedNumber, exact: number): boolean {
  const { low, high } = boundsOf(printed);
  return exact >= low && exact <= high;
}

/** Rounds the decimal number one sees, halves away from zero. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor + EPSILON)) / factor;
}

/** Whether the last printed digit was cut off where it should have been rounded up. */
export function isCutOff({ value, decimals }: PrintedNumber, exact: number): boolean {
  const factor = 10 ** decimals;
  return Math.abs(Math.floor(exact * factor + EPSILON) / factor - value) < EPSILON;
}

/** Writes a number in the style of the report it will be compared with. */
export function writeNumber(value: number, decimals: number, style: NumberStyle): string {
  const rounded = roundTo(value, decimals);
  // Without this a small negative number would be written −0.
  return (rounded === 0 ? 0 : rounded).toFixed(decimals).replace('.', style.decimal);
}
