import { describe, expect, it } from 'vitest';
import { friedman } from './friedman.ts';

describe('Friedman of several occasions', () => {
  it('leaves out whoever lacks one and says how many', () => {
    const found = friedman([
      [1, 2, null, 4],
      [2, 3, 5, 5],
      [3, 4, 6, 6],
    ]);
    expect(found).toMatchObject({ kind: 'estimated', n: 3, missing: 1, kendallW: 1, df: 2 });
  });

  it.each([
    ['one occasion', [[1, 2, 3]], 'fewer-than-two-occasions'],
    [
      'nobody who answered each time',
      [
        [1, null],
        [null, 2],
      ],
      'no-complete-cases',
    ],
    [
      'people who never change',
      [
        [3, 4],
        [3, 4],
      ],
      'nobody-differs',
    ],
  ])('says why it cannot judge %s', (_, occasions, reason) => {
    expect(friedman(occasions)).toMatchObject({ kind: 'not-estimable', reason });
  });

  it('takes different lengths and infinite values for mistakes', () => {
    expect(() => friedman([[1, 2], [1]])).toThrow(RangeError);
    expect(() =>
      friedman([
        [1, Number.POSITIVE_INFINITY],
        [1, null],
      ]),
    ).toThrow(RangeError);
  });
});
