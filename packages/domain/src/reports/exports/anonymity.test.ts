import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymityOf } from './anonymity.ts';
import type { DataTable, DataVariable } from './data-table.ts';

/** A table of two keys and one sensitive variable; null where she declined. */
function tableOf(
  rows: ReadonlyArray<readonly [number | null, number | null, number | null]>,
): DataTable {
  const variable = (name: string, exposure: DataVariable['exposure']): DataVariable => ({
    name,
    exposure,
    label: name,
    labels: {},
    question: {},
    kind: 'number',
    decimals: 0,
    measure: 'nominal',
    values: [],
    missing: ['declined'],
    source: { kind: 'row' },
  });
  return {
    name: 'women',
    titles: { en: 'women' },
    language: 'en',
    rows: rows.length,
    variables: [variable('age', 'key'), variable('town', 'key'), variable('union', 'sensitive')],
    columns: [0, 1, 2].map((place) => ({
      kind: 'numbers',
      values: Float64Array.from(rows, (row) => row[place] ?? 0),
      absent: Uint8Array.from(rows, (row) => (row[place] === null ? 1 : 0)),
    })),
  };
}

describe('how well women hide among each other in a file', () => {
  it('is how many are alike, and how much is learnt of a woman whom somebody knows to be one of them', () => {
    const anonymity = anonymityOf(
      tableOf([
        [30, 1, 1],
        [30, 1, 2],
        [30, 1, 3],
        [41, 1, 5],
        [41, 1, 5],
      ]),
    );
    expect(anonymity).toEqual({
      keys: ['age', 'town'],
      classes: 2,
      smallestClass: 2,
      rowsAlone: 0,
      rowsBelowThree: 2,
      rowsBelowFive: 5,
      // Whoever knows that she is 41 knows her union too.
      diversity: [{ variable: 'union', fewestValues: 1 }],
    });
  });

  it('takes a declined answer for a value of its own, not for a zero', () => {
    expect(
      anonymityOf(
        tableOf([
          [0, 1, 1],
          [null, 1, 1],
        ]),
      ),
    ).toMatchObject({
      classes: 2,
      rowsAlone: 2,
    });
  });

  it('has no smallest class where there is nobody', () => {
    expect(anonymityOf(tableOf([]))).toMatchObject({
      classes: 0,
      smallestClass: null,
      rowsAlone: 0,
    });
  });

  it('is never better for more keys', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 }), (rows) => {
        const both = anonymityOf(tableOf(rows));
        const one = anonymityOf(tableOf(rows.map(([age, , union]) => [age, 0, union])));
        expect(both.smallestClass!).toBeLessThanOrEqual(one.smallestClass!);
        expect(both.rowsBelowFive).toBeGreaterThanOrEqual(one.rowsBelowFive);
      }),
    );
  });
});
