import { describe, expect, it } from 'vitest';
import reference from '../../reference/expected/scales.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../../reference/largest-error.ts';
import { cronbachAlpha } from '../index.ts';

const SCALES = Object.entries(reference).map(([name, data]) => ({ name, ...data }));

describe("Cronbach's alpha", () => {
  it.each(SCALES)('of $name equals R', ({ items, expected }) => {
    const alpha = cronbachAlpha(items);
    expect(alpha.kind).toBe('estimated');
    // Correlations near zero are differences of numbers near one.
    expect(largestError(alpha, expected, 1e-3)).toBeLessThan(CLOSED_FORMULA);
  });

  it('leaves out, and counts, the women who skipped an item', () => {
    const alpha = cronbachAlpha([
      [1, 2, 4, null, 5],
      [1, 2, 5, 4, 4],
    ]);
    expect(alpha).toMatchObject({ kind: 'estimated', n: 4, missing: 1, items: 2 });
  });

  it('says why it cannot be computed', () => {
    const reasonOf = (items: number[][]) => {
      const alpha = cronbachAlpha(items);
      return alpha.kind === 'not-estimable' ? alpha.reason : alpha.kind;
    };
    expect(reasonOf([])).toBe('fewer-than-two-items');
    expect(reasonOf([[1, 2]])).toBe('fewer-than-two-items');
    expect(reasonOf([[1], [2]])).toBe('fewer-than-two-complete-cases');
    expect(
      reasonOf([
        [3, 3, 3],
        [2, 2, 2],
      ]),
    ).toBe('total-does-not-vary');
    expect(
      reasonOf([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toBe('total-does-not-vary');
  });

  it('has no standardised value when everybody gives one item the same answer', () => {
    const alpha = cronbachAlpha([
      [1, 2, 3],
      [4, 4, 4],
      [1, 2, 2],
    ]);
    expect(alpha).toMatchObject({
      kind: 'estimated',
      standardised: null,
      averageCorrelation: null,
    });
  });

  it('refuses items of different length', () => {
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(RangeError);
  });
});
