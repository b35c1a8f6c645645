import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  basesBehind,
  grimMean,
  grimmer,
  grimPercentage,
  type PrintedP,
  type PrintedTest,
  recomputeP,
  sumOfParts,
  unroundedRange,
} from '../index.ts';

const printed = (value: number, decimals: number) => ({ value, decimals });

/** As a careful typist does. */
function halfUp(value: number, decimals: number) {
  return printed(Number(value.toFixed(decimals)), decimals);
}

describe('a printed mean', () => {
  it('of 28 women cannot be 5.19 when each gave a whole answer', () => {
    expect(grimMean(printed(5.19, 2), { n: 28 })).toEqual({
      isPossible: false,
      explainedBy: null,
      below: 145 / 28,
      above: 146 / 28,
      power: 0.72,
    });
    expect(grimMean(printed(5.18, 2), { n: 28 })).toMatchObject({
      isPossible: true,
      explainedBy: { from: 145, to: 145 },
    });
  });

  it('of a scale of 18 items hides more sums than that of one', () => {
    expect(grimMean(printed(3.24, 2), { n: 104, items: 18 })).toMatchObject({
      explainedBy: { from: 6056, to: 6074 },
      power: 0,
    });
  });

  it('must fit the coding of the answers', () => {
    const n = 20;
    expect(grimMean(printed(0.85, 2), { n, answers: { minimum: 0, maximum: 3 } }).isPossible).toBe(
      true,
    );
    expect(grimMean(printed(0.85, 2), { n, answers: { minimum: 1, maximum: 4 } })).toMatchObject({
      isPossible: false,
      below: null,
      above: 1,
    });
  });

  it('that is a tie depends on how it was rounded', () => {
    const tie = (value: number, ...roundings: ('half-up' | 'half-down' | 'half-even')[]) =>
      grimMean(printed(value, 1), { n: 20, answers: { minimum: 2, maximum: 3 }, roundings })
        .explainedBy;
    // 45 / 20 = 2.25
    expect(tie(2.3, 'half-up')).toEqual({ from: 45, to: 46 });
    expect(tie(2.3, 'half-down')).toEqual({ from: 46, to: 47 });
    expect(tie(2.2, 'half-even')).toEqual({ from: 43, to: 45 });
    expect(tie(2.3, 'half-up', 'half-down')).toEqual({ from: 45, to: 47 });
  });

  it('below zero is the mirror of the one above', () => {
    const sums = (value: number) =>
      grimMean(printed(value, 1), { n: 20, roundings: ['half-up'] }).explainedBy;
    expect(sums(-2.3)).toEqual({ from: -46, to: -45 });
    expect(sums(2.3)).toEqual({ from: 45, to: 46 });
    expect(sums(0)).toEqual({ from: 0, to: 0 });
  });

  it('made of answers is always possible, with its standard deviation', () => {
    const answers = { minimum: 1, maximum: 5 };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        (given, decimals) => {
          const n = given.length;
          const mean = given.reduce((sum, answer) => sum + answer, 0) / n;
          const squares = given.reduce((sum, answer) => sum + (answer - mean) ** 2, 0);
          const both = {
            mean: halfUp(mean, decimals),
            standardDeviation: halfUp(Math.sqrt(squares / (n - 1)), decimals),
          };
          expect(grimMean(both.mean, { n, answers }).isPossible).toBe(true);
          expect(grimmer(both, { n, answers })).toEqual({ isPossible: true, fails: null });
          expect(grimmer(both, { n })).toEqual({ isPossible: true, fails: null });
        },
      ),
    );
  });

  it('is refused when it is no number of so many decimals', () => {
    expect(() => grimMean(printed(3.456, 2), { n: 10 })).toThrow('3.456 has more than 2 decimals');
    expect(() => grimMean(printed(3.4, 1.5), { n: 10 })).toThrow('not a number of decimals: 1.5');
    expect(() => grimMean(printed(3.4, 1), { n: 0 })).toThrow('not a number of cases: 0');
    expect(() => grimMean(printed(3.4, 1), { n: 10, items: 2.5 })).toThrow('items: 2.5');
    expect(() => grimMean(printed(3.4, 1), { n: 10, roundings: [] })).toThrow('no rounding given');
    expect(() => grimMean(printed(Number.NaN, 1), { n: 10 })).toThrow(RangeError);
    expect(() => grimMean(printed(123_456.789, 3), { n: 10 ** 9 })).toThrow('too large a base');
    const answers = { minimum: 4, maximum: 1 };
    expect(() => grimMean(printed(3.4, 1), { n: 10, answers })).toThrow('4 to 1');
  });
});

