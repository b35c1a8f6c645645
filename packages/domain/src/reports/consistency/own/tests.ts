import { chiSquareTails, fTails, normalTails, studentTTails, twoSided } from '@tirek/statistics';
import type { Row, Table } from '../../report.ts';
import { type Checked, isSame, numberIn, type Pen, placeOf } from './checked.ts';

/** Probabilities computed again from the test statistic and the degrees of freedom in their row. */
export function checkTests(tables: readonly Table[], pen: Pen): Checked {
  let done = 0;
  const wrong = tables.flatMap((table) => {
    const place = table.columns.findIndex(({ id }) => id === 'p');
    const column = table.columns[place];
    if (!column) return [];
    return table.rows.flatMap((row) => {
      const p = numberIn(row, place);
      const right = pIn(table, row);
      if (p === null || right === null) return [];
      done += 1;
      if (isSame(p, right)) return [];
      return [
        { place: placeOf(table, row), printed: pen(p, column), recomputed: pen(right, column) },
      ];
    });
  });
  return { done, wrong, right: [] };
}

/** The p that the test of a row has; null where it shows none that is known here. */
function pIn({ columns }: Table, row: Row): number | null {
  const numberOf = (id: string) =>
    numberIn(
      row,
      columns.findIndex((column) => column.id === id),
    );
  const [df, t, chiSquare] = [numberOf('df'), numberOf('t'), numberOf('chiSquare')];
  if (df !== null && df > 0) {
    if (t !== null) return twoSided(studentTTails(t, df));
    if (chiSquare !== null && chiSquare >= 0) return chiSquareTails(chiSquare, df).upper;
  }
  const [f, groups, df2] = [numberOf('f'), numberOf('groups'), numberOf('df2')];
  if (f !== null && f >= 0 && groups !== null && groups > 1 && df2 !== null && df2 > 0)
    return fTails(f, { df1: groups - 1, df2 }).upper;
  const z = numberOf('z');
  return z === null ? null : twoSided(normalTails(z));
}
