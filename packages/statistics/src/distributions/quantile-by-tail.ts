import { increasingRoot } from './root.ts';
import { type Probability, type Tails, tailOf } from './tails.ts';

/**
 * The place with a given probability below (or above) it, for a distribution whose tails keep their
 * relative precision: the root is sought on the logarithm of the smaller tail, which stays smooth
 * down to the smallest doubles.
 * @param tailsAt the lower tail grows with the place
 */
export function quantileByTail(
  probability: Probability,
  tailsAt: (place: number) => Tails,
  start: number,
): number {
  const { side, p } = tailOf(probability);
  return increasingRoot((place) => {
    const tail = tailsAt(place)[side];
    const distance = Math.log(tail > 0 ? tail / p : Number.MIN_VALUE);
    return side === 'lower' ? distance : -distance;
  }, start);
}
