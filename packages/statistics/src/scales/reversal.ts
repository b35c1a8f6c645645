/** Items that point the other way, and how they are turned around: minimum + maximum - answer. */
export type Reversal = {
  /** Places of the items, from 0. */
  readonly items: readonly number[];
  /** Range of the possible answers, not of those that were given. */
  readonly minimum: number;
  readonly maximum: number;
};

/** @throws RangeError when the answer lies outside the range */
export function reversedAnswer(
  value: number,
  { minimum, maximum }: Pick<Reversal, 'minimum' | 'maximum'>,
): number {
  if (!(value >= minimum && value <= maximum)) {
    throw new RangeError(`answer outside ${minimum} to ${maximum}: ${value}`);
  }
  return minimum + maximum - value;
}
