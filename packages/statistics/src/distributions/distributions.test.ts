import { describe, expect, it } from 'vitest';
import reference from '../../reference/expected/distributions.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../../reference/largest-error.ts';
import {
  betaQuantile,
  incompleteBeta,
  logGamma,
  normalQuantile,
  studentTQuantile,
  studentTUpperTail,
} from '../index.ts';

describe('the distributions', () => {
  it.each(reference.normalQuantile)('normal quantile at $p', ({ p, expected }) => {
    expect(largestError(normalQuantile(p), expected, 1)).toBeLessThan(CLOSED_FORMULA);
  });

  it.each(reference.studentTQuantile)('t quantile at $p, $df df', ({ p, df, expected }) => {
    expect(largestError(studentTQuantile(p, df), expected, 1e-3)).toBeLessThan(CLOSED_FORMULA);
  });

  it.each(reference.studentTUpperTail)('t tail above $t, $df df', ({ t, df, expected }) => {
    expect(largestError(studentTUpperTail(t, df), expected)).toBeLessThan(CLOSED_FORMULA);
  });

  it.each(reference.incompleteBeta)('beta ($a, $b) at $x', ({ a, b, x, lower, upper }) => {
    const tails = incompleteBeta({ x, y: 1 - x }, { a, b });
    expect(largestError(tails, { lower, upper })).toBeLessThan(CLOSED_FORMULA);
  });

  it.each(reference.logGamma)('log gamma of $x', ({ x, expected }) => {
    expect(largestError(logGamma(x), expected, 1e-2)).toBeLessThan(CLOSED_FORMULA);
  });

  it('the beta quantile undoes the beta function', () => {
    for (const p of [1e-30, 0.025, 0.5, 0.9, 0.999]) {
      const x = betaQuantile(p, { a: 4, b: 101 });
      const { lower } = incompleteBeta({ x, y: 1 - x }, { a: 4, b: 101 });
      expect(largestError(lower, p)).toBeLessThan(CLOSED_FORMULA);
    }
  });

  it('refuse what is not a probability, a shape or a count of degrees', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => studentTQuantile(1, 5)).toThrow(RangeError);
    expect(() => studentTQuantile(0.5, 0)).toThrow(RangeError);
    expect(() => incompleteBeta({ x: 0.5, y: 0.6 }, { a: 1, b: 1 })).toThrow(RangeError);
    expect(() => incompleteBeta({ x: 0.5, y: 0.5 }, { a: -1, b: 1 })).toThrow(RangeError);
    expect(() => betaQuantile(2, { a: 1, b: 1 })).toThrow(RangeError);
    expect(() => logGamma(-1)).toThrow(RangeError);
  });
});