describe('a printed percentage', () => {
  it('of 104 women moves in steps of a little less than one', () => {
    expect(grimPercentage(printed(30.8, 1), { n: 104 })).toMatchObject({
      isPossible: true,
      explainedBy: { from: 32, to: 32 },
      power: 0.896,
    });
    expect(grimPercentage(printed(31, 1), { n: 104 })).toMatchObject({
      isPossible: false,
      below: 3200 / 104,
      above: 3300 / 104,
    });
  });

  it('over a hundred is none, and one below zero neither', () => {
    expect(grimPercentage(printed(100.4, 1), { n: 104 })).toMatchObject({
      isPossible: false,
      below: 100,
      above: null,
    });
    expect(grimPercentage(printed(-1, 0), { n: 104 }).isPossible).toBe(false);
  });

  it('rounded twice is found out', () => {
    // 5 of 52 is 9.615, by way of 9.62 and 9.6; 1 of 29 is 3.448, by way of 3.45 and 3.5.
    const once = grimPercentage(printed(3.5, 1), { n: 29, roundings: ['half-up'] });
    const twice = grimPercentage(printed(3.5, 1), { n: 29, roundings: ['twice'] });
    expect([once.isPossible, twice.isPossible]).toEqual([false, true]);
  });
});

describe('the base behind percentages', () => {
  const percentages = [printed(14.4, 1), printed(29.8, 1), printed(55.8, 1)];

  it('is found among those that explain every one of them', () => {
    const bases = basesBehind(percentages, { to: 120, parts: 'all-of-the-base' });
    expect(bases).toEqual([
      {
        n: 104,
        counts: [
          { from: 15, to: 15 },
          { from: 31, to: 31 },
          { from: 58, to: 58 },
        ],
      },
    ]);
    expect(basesBehind(percentages, { from: 105, to: 120, parts: 'all-of-the-base' })).toEqual([]);
  });

  it('always is among the bases that are found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }),
        (counts) => {
          const n = counts.reduce((sum, count) => sum + count, 1);
          const parts = [...counts, 1].map((count) => halfUp((count / n) * 100, 1));
          const found = basesBehind(parts, { to: n, parts: 'all-of-the-base' });
          expect(found.at(-1)?.n).toBe(n);
        },
      ),
    );
  });

  it('is sought where there are bases', () => {
    expect(() => basesBehind(percentages, { from: 10, to: 9 })).toThrow('no bases from 10 to 9');
    expect(() => basesBehind(percentages, { from: 0, to: 9 })).toThrow(RangeError);
  });
});

describe('a mean with its standard deviation', () => {
  const failing = (mean: number, standardDeviation: number, given: Parameters<typeof grimmer>[1]) =>
    grimmer({ mean: printed(mean, 2), standardDeviation: printed(standardDeviation, 2) }, given)
      .fails;

  it('fails for the reason that is told', () => {
    expect(failing(5.19, 1, { n: 28 })).toBe('mean');
    expect(failing(3, 0.01, { n: 10 })).toBe('squares');
    // Sum 17 of five: sums of squares are odd, 1.10 would need 62.6 to 62.7.
    expect(failing(3.4, 1.1, { n: 5 })).toBe('squares');
    expect(failing(3.5, 1.03, { n: 10 })).toBe('parity');
    expect(failing(3.5, 1.08, { n: 10 })).toBe(null);
    expect(failing(4.5, 1.43, { n: 10 })).toBe(null);
    expect(failing(4.5, 1.43, { n: 10, answers: { minimum: 1, maximum: 5 } })).toBe('answers');
  });

  it('of two women is half of a whole difference', () => {
    const deviations = [0, 0.71, 1.41, 2.12, 2.83];
    for (const deviation of deviations) {
      const isOdd = [0.71, 2.12].includes(deviation);
      expect(failing(3, deviation, { n: 2 }) === null).toBe(!isOdd);
      expect(failing(3.5, deviation, { n: 2 }) === null).toBe(isOdd);
    }
  });

  it('far beyond a questionnaire is still answered at once', () => {
    const income = { mean: printed(412_350.5, 1), standardDeviation: printed(98_765.4, 1) };
    expect(grimmer(income, { n: 2 })).toEqual({ isPossible: false, fails: 'answers' });
    expect(grimmer(income, { n: 4 })).toEqual({ isPossible: true, fails: null });
    const many = { mean: printed(3.12, 2), standardDeviation: printed(1.02, 2) };
    const answers = { minimum: 1, maximum: 5 };
    expect(grimmer(many, { n: 100_000, answers })).toEqual({ isPossible: true, fails: null });
  });

  it('needs two women and a spread that is not below nothing', () => {
    expect(() => failing(3, 1, { n: 1 })).toThrow('needs two cases');
    expect(() => failing(3, -1, { n: 4 })).toThrow('not a standard deviation');
  });
});

