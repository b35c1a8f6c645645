import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accuracyTable } from '../reference/accuracy-table.ts';
import { FAMILIES } from '../reference/families/index.ts';
import * as library from './index.ts';

const PAGE = new URL('../../../docs/statistics-accuracy.md', import.meta.url);

describe('the page about accuracy', () => {
  it('is as new as the code (else: node scripts/reference-values.ts --table)', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(accuracyTable());
  });

  it('names functions that exist', () => {
    for (const { name } of Object.values(FAMILIES).flat()) {
      expect(library).toHaveProperty(name);
    }
  });
});
