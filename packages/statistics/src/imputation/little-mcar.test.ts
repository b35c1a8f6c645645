import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { littleMcar, missingPatterns, normalMoments } from '../index.ts';

const AGE = [24, 31, 28, null, 45, 38, 29, 33, 27, 41];
const DISTRESS = [12, 20, 15, 18, null, 30, null, 22, 14, 33];

const rounded = (value: number) => Math.round(value * 1e9) / 1e9;

/** Numbers with holes, no two columns a multiple of each other. */
const COLUMNS = fc
  .array(
    fc.tuple(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.nat(5),
    ),
    {
      minLength: 12,
      maxLength: 40,
    },
  )
  .map((cases) => [
    cases.map(([x, , hole], i) => (hole === 0 ? null : x + (i % 7))),
    cases.map(([x, y, hole], i) => (hole === 1 ? null : 0.5 * x + y + (i % 5))),
  ]);

describe('women who left questions open', () => {
  it('are sorted by what they left open, the most frequent first', () => {
    expect(missingPatterns([AGE, DISTRESS])).toEqual([
      { observed: [0, 1], missing: [], cases: [0, 1, 2, 5, 7, 8, 9] },
      { observed: [0], missing: [1], cases: [4, 6] },
      { observed: [1], missing: [0], cases: [3] },
    ]);
  });

  it('give the plain mean and covariance when nothing is missing', () => {
    const moments = normalMoments([
      [1, 2, 3, 6],
      [2, 2, 5, 7],
    ]);
    if (moments.kind === 'not-estimable') throw new Error(moments.reason);
    expect(moments.n).toBe(4);
    expect(moments.means.map(rounded)).toEqual([3, 4]);
    expect(moments.covariances.flat().map(rounded)).toEqual([3.5, 3.75, 3.75, 4.5]);
  });

  it('cannot be tested where there is nothing to test', () => {
    expect(
      littleMcar([
        [1, 2, 4],
        [2, 1, 3],
      ]),
    ).toEqual({ kind: 'not-estimable', reason: 'nothing-missing', n: 3 });
    expect(
      littleMcar([
        [null, null],
        [null, null],
      ]),
    ).toMatchObject({ reason: 'no-cases' });
    expect(littleMcar([])).toMatchObject({ reason: 'no-cases' });
    expect(
      littleMcar([
        [3, 3, null],
        [1, 2, 3],
      ]),
    ).toMatchObject({ reason: 'no-variance' });
    expect(
      littleMcar([
        [1, 2, 3, 4],
        [2, 4, 6, null],
      ]),
    ).toMatchObject({ reason: 'singular' });
    expect(() => littleMcar([[1, 2], [1]])).toThrow(RangeError);
    expect(() =>
      littleMcar([
        [1, Infinity],
        [1, 2],
      ]),
    ).toThrow(RangeError);
  });

  it('are tested alike in other units, in another order, and beside those who answered nothing', () => {
    fc.assert(
      fc.property(COLUMNS, ([one = [], other = []]) => {
        const plain = littleMcar([one, other]);
        const turned = littleMcar([
          [null, ...other.toReversed()],
          [null, ...one.toReversed().map((value) => (value === null ? null : 1000 - 3 * value))],
        ]);
        expect(turned.kind).toBe(plain.kind);
        expect(turned.n).toBe(plain.n);
        if (plain.kind === 'not-estimable' || turned.kind === 'not-estimable') return;
        expect(turned.df).toBe(plain.df);
        expect(turned.chiSquare).toBeCloseTo(plain.chiSquare, 5);
        expect(plain.chiSquare).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
