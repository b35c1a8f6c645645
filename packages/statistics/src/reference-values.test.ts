import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../reference/families/index.ts';

describe.each(Object.entries(FAMILIES))('%s', (_, comparisons) => {
  describe.each([...comparisons])('$name equals $against', ({ tolerance, cases }) => {
    it.each([...cases])('on $title', ({ error }) => {
      expect(error()).toBeLessThan(tolerance);
    });

    it('on at least one data set', () => {
      expect(cases.length).toBeGreaterThan(0);
    });
  });
});
