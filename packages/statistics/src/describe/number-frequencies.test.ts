import { describe, expect, it } from 'vitest';
import { frequencyTable, numberFrequencies } from '../index.ts';

describe('numbers of which nobody knows the categories', () => {
  it('get a row each, from the smallest, and the missing ones are told apart', () => {
    const answers = [3, -1, 3, null, 0.5, Number.NaN, 70_000];
    expect(numberFrequencies(answers)).toEqual(frequencyTable(answers, [-1, 0.5, 3, 70_000]));
  });

  it('are counted alike in typed arrays', () => {
    expect(numberFrequencies(Float32Array.from([1, Number.NaN, 1, 2]))).toEqual(
      frequencyTable([1, null, 1, 2], [1, 2]),
    );
  });

  it('are refused where one is infinite', () => {
    expect(() => numberFrequencies([1, Number.POSITIVE_INFINITY])).toThrow('value 1 is not finite');
    expect(numberFrequencies([]).rows).toEqual([]);
  });
});
