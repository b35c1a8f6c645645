import { describe, expect, it } from 'vitest';
import { sameRandomBytes } from '../../../reference/synthetic-wave.ts';
import { exportIds } from './export-ids.ts';

describe('the ids of an export', () => {
  it('are all different, even where chance says the same twice', () => {
    let asked = 0;
    const ids = exportIds(3, (count) => {
      asked += 1;
      // The first time all rows get the same bytes.
      return Uint8Array.from({ length: count }, (_, i) => (asked === 1 ? 7 : asked * 40 + i));
    });
    expect(new Set(ids).size).toBe(3);
    expect(asked).toBe(2);
  });

  it('begin with a letter, so that no program takes one for a number', () => {
    for (const id of exportIds(200, sameRandomBytes(4))) expect(id).toMatch(/^[b-v][a-z2-9]{7}$/);
  });

  it('are not made of a chance that always says the same', () => {
    expect(() => exportIds(2, (count) => new Uint8Array(count))).toThrow('internal');
  });
});
