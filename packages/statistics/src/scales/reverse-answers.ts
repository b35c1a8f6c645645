import { isMissing, type Values } from '../values.ts';
import { reversedAnswer } from './reversal.ts';

/**
 * Answers of an item turned around: minimum + maximum - answer; missing ones stay missing (`null`).
 * @param range of the possible answers, not of those that were given
 * @throws RangeError when an answer lies outside the range
 */
export function reverseAnswers(
  values: Values,
  range: { minimum: number; maximum: number },
): (number | null)[] {
  return Array.from({ length: values.length }, (_, i) => {
    const value = values[i];
    return isMissing(value) ? null : reversedAnswer(value, range);
  });
}
