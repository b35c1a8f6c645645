import { describe, expect, it } from 'vitest';
import { scaleScores } from '../index.ts';

const CALM = [1, 2, null, 4];
const REST = [2, null, null, 1];
const TENSE = [4, 3, 2, 1];

describe('the scores of a scale', () => {
  it('are of those who answered everything unless told otherwise', () => {
    expect(scaleScores([CALM, REST, TENSE])).toEqual({
      sums: new Float64Array([7, Number.NaN, Number.NaN, 6]),
      means: new Float64Array([7 / 3, Number.NaN, Number.NaN, 2]),
      n: 2,
      missing: 2,
    });
  });

  it('fill a hole with the mean of the other answers where enough are there', () => {
    const { sums, means, n } = scaleScores([CALM, REST, TENSE], { minimumAnswered: 2 });
    expect([...means]).toEqual([7 / 3, 2.5, Number.NaN, 2]);
    expect([...sums]).toEqual([7, 7.5, Number.NaN, 6]);
    expect(n).toBe(3);
  });

  it('turn items around that point the other way', () => {
    const reversed = { items: [2], minimum: 1, maximum: 4 };
    expect([...scaleScores([CALM, TENSE], { reversed: { ...reversed, items: [1] } }).sums]).toEqual(
      [2, 4, Number.NaN, 8],
    );
    expect(() => scaleScores([CALM, TENSE], { reversed })).toThrow('no item to reverse at place 2');
  });

  it('are refused for a number of items that there is not', () => {
    expect(() => scaleScores([CALM], { minimumAnswered: 2 })).toThrow('from 1 to 1: 2');
    expect(() => scaleScores([CALM, [1]])).toThrow('items differ in length');
  });
});
