import { describe, expect, it } from 'vitest';
import { cronbachAlpha, omegaTotal, oneFactorModel } from '../index.ts';

/** Items made of one hidden answer and a cycle of disturbances: no chance involved. */
function items(loadings: readonly number[], cases = 60): number[][] {
  return loadings.map((loading, j) =>
    Array.from({ length: cases }, (_, i) => {
      const hidden = Math.sin(i * 1.7);
      return loading * hidden + Math.cos(i * (2.3 + 0.77 * j) + j);
    }),
  );
}

describe('one factor behind a scale', () => {
  it('gives an omega at least as large as alpha where the loadings differ', () => {
    const scale = items([2, 1.5, 1, 0.4]);
    const omega = omegaTotal(scale);
    const alpha = cronbachAlpha(scale);
    if (omega.kind !== 'estimated' || alpha.kind !== 'estimated') throw new Error('not estimated');
    expect(omega.omega).toBeGreaterThan(alpha.raw);
    expect(omega).toMatchObject({ isHeywood: false, items: 4, n: 60, missing: 0 });
  });

  it('does not change when an item is measured in another unit or turned around', () => {
    const scale = items([2, 1.5, 1, 0.4]);
    const other = scale.map((item, j) => item.map((value) => (j === 2 ? -1000 * value : value)));
    const one = oneFactorModel(scale);
    const two = oneFactorModel(other);
    if (one.kind !== 'estimated' || two.kind !== 'estimated') throw new Error('not estimated');
    expect(two.chiSquare).toBeCloseTo(one.chiSquare, 8);
    expect(two.factorItems[2]?.standardisedLoading).toBeCloseTo(
      -(one.factorItems[2]?.standardisedLoading ?? 0),
      8,
    );
  });

  it('fits three items perfectly and tests nothing', () => {
    expect(oneFactorModel(items([2, 1, 1]))).toMatchObject({
      df: 0,
      chiSquare: 0,
      p: null,
      cfi: 1,
      tli: 1,
      rmsea: 0,
      rmseaHigh: 0,
    });
  });

  it('says why it cannot be had', () => {
    const scale = items([2, 1.5, 1]);
    const [a = [], b = [], c = []] = scale;
    expect(oneFactorModel([a, b])).toMatchObject({ reason: 'fewer-than-three-items', n: 60 });
    expect(oneFactorModel([a, b, a.map(() => 3)])).toMatchObject({
      reason: 'an-item-does-not-vary',
    });
    const sum = a.map((value, i) => value + (b[i] ?? 0));
    expect(oneFactorModel([a, b, c, sum])).toMatchObject({ reason: 'items-depend-on-each-other' });
    expect(oneFactorModel(items([1, 1, 1], 3))).toMatchObject({
      reason: 'items-depend-on-each-other',
      n: 3,
    });
    expect(omegaTotal([a])).toMatchObject({ reason: 'fewer-than-two-items' });
  });
});
