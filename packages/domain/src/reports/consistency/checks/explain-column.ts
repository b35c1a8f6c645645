import { commonBase, fitsBase } from '../numbers/percent-of-count.ts';
import { isCount } from '../tables/cell.ts';
import type { ShapedRow } from '../tables/table-shape.ts';
import type { ShareColumn, ShareRow } from './share-columns.ts';
import { rangeOf } from './wrong-percent.ts';

/** A base and the shares that follow from it. `base` tells a row's own; `isStated` when the report itself names it. */
export type Explanation = {
  readonly base: (share: ShareRow) => number;
  /** How to write the base: a range where several whole numbers explain the same rows. */
  readonly written: string | null;
  readonly isStated: boolean;
  /** The sum of the rows: a base only where several rows follow from it. */
  readonly isSum: boolean;
  readonly explained: readonly ShareRow[];
  readonly rest: readonly ShareRow[];
};

/** The base that explains most rows; a base the report names wins over one that is only computed. */
export function explainColumn(column: ShareColumn, bases: ReadonlySet<number>): Explanation | null {
  const { all } = column;
  const tried: Explanation[] = [];
  const tryBase = (
    base: (share: ShareRow) => number,
    { isStated, isSum = false, written = null }: Partial<Explanation> & { isStated: boolean },
  ) => {
    const explained = all.filter((share) => fitsBase(share, base(share)));
    tried.push({
      base,
      written,
      isStated,
      isSum,
      explained,
      rest: all.filter((share) => !explained.includes(share)),
    });
  };
  for (const stated of column.stated) tryBase(() => stated, { isStated: true });
  tryBase(() => column.sum, { isStated: true, isSum: true });
  if (column.sumOfAnswered !== column.sum)
    tryBase(() => column.sumOfAnswered, { isStated: true, isSum: true });
  for (const base of rowBases(column)) tryBase(base, { isStated: true, isSum: true });
  for (const base of bases) tryBase(() => base, { isStated: false });
  const common = commonBase(all);
  if (common) {
    const { from, to } = common;
    tryBase(() => from, { isStated: false, written: Number.isFinite(to) ? rangeOf(common) : null });
  }
  let best: Explanation | null = null;
  for (const each of tried) if (!best || each.explained.length > best.explained.length) best = each;
  return best && best.explained.length > 0 ? best : null;
}

/** Bases that differ from row to row: another column of counts, or the sum of the row's counts. */
function rowBases({ all }: ShareColumn): ((share: ShareRow) => number)[] {
  const columns = all[0]?.row.cells.length ?? 0;
  const countIn = (row: ShapedRow, column: number) => {
    const cell = row.cells[column];
    if (cell?.kind === 'number' && isCount(cell)) return cell.value;
    return cell?.kind === 'pair' && isCount(cell.first) ? cell.first.value : null;
  };
  const others = Array.from({ length: columns }, (_, column) => column).filter(
    (column) =>
      all.length > 1 &&
      all.every(
        (share) => share.column !== column && (countIn(share.row, column) ?? -1) >= share.count,
      ),
  );
  const sums = (share: ShareRow) =>
    share.row.cells.reduce(
      (sum, cell) => sum + (cell.kind === 'pair' && isCount(cell.first) ? cell.first.value : 0),
      0,
    );
  return [...others.map((column) => (share: ShareRow) => countIn(share.row, column) ?? 0), sums];
}
