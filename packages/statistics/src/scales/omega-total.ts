import type { Values } from '../values.ts';
import { commonFactor, type OneFactorModel } from './one-factor-model.ts';
import type { Reversal } from './reversal.ts';

export type OmegaTotal =
  | {
      readonly kind: 'estimated';
      readonly omega: number;
      readonly standardised: number;
      readonly isHeywood: boolean;
      readonly items: number;
      readonly n: number;
      readonly missing: number;
    }
  | Exclude<OneFactorModel, { kind: 'estimated' }>;

/**
 * McDonald's omega total of a scale of one factor: (sum of loadings)^2 over the variance of the sum that
 * the model implies. Reliability without alpha's assumption of equal loadings; see `oneFactorModel` for
 * whether one factor will do.
 * @throws RangeError when the lengths differ, an answer is infinite or a reversed item's range is left
 */
export function omegaTotal(
  items: readonly Values[],
  options: { reversed?: Reversal } = {},
): OmegaTotal {
  const factor = commonFactor(items, options.reversed);
  if (factor.kind === 'not-estimable') return factor;
  const { omega, standardisedOmega, isHeywood, n, missing } = factor;
  return {
    kind: 'estimated',
    omega,
    standardised: standardisedOmega,
    isHeywood,
    items: items.length,
    n,
    missing,
  };
}
