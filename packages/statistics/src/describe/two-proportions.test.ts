import { describe, expect, it } from 'vitest';
import { differenceOfProportions, oddsRatio, riskRatio } from '../index.ts';

describe('two proportions', () => {
  const nobody = { count: 0, n: 12 };
  const some = { count: 5, n: 20 };
  const everybody = { count: 8, n: 8 };

  it('differ by what the groups differ, with the sign of the first', () => {
    const one = differenceOfProportions({ first: some, second: nobody });
    const other = differenceOfProportions({ first: nobody, second: some });
    if (one.kind !== 'estimated' || other.kind !== 'estimated') throw new Error('not estimated');
    expect(one.difference).toBe(0.25);
    expect(one.low).toBeCloseTo(-other.high, 14);
    expect(one.p).toBe(other.p);
  });

  it('of which neither varies have a difference but no test', () => {
    const none = differenceOfProportions({ first: nobody, second: { count: 0, n: 3 } });
    expect(none).toMatchObject({ kind: 'estimated', difference: 0, z: null, p: null, n: 15 });
  });

  it('have no ratio where it would be 0, infinite or of no width, and say why', () => {
    expect(riskRatio({ first: nobody, second: some })).toEqual({
      kind: 'not-estimable',
      reason: 'zero-count',
      n: 32,
    });
    expect(riskRatio({ first: everybody, second: everybody })).toMatchObject({
      reason: 'no-variation',
    });
    expect(oddsRatio({ first: everybody, second: some })).toMatchObject({ reason: 'zero-cell' });
    expect(oddsRatio({ first: everybody, second: some, correction: 'haldane-anscombe' }).kind).toBe(
      'estimated',
    );
  });

  it('need women in both groups, and counts that are counts', () => {
    const empty = { count: 0, n: 0 };
    expect(differenceOfProportions({ first: empty, second: some })).toMatchObject({
      reason: 'a-group-without-cases',
    });
    expect(() => riskRatio({ first: { count: 3, n: 2 }, second: some })).toThrow('3 of 2');
    expect(() => oddsRatio({ first: some, second: some, level: 95 })).toThrow('not a level');
  });
});
