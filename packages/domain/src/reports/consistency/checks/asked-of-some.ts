import type { Finding } from '../finding.ts';
import { writeNumber } from '../numbers/printed-number.ts';
import type { Scene } from '../scene.ts';
import { filterIn, meetsFilter } from '../words/filters.ts';
import { explainColumn } from './explain-column.ts';
import { type ShareColumn, shareColumns } from './share-columns.ts';

/** A question for some, answered by more people than another table has of them. */
export function checkAskedOfSome(scene: Scene): Finding[] {
  const columns = shareColumns(scene);
  return columns.flatMap((column) => {
    const title = titleOf(column);
    const meets = meetsFilter(filterIn(title) ?? '');
    const whole = wholeOf(column, scene);
    if (title === null || meets === null || whole === null) return [];
    const answered = column.sumOfAnswered;
    // Several tables may tell the same people apart: one that has enough of them is enough.
    const found = columns.flatMap((other) => {
      if (other === column || filterIn(titleOf(other)) !== null) return [];
      if (other.sum !== whole || !isOfPeople(other, scene)) return [];
      const met = other.shares.filter(({ row }) => meets(row.label));
      if (met.length === 0 || met.length === other.shares.length) return [];
      return [{ other, met, count: met.reduce((sum, { count }) => sum + count, 0) }];
    });
    const [first] = found;
    if (!first || found.some(({ count }) => count >= answered)) return [];
    const line = first.met[0]?.row.line ?? first.other.group.line;
    return [
      {
        line: column.group.line,
        sheet: column.table.sheet,
        passage: title,
        printed: String(answered),
        recomputed: writeNumber(first.count, 0, scene.style),
        reading: 'filter-passed' as const,
        params: {
          printed: String(answered),
          title,
          right: String(first.count),
          rows: first.met.map(({ row, count }) => `${row.label} ${count}`).join(' + '),
          line: String(line),
        },
        certainty: 'possible' as const,
        see: first.met.map(({ row }) => row.line),
      },
    ];
  });
}

export const titleOf = ({ group, table }: ShareColumn) => group.title ?? table.title;

/** Those who answered and those who did not, where the report names a group of as many. */
function wholeOf(column: ShareColumn, { bases }: Scene): number | null {
  const whole = column.sum;
  return whole > column.sumOfAnswered && (bases.has(whole) || column.stated.includes(whole))
    ? whole
    : null;
}

/** Each person stands in one row: the shares are of the sum. */
function isOfPeople(column: ShareColumn, { bases }: Scene): boolean {
  const best = explainColumn(column, bases);
  return best?.explained.every((share) => best.base(share) === column.sum) ?? false;
}
