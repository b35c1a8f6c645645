import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clinicalChanges,
  clinicalCutOff,
  percentOfMaximum,
  reliableChanges,
  standardErrorOfDifference,
  standardisedResponseMean,
} from '../index.ts';

// SD 7.5 and reliability 0.84: sqrt(2) x 7.5 x 0.4.
const JACOBSON = {
  convention: 'jacobson-truax',
  standardDeviation: 7.5,
  reliability: 0.84,
} as const;
const error = standardErrorOfDifference(JACOBSON);

describe('the error of a difference', () => {
  it('is the same by all three conventions when the spread stays', () => {
    expect(error).toBeCloseTo(Math.SQRT2 * 3, 12);
    const standardDeviations = [7.5, 7.5] as const;
    const others = [
      standardErrorOfDifference({
        convention: 'both-spreads',
        standardDeviations,
        reliability: 0.84,
      }),
      standardErrorOfDifference({
        convention: 'spread-of-differences',
        standardDeviations,
        correlation: 0.84,
      }),
    ];
    for (const other of others) expect(other).toBeCloseTo(error, 12);
  });

  it('has no value where there is no error, no spread or no reliability', () => {
    expect(() => standardErrorOfDifference({ ...JACOBSON, reliability: 1 })).toThrow(
      'scores without error',
    );
    expect(() => standardErrorOfDifference({ ...JACOBSON, reliability: 1.1 })).toThrow('1.1');
    expect(() => standardErrorOfDifference({ ...JACOBSON, standardDeviation: 0 })).toThrow(
      'not a standard deviation above 0',
    );
    expect(() => standardErrorOfDifference({ ...JACOBSON, reliability: Number.NaN })).toThrow();
  });
});

describe('a woman who answers a second time', () => {
  const better = 'lower';
  const cutOff = 12;

  it('has changed when her scores lie further apart than chance would put them', () => {
    // 1.96 x 4.243 = 8.32
    const changes = reliableChanges([20, 20, 20, null], [12, 11, 29, 4], {
      standardErrorOfDifference: error,
    });
    expect(changes).toMatchObject({
      risen: 1,
      fallen: 1,
      unchanged: 1,
      n: 3,
      missing: 1,
      cases: [{ direction: 'unchanged', change: -8 }, { direction: 'fallen' }, {}, null],
    });
    expect(changes.threshold).toBeCloseTo(8.3155, 3);
  });

  it('of the worked example of the paper went up by 3.16 errors', () => {
    const standardError = standardErrorOfDifference({ ...JACOBSON, reliability: 0.8 });
    expect(standardError).toBeCloseTo(4.74, 2);
    const { cases } = reliableChanges([32.5], [47.5], { standardErrorOfDifference: standardError });
    expect(cases[0]?.index).toBeCloseTo(3.16, 2);
  });

  it('is not credited with what a second time does to everybody', () => {
    const rule = { standardErrorOfDifference: error, expectedChange: -3 };
    expect(reliableChanges([20], [11], rule)).toMatchObject({ unchanged: 1, fallen: 0 });
    expect(reliableChanges([20], [8], rule)).toMatchObject({ fallen: 1 });
  });

  it('has recovered when she also passed the cut-off', () => {
    const before = [24, 30, 20, 11, 12, 13, 24, null];
    const after = [10, 18, 29, 2, 11, 11, 12, 9];
    const changes = clinicalChanges(before, after, {
      standardErrorOfDifference: error,
      cutOff,
      better,
    });
    expect(changes).toEqual({
      cases: [
        'recovered',
        'improved',
        'deteriorated',
        'improved',
        'unchanged',
        'unchanged',
        'improved',
        null,
      ],
      counts: { recovered: 1, improved: 3, unchanged: 2, deteriorated: 1 },
      n: 7,
      missing: 1,
    });
  });

  it('is judged alike on a scale that points the other way', () => {
    const score = fc.option(fc.integer({ min: 0, max: 36 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { maxLength: 20 }), (pairs) => {
        const rule = { standardErrorOfDifference: error, cutOff, better } as const;
        const [before, after] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const turn = (scores: (number | null)[]) => scores.map((x) => (x === null ? x : 36 - x));
        const turned = { ...rule, cutOff: 36 - cutOff, better: 'higher' } as const;
        expect(clinicalChanges(turn(before), turn(after), turned)).toEqual(
          clinicalChanges(before, after, rule),
        );
      }),
    );
  });

  it('cannot be judged by a rule that is none', () => {
    const rule = { standardErrorOfDifference: error };
    expect(() => reliableChanges([1], [1, 2], rule)).toThrow('differ in length');
    expect(() => reliableChanges([1], [Number.POSITIVE_INFINITY], rule)).toThrow('not finite');
    expect(() => reliableChanges([1], [2], { standardErrorOfDifference: 0 })).toThrow(
      'not a standard error above 0',
    );
    expect(() => reliableChanges([1], [2], { ...rule, level: 95 })).toThrow('not a level');
    expect(() => reliableChanges([1], [2], { ...rule, expectedChange: Number.NaN })).toThrow(
      'not a change',
    );
    const without = { ...rule, better, cutOff: Number.NaN } as const;
    expect(() => clinicalChanges([1], [2], without)).toThrow('not a cut-off');
  });
});

describe('the cut-off', () => {
  const distressed = { mean: 40, standardDeviation: 7.5 };
  const general = { mean: 60, standardDeviation: 7.5 };

  it('lies where the worked example of the paper puts it', () => {
    expect(clinicalCutOff({ criterion: 'a', distressed, better: 'higher' })).toBe(55);
    expect(clinicalCutOff({ criterion: 'b', general, better: 'higher' })).toBe(45);
    expect(clinicalCutOff({ criterion: 'c', distressed, general })).toBe(50);
  });

  it('lies on the other side where low scores are good', () => {
    expect(clinicalCutOff({ criterion: 'a', distressed, better: 'lower' })).toBe(25);
    expect(clinicalCutOff({ criterion: 'b', general, better: 'lower' })).toBe(75);
  });

  it('needs a spread', () => {
    const flat = { mean: 40, standardDeviation: 0 };
    expect(() => clinicalCutOff({ criterion: 'c', distressed: flat, general })).toThrow(RangeError);
  });
});

describe('the change of a whole group', () => {
  it('is positive when scores rise', () => {
    const change = standardisedResponseMean([1, 2, 3, null], [2, 4, 4, 9]);
    expect(change).toMatchObject({ kind: 'estimated', n: 3, missing: 1 });
    if (change.kind === 'estimated') expect(change.estimate).toBeCloseTo(4 / Math.sqrt(3), 12);
    expect(standardisedResponseMean([1, 2], [2, 3])).toMatchObject({ reason: 'does-not-vary' });
  });
});

describe('percent of maximum', () => {
  it('goes by what was possible, not by what occurred', () => {
    expect(percentOfMaximum([18, 72, 45, null], { minimum: 18, maximum: 90 })).toEqual([
      0,
      75,
      37.5,
      null,
    ]);
    expect(() => percentOfMaximum([91], { minimum: 18, maximum: 90 })).toThrow('outside 18 to 90');
    expect(() => percentOfMaximum([3], { minimum: 3, maximum: 3 })).toThrow('not a range');
  });
});
