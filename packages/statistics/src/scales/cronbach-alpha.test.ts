import { describe, expect, it } from 'vitest';
import {
  cronbachAlpha,
  itemStatistics,
  reverseAnswers,
  standardErrorOfMeasurement,
} from '../index.ts';

const WELLBEING = [
  [1, 2, 4, null, 5, 3],
  [1, 2, 5, 4, 4, 3],
  [2, 2, 4, 4, 5, null],
];

describe("Cronbach's alpha", () => {
  it('leaves out, and counts, the women who skipped an item', () => {
    expect(cronbachAlpha(WELLBEING)).toMatchObject({
      kind: 'estimated',
      n: 4,
      missing: 2,
      items: 3,
    });
  });

  it('taken pairwise says how few answers the poorest pair of items has', () => {
    const alpha = cronbachAlpha(WELLBEING, { missing: 'pairwise' });
    expect(alpha).toMatchObject({ kind: 'estimated', n: 4, missing: 2 });
    expect(itemStatistics(WELLBEING, { missing: 'pairwise' })).toMatchObject({
      items: [{ n: 5 }, { n: 6 }, { n: 5 }],
    });
  });

  it('turns an item around that points the other way', () => {
    const turned = WELLBEING.map((item, i) =>
      i === 1 ? reverseAnswers(item, { minimum: 1, maximum: 5 }) : item,
    );
    const reversed = { items: [1], minimum: 1, maximum: 5 };
    expect(cronbachAlpha(turned, { reversed })).toEqual(cronbachAlpha(WELLBEING));
    expect(() => cronbachAlpha(turned, { reversed: { ...reversed, items: [7] } })).toThrow(
      'no item to reverse at place 7',
    );
    expect(() => cronbachAlpha(turned, { reversed: { ...reversed, maximum: 4 } })).toThrow(
      'answer outside 1 to 4',
    );
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
        [1.1, 2.2, 3.3],
        [3.3, 2.2, 1.1],
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

  it('lies in both of its intervals, below lambda-2, and wider at a higher level', () => {
    const narrow = cronbachAlpha(WELLBEING, { level: 0.8 });
    const wide = cronbachAlpha(WELLBEING, { level: 0.99 });
    if (narrow.kind !== 'estimated' || wide.kind !== 'estimated') throw new Error('not estimated');
    for (const method of ['feldt', 'duhachek'] as const) {
      expect(wide[method].low).toBeLessThan(narrow[method].low);
      expect(narrow[method].low).toBeLessThan(narrow.raw);
      expect(narrow[method].high).toBeGreaterThan(narrow.raw);
    }
    expect(narrow.lambda2).toBeGreaterThanOrEqual(narrow.raw);
    expect(() => cronbachAlpha(WELLBEING, { level: 95 })).toThrow('not a level');
  });

  it('refuses items of different length', () => {
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(RangeError);
  });
});

describe('the items of a scale', () => {
  it('have nothing to be dropped to when there are two', () => {
    const items = itemStatistics(WELLBEING.slice(0, 2));
    expect(items).toMatchObject({ items: [{ ifDropped: null }, { ifDropped: null }], n: 5 });
  });

  it('that do not vary go with nothing', () => {
    const items = itemStatistics([
      [1, 2, 3],
      [4, 4, 4],
      [1, 2, 2],
    ]);
    expect(items).toMatchObject({
      items: [{}, { itemRestCorrelation: null, itemTotalCorrelation: null }, {}],
    });
  });

  it('turned around keep their holes', () => {
    expect(reverseAnswers([1, null, 5, Number.NaN], { minimum: 1, maximum: 5 })).toEqual([
      5,
      null,
      1,
      null,
    ]);
  });
});

describe('the error of a score', () => {
  it('is nothing with a perfect scale and the whole spread with a useless one', () => {
    expect(standardErrorOfMeasurement({ standardDeviation: 6, reliability: 1 })).toBe(0);
    expect(standardErrorOfMeasurement({ standardDeviation: 6, reliability: 0 })).toBe(6);
    expect(() => standardErrorOfMeasurement({ standardDeviation: -1, reliability: 0.8 })).toThrow();
    expect(() => standardErrorOfMeasurement({ standardDeviation: 1, reliability: 1.2 })).toThrow();
  });
});
