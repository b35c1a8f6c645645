import { expect, it } from 'vitest';
import { sameRandomBytes, syntheticWave } from '../../../reference/synthetic-wave.ts';
import { Problem } from '../../problem.ts';
import { exportTables } from './export-tables.ts';
import { requireManyEnough } from './require-many-enough.ts';

const { facts, forms } = syntheticWave();
const problemOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Problem ? error.toJSON() : error;
  }
};

it('refuses the files of so few women, or so few mothers, as making them would refuse', () => {
  const outcomes = new Set<boolean>();
  for (let first = 0; first < 10; first += 1) {
    for (const k of [3, 5, 10]) {
      const responses = facts.responses.slice(first, 2 * first);
      const given = { language: 'en', random: sameRandomBytes(1), anonymous: { k, l: 1 } } as const;
      const refused = problemOf(() => requireManyEnough({ responses }, forms, k));
      expect(refused).toEqual(problemOf(() => exportTables({ responses }, forms, given)));
      outcomes.add(refused === null);
    }
  }
  expect(outcomes).toEqual(new Set([true, false]));
});
