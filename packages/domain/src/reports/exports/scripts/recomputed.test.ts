import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recomputedPage, recomputedRows } from '../../../../reference/recomputed-page.ts';

const PAGE = new URL('../../../../../../docs/recomputed-in-r.md', import.meta.url);

describe('the numbers of the report of 2022', () => {
  const rows = recomputedRows();

  it('are nearly all computed again by R, and of the others somebody says why not', () => {
    expect(rows.filter(({ printed, again, why }) => again < printed && !why)).toEqual([]);
    const printed = rows.reduce((sum, one) => sum + one.printed, 0);
    const again = rows.reduce((sum, one) => sum + one.again, 0);
    expect(printed).toBeGreaterThan(5000);
    expect(again / printed).toBeGreaterThan(0.97);
  });

  it('are listed on a page as new as the code (else: node scripts/reference-values.ts --table)', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(recomputedPage(rows));
  });
});
