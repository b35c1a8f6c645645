import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareTest,
  cochranQ,
  cohenKappa,
  correlationMatrix,
  fisherExact,
  fisherExactTable,
  fisherMonteCarlo,
  goodnessOfFit,
  kendall,
  krippendorffAlpha,
  mcnemar,
  pearson,
  rocCurve,
  spearman,
} from '../index.ts';

describe('a correlation', () => {
  const distress = [3, 8, null, 5, 9, 2];
  const housing = [1, 2, 4, null, 5, 3];

  it('is of the women who answered both, and says how many', () => {
    expect(pearson(distress, housing)).toMatchObject({ kind: 'estimated', n: 4, missing: 2 });
    expect(spearman(distress, housing)).toMatchObject({ n: 4, missing: 2, method: 'exact' });
    expect(kendall(distress, housing)).toMatchObject({ n: 4, missing: 2, low: null });
  });

  it('of a variable that does not vary, or of one woman, does not exist', () => {
    const reason = { kind: 'not-estimable', reason: 'does-not-vary', n: 3 };
    for (const correlate of [pearson, spearman, kendall]) {
      expect(correlate([1, 2, 3], [4, 4, 4])).toEqual(reason);
      expect(correlate([1], [4])).toMatchObject({ reason: 'fewer-than-two-cases' });
      expect(() => correlate([1, 2], [1])).toThrow('differ in length');
      expect(() => correlate([1, Number.POSITIVE_INFINITY], [1, 2])).toThrow('not finite');
    }
  });

  it('of two cases has no test, and a perfect one a p of 0', () => {
    expect(pearson([1, 2], [3, 5])).toMatchObject({ coefficient: 1, p: null, statistic: null });
    expect(pearson([1, 2, 3, 4], [2, 4, 6, 8])).toMatchObject({ p: 0, low: 1, high: 1 });
  });

  it('in a matrix is symmetric, with its own n for every pair', () => {
    const cells = correlationMatrix([distress, housing, [1, 1, 1, 1, 1, 1]], { method: 'kendall' });
    expect(cells[0]?.[1]).toBe(cells[1]?.[0]);
    expect(cells[0]?.[0]).toMatchObject({ coefficient: 1, p: null, n: 5 });
    expect(cells[2]?.[0]).toEqual({ coefficient: null, p: null, low: null, high: null, n: 5 });
  });

  it('stays between -1 and 1, and a rank one does not mind a monotone change', () => {
    const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(column, column, (x, y) => {
        const n = Math.min(x.length, y.length);
        const [a, b] = [x.slice(0, n), y.slice(0, n)];
        const plain = spearman(a, b);
        const cubed = spearman(
          a.map((value) => value ** 3),
          b,
        );
        expect(cubed).toEqual(plain);
        if (plain.kind !== 'estimated') return;
        expect(Math.abs(plain.coefficient)).toBeLessThanOrEqual(1);
        expect(plain.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a table of counts', () => {
  it('with an empty line has no chi-square and no exact odds ratio, and says so', () => {
    const table = [
      [3, 0],
      [4, 0],
    ];
    expect(chiSquareTest(table)).toMatchObject({ reason: 'empty-row-or-column', n: 7 });
    expect(fisherExact(table)).toMatchObject({ reason: 'empty-row-or-column', n: 7 });
    expect(fisherExactTable(table)).toMatchObject({ reason: 'fewer-than-two-rows-or-columns' });
    expect(chiSquareTest([[1, 2]])).toMatchObject({ reason: 'fewer-than-two-rows-or-columns' });
  });

  it('tells Fisher the same whichever way it is turned', () => {
    const cell = fc.integer({ min: 0, max: 6 });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        const turned = [0, 1, 2].map((j) => rows.map((row) => row[j] ?? 0));
        const straight = fisherExactTable(rows);
        const other = fisherExactTable(turned);
        if (straight.kind !== 'estimated' || other.kind !== 'estimated') {
          expect(straight.kind).toBe(other.kind);
          return;
        }
        expect(straight.p).toBeCloseTo(other.p, 10);
      }),
    );
  });

  it('of two by two tells both exact tests the same', () => {
    const table = [
      [7, 12],
      [31, 9],
    ];
    const two = fisherExact(table);
    const many = fisherExactTable(table);
    if (two.kind !== 'estimated' || many.kind !== 'estimated') throw new Error('not estimated');
    expect(many.p).toBeCloseTo(two.p, 12);
    expect(two.low).toBeLessThan(two.oddsRatio);
    expect(two.high).toBeGreaterThan(two.oddsRatio);
  });

  it('that has too many companions is refused in seconds, not walked for a day', () => {
    const large = Array.from({ length: 12 }, (_, i) =>
      [9, 8, 7, 6, 5, 4].map((c, j) => c + ((i * j) % 5)),
    );
    expect(fisherExactTable(large)).toMatchObject({ reason: 'too-many-tables' });
  });

  it('may be drawn, where it is too large to be walked, the same from the same seed, with an interval that holds the exact p as often as it says', () => {
    const table = [
      [37, 15, 10],
      [4, 5, 3],
      [8, 5, 1],
      [6, 1, 1],
      [6, 1, 1],
    ];
    const drawn = fisherMonteCarlo(table, { seed: 7 });
    const exact = fisherExactTable(table);
    if (drawn.kind !== 'estimated' || exact.kind !== 'estimated') throw new Error('not estimated');
    expect(fisherMonteCarlo(table, { seed: 7 })).toEqual(drawn);
    expect(fisherMonteCarlo(table, { seed: 8 })).not.toEqual(drawn);
    expect(drawn.high - drawn.low).toBeLessThan(0.02);
    // One interval in twenty may miss, by construction: of forty, seven or more would, in one set of seeds out of two hundred.
    const missed = Array.from({ length: 40 }, (_, i) =>
      fisherMonteCarlo(table, { seed: i + 1, draws: 999 }),
    ).filter((one) => one.kind !== 'estimated' || one.low > exact.p || one.high < exact.p);
    expect(missed.length).toBeLessThan(7);
  });

  it('has a drawn p of more than 0 and of 1 at most, however far it is from chance', () => {
    const apart = [
      [40, 0],
      [0, 40],
    ];
    expect(fisherMonteCarlo(apart, { seed: 1 })).toMatchObject({ p: 1 / 10_000, low: 0 });
    const even = [
      [10, 10],
      [10, 10],
    ];
    expect(fisherMonteCarlo(even, { seed: 1 })).toMatchObject({ p: 1, high: 1 });
    expect(
      fisherMonteCarlo(
        [
          [3, 0],
          [4, 0],
        ],
        { seed: 1 },
      ),
    ).toMatchObject({
      reason: 'fewer-than-two-rows-or-columns',
    });
    expect(() => fisherMonteCarlo(even, { seed: 1, draws: 0 })).toThrow('not a positive whole');
  });

  it('holds whole counts only', () => {
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow('row 1 has 1 cells');
    expect(() => chiSquareTest([[1, 2.5]])).toThrow('not a count: 2.5');
    expect(() => fisherExact([[1, 2, 3]])).toThrow('two rows and two columns');
    expect(() => mcnemar([[1, 2, 3]])).toThrow('not a square table');
    expect(() => goodnessOfFit([1, 2], [0.5, 0.6])).toThrow('add up to 1');
  });
});

describe('paired answers', () => {
  it('that nobody changed leave McNemar nothing to test', () => {
    expect(
      mcnemar([
        [5, 0],
        [0, 8],
      ]),
    ).toEqual({ kind: 'not-estimable', reason: 'no-discordant-pairs', n: 13 });
  });

  it('leave out of Bowker the pairs of categories between which nobody moved', () => {
    const test = mcnemar([
      [5, 4, 0],
      [1, 8, 2],
      [0, 7, 9],
    ]);
    expect(test).toMatchObject({ df: 2, discordant: 14, exactP: null });
  });

  it('of several questions are compared over the women who answered them all', () => {
    expect(
      cochranQ([
        [1, 1, 0, 1],
        [0, 1, 0, null],
      ]),
    ).toMatchObject({ n: 3, missing: 1, df: 1 });
    expect(cochranQ([[1, 0]])).toMatchObject({ reason: 'fewer-than-two-questions' });
    expect(
      cochranQ([
        [1, 0],
        [1, 0],
      ]),
    ).toMatchObject({ reason: 'nobody-differs' });
    expect(() => cochranQ([[1, 2]])).toThrow('neither 0 nor 1');
  });
});

describe('two coders', () => {
  it('who always agree have a kappa of 1, weighted or not', () => {
    const codes = ['need', 'work', 'need', 'school'];
    for (const weights of ['none', 'linear', 'quadratic'] as const) {
      const kappa = cohenKappa(codes, codes, { categories: ['need', 'school', 'work'], weights });
      expect(kappa).toMatchObject({ kappa: 1, agreement: 1, n: 4 });
    }
    expect(
      krippendorffAlpha(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        'nominal',
      ),
    ).toMatchObject({ alpha: 1, n: 3 });
  });

  it('of whom one says the same of every case are told that kappa says nothing of them', () => {
    const reason = { kind: 'not-estimable', reason: 'agreement-fixed-by-totals' };
    const never = ['no', 'no', 'no', 'no'];
    const categories = ['no', 'yes'];
    for (const weights of ['none', 'linear', 'quadratic'] as const) {
      const others = ['no', 'yes', 'no', 'no'];
      expect(cohenKappa(never, others, { categories, weights })).toEqual({ ...reason, n: 4 });
      expect(cohenKappa(others, never, { categories, weights })).toEqual({ ...reason, n: 4 });
    }
    expect(cohenKappa(never, ['yes', 'yes', 'yes', 'yes'], { categories })).toMatchObject(reason);
  });

  it('are told a kappa with its test, or why there is none, and never an error', () => {
    const rating = fc.integer({ min: 1, max: 4 });
    const cases = fc.array(fc.tuple(rating, rating), { maxLength: 12 });
    const weightings = fc.constantFrom('none', 'linear', 'quadratic');
    fc.assert(
      fc.property(cases, weightings, (pairs, weights) => {
        const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const kappa = cohenKappa(first, second, { categories: [1, 2, 3, 4], weights });
        if (kappa.kind === 'not-estimable') return;
        for (const number of [kappa.kappa, kappa.low, kappa.high, kappa.z, kappa.p]) {
          expect(Number.isFinite(number)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('who use one category only leave nothing to agree about', () => {
    expect(cohenKappa([1, 1], [1, 1], { categories: [1, 2] })).toEqual({
      kind: 'not-estimable',
      reason: 'one-category-only',
      n: 2,
    });
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'ordinal',
      ),
    ).toMatchObject({
      reason: 'ratings-do-not-vary',
    });
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 1],
        ],
        'ordinal',
      ),
    ).toMatchObject({
      reason: 'no-unit-rated-twice',
    });
    expect(krippendorffAlpha([[1, 2]], 'ordinal')).toMatchObject({
      reason: 'fewer-than-two-raters',
    });
  });

  it('may each skip a unit, which is counted', () => {
    const kappa = cohenKappa([1, null, 2, 2], [1, 1, 2, undefined], { categories: [1, 2] });
    expect(kappa).toMatchObject({ n: 2, missing: 2 });
    expect(() => cohenKappa([3], [1], { categories: [1, 2] })).toThrow('no category: 3');
    expect(() => krippendorffAlpha([[-1], [2]], 'ratio')).toThrow('below the zero');
  });
});

describe('a screener against the truth', () => {
  it('that separates everybody has an area of 1 and no interval that would mean anything', () => {
    expect(rocCurve([1, 2, 8, 9], [false, false, true, true])).toMatchObject({
      auc: 1,
      low: null,
      standardError: null,
      best: { cutOff: 8, sensitivity: 1, specificity: 1 },
    });
  });

  it('needs both kinds of people', () => {
    expect(rocCurve([1, 2], [true, true])).toMatchObject({ reason: 'no-negatives', n: 2 });
    expect(rocCurve([1, null], [false, true])).toMatchObject({ reason: 'no-positives', n: 1 });
    expect(() => rocCurve([1], [])).toThrow('differ in length');
  });
});
