import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  accuracyTable,
  functionsWithoutReference,
  WITHOUT_REFERENCE,
} from '../reference/accuracy-table.ts';
import { FAMILIES } from '../reference/families/index.ts';
import * as library from './index.ts';

const PAGE = new URL('../../../docs/statistics-accuracy.md', import.meta.url);
/** The whole table on a busy machine. */
const LONG = 120_000;

describe.each(Object.entries(FAMILIES))('%s', (_, comparisons) => {
  describe.each([...comparisons])('$name equals $against', ({ name, tolerance, cases }) => {
    it.each([...cases])('on $title', ({ error }) => {
      expect(error()).toBeLessThan(tolerance);
    });

    it('on at least one data set, and is exported', () => {
      expect(cases.length).toBeGreaterThan(0);
      expect(library).toHaveProperty(name);
    });
  });
});

describe('every exported function', () => {
  it('is compared with R, or it is said why not', () => {
    expect(functionsWithoutReference()).toEqual(Object.keys(WITHOUT_REFERENCE).sort());
  });
});

describe('the page about accuracy', () => {
  it(
    'is as new as the code (else: node scripts/reference-values.ts --table)',
    () => expect(readFileSync(PAGE, 'utf8')).toBe(accuracyTable()),
    LONG,
  );
});