describe('a printed p', () => {
  const t28 = (value: number): PrintedTest => ({
    statistic: 't',
    df: 28,
    value: printed(value, 2),
  });
  const p = (comparison: '=' | '<' | '>', value: number, decimals: number): PrintedP => ({
    comparison,
    ...printed(value, decimals),
  });
  const verdict = (test: PrintedTest, claim: PrintedP) => recomputeP(test, claim).verdict;

  it('follows from its statistic, within what rounding hides', () => {
    expect(verdict(t28(2.2), p('=', 0.036, 3))).toBe('consistent');
    expect(verdict(t28(2.2), p('=', 0.04, 2))).toBe('consistent');
    expect(verdict(t28(2.2), p('<', 0.05, 2))).toBe('consistent');
    expect(verdict(t28(2.2), p('=', 0.03, 2))).toBe('error');
  });

  it('on the wrong side of alpha is an error of decision', () => {
    expect(verdict(t28(2.2), p('=', 0.06, 2))).toBe('decision-error');
    expect(verdict(t28(2.2), { comparison: 'ns' })).toBe('decision-error');
    expect(verdict(t28(1.2), p('=', 0.03, 2))).toBe('decision-error');
    expect(verdict(t28(1.2), p('<', 0.05, 2))).toBe('decision-error');
    expect(verdict(t28(2.2), p('>', 0.05, 2))).toBe('decision-error');
    expect(verdict(t28(1.2), { comparison: 'ns' })).toBe('consistent');
    // Printed as alpha itself it claims nothing.
    expect(verdict(t28(1.2), p('=', 0.05, 2))).toBe('error');
    expect(verdict(t28(1.2), p('<', 0.1, 1))).toBe('error');
  });

  it('half as large tells of a one-tailed test', () => {
    const oneTailed = p('=', 0.018, 3);
    expect(recomputeP(t28(2.2), oneTailed)).toMatchObject({
      verdict: 'error',
      fitsOtherTails: true,
    });
    const told: PrintedTest = { statistic: 't', df: 28, tails: 1, value: printed(2.2, 2) };
    expect(verdict(told, oneTailed)).toBe('consistent');
  });

  it('of a statistic that is only bounded lies in a range', () => {
    const below: PrintedTest = {
      statistic: 'f',
      df1: 2,
      df2: 50,
      comparison: '<',
      value: printed(1, 0),
    };
    expect(recomputeP(below, { comparison: 'ns' })).toMatchObject({
      verdict: 'consistent',
      high: 1,
    });
    expect(verdict(below, p('=', 0.02, 2))).toBe('decision-error');
    const above: PrintedTest = { statistic: 'z', comparison: '>', value: printed(3, 0) };
    expect(recomputeP(above, p('<', 0.01, 2))).toMatchObject({ verdict: 'consistent', low: 0 });
  });

  it('is refused where there is none', () => {
    expect(() => verdict(t28(2), p('=', 1.2, 1))).toThrow('not a p: 1.2');
    const r: PrintedTest = { statistic: 'r', df: 20, value: printed(1.2, 1) };
    expect(() => verdict(r, p('=', 0.2, 1))).toThrow('not a value of r: 1.2');
    const chi: PrintedTest = { statistic: 'chi-square', df: 2, value: printed(-1, 0) };
    expect(() => verdict(chi, p('=', 0.2, 1))).toThrow('not a value of chi-square: -1');
    expect(() => recomputeP(t28(2), p('=', 0.2, 1), { alpha: 5 })).toThrow('not a level');
  });
});

describe('parts and their total', () => {
  const third = printed(33.3, 1);

  it('may differ by what each lost in rounding, and by no more', () => {
    expect(sumOfParts([third, third, third], printed(100, 1))).toMatchObject({
      isPossible: true,
      sum: 99.9,
      difference: 0.1,
    });
    expect(sumOfParts([third, third, third], printed(100.2, 1)).isPossible).toBe(false);
  });

  it('that are counts must add up', () => {
    expect(sumOfParts([37, 190, 522], 749)).toMatchObject({ isPossible: true, difference: 0 });
    expect(sumOfParts([37, 190, 522], 750)).toMatchObject({ isPossible: false, difference: 1 });
    expect(() => sumOfParts([1.5, 2], 3)).toThrow('not a whole number: 1.5');
  });

  it('that only meet at an end must both have that end', () => {
    const cut = (roundings: ('down' | 'up')[]) =>
      sumOfParts([printed(1, 0), printed(1, 0)], 4, roundings).isPossible;
    // Two numbers below 2 stay below 4.
    expect(cut(['down'])).toBe(false);
    expect(sumOfParts([printed(2, 0), printed(2, 0)], 4, ['up']).isPossible).toBe(true);
    expect(cut(['up'])).toBe(false);
  });

  it('in money of many digits are added exactly', () => {
    const parts = [printed(90_071_992_547.11, 2), printed(90_071_992_547.12, 2)];
    expect(sumOfParts(parts, printed(180_143_985_094.23, 2)).difference).toBe(0);
  });
});

describe('what was printed', () => {
  it('stands for the numbers that round to it', () => {
    expect(unroundedRange(printed(2.5, 1), ['half-up'])).toEqual({
      low: 2.45,
      high: 2.55,
      includesLow: true,
      includesHigh: false,
    });
    expect(unroundedRange(printed(-2.5, 1), ['down'])).toEqual({
      low: -2.6,
      high: -2.5,
      includesLow: false,
      includesHigh: true,
    });
  });
});
