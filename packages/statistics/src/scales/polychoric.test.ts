import { describe, expect, it } from 'vitest';
import { bivariateNormalLower, ordinalAlpha, polychoric, polychoricMatrix } from '../index.ts';

const SLEEP = [1, 1, 2, 2, 3, 3, 4, 4, null, 1, 2, 3];
const WORRY = [1, 2, 1, 2, 3, 4, 3, 4, 2, 1, 3, 2];

describe('ordered answers', () => {
  it('are taken for what lies behind them, over the women who gave both', () => {
    const found = polychoric(SLEEP, WORRY);
    expect(found).toMatchObject({ kind: 'estimated', n: 11, missing: 1 });
    if (found.kind === 'estimated') expect(found.thresholdsX).toHaveLength(3);
  });

  it('do not mind what numbers their categories carry', () => {
    const other = WORRY.map((value) => value ** 3 + 100);
    expect(polychoric(SLEEP, other)).toEqual(polychoric(SLEEP, WORRY));
  });

  it('with an empty corner have no estimate unless the corner counts a half', () => {
    const x = [0, 0, 0, 1, 1, 1];
    const y = [0, 0, 1, 1, 1, 1];
    expect(polychoric(x, y)).toEqual({ kind: 'not-estimable', reason: 'at-its-bound', n: 6 });
    expect(polychoric(x, y, { emptyCells: 0.5 }).kind).toBe('estimated');
    expect(ordinalAlpha([x, y])).toMatchObject({ reason: 'a-pair-at-its-bound' });
    expect(ordinalAlpha([x, y], { emptyCells: 0.5 })).toMatchObject({ items: 2, n: 6 });
  });

  it('that do not vary, or stand alone, have none either', () => {
    expect(polychoric([1, 1], [1, 2])).toMatchObject({ reason: 'does-not-vary' });
    expect(polychoricMatrix([SLEEP, SLEEP.map(() => 1)])).toMatchObject({
      reason: 'an-item-does-not-vary',
    });
    expect(polychoricMatrix([SLEEP])).toMatchObject({ reason: 'fewer-than-two-items' });
  });

  it('reversed change the sign', () => {
    const reversed = { items: [1], minimum: 1, maximum: 4 };
    const plain = polychoricMatrix([SLEEP, WORRY]);
    const turned = polychoricMatrix([SLEEP, WORRY], { reversed });
    if (plain.kind !== 'estimated' || turned.kind !== 'estimated') throw new Error('none');
    expect(turned.correlations[0]?.[1]).toBeCloseTo(-(plain.correlations[0]?.[1] ?? 0), 12);
  });

  it('rest on a bivariate normal that ends where it should', () => {
    expect(bivariateNormalLower(0, Number.POSITIVE_INFINITY, 0.5)).toBe(0.5);
    expect(bivariateNormalLower(1, Number.NEGATIVE_INFINITY, 0.5)).toBe(0);
    expect(bivariateNormalLower(0, 0, 0.5)).toBeCloseTo(1 / 3, 15);
    expect(() => bivariateNormalLower(0, 0, 1)).toThrow('not a correlation');
  });
});
