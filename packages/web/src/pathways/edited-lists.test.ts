import type { Rule } from '@tirek/domain/pathways';
import { describe, expect, it } from 'vitest';
import { newRule } from './new-rule.ts';
import { resized } from './use-row-keys.ts';

describe('a clinician who adds and takes away', () => {
  it('never gets two rules of one id, in whatever order she does it', () => {
    let rules: Rule[] = [];
    const add = () => {
      rules = [...rules, newRule('up', rules)];
    };
    for (let times = 0; times < 4; times += 1) add();
    // Each time the first goes, the next number is one that stands already.
    for (let times = 0; times < 6; times += 1) {
      rules = rules.slice(1);
      add();
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    }
  });

  it('finds each condition under its own key afterwards', () => {
    const three = resized([], 3);
    expect(resized(three, 3)).toBe(three);
    const [first, , third] = three;
    const two = three.toSpliced(1, 1);
    expect(two).toEqual([first, third]);
    const again = resized(two, 3);
    expect(again.slice(0, 2)).toEqual(two);
    expect(new Set(again).size).toBe(3);
  });
});
