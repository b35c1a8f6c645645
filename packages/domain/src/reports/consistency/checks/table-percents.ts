import type { Finding } from '../finding.ts';
import type { NumberStyle } from '../numbers/number-style.ts';
import { type CountedShare, commonBase, fitsBase } from '../numbers/percent-of-count.ts';
import { type PrintedNumber, roundTo, writeNumber } from '../numbers/printed-number.ts';
import { type Scene, sizeIn } from '../scene.ts';
import { isCount } from '../tables/cell.ts';
import { passageOf } from '../tables/passage.ts';
import type { RowGroup, ShapedRow, ShapedTable } from '../tables/table-shape.ts';
import { MEAN_HEAD, PERCENT_HEAD, SD_HEAD, WEIGHTED } from '../words/vocabulary.ts';
import { rangeOf, readWrongPercent } from './wrong-percent.ts';

/** A count and its percentage in one row, as a pair in a cell or in two neighbouring columns. */
export type ShareRow = CountedShare & {
  readonly row: ShapedRow;
  /** The column of the count. */
  readonly column: number;
  readonly written: string;
};

export type ShareColumn = {
  readonly table: ShapedTable;
  readonly group: RowGroup;
  readonly head: string;
  /** Parts that make up the whole, totals and rows inside others left out. */
  readonly shares: readonly ShareRow[];
  readonly all: readonly ShareRow[];
  /** What the group's own total row, title or head says the base is. */
  readonly stated: readonly number[];
  readonly sum: number;
  readonly sumOfAnswered: number;
};

/** A base and the shares that follow from it. `base` tells a row's own; `isStated` when the report itself names it. */
type Explanation = {
  readonly base: (share: ShareRow) => number;
  /** How to write the base: a range where several whole numbers explain the same rows. */
  readonly written: string | null;
  readonly isStated: boolean;
  /** The sum of the rows: a base only where several rows follow from it. */
  readonly isSum: boolean;
  readonly explained: readonly ShareRow[];
  readonly rest: readonly ShareRow[];
};

/** Percentages of counts in tables that do not follow from the base the other rows follow from. */
export function checkTablePercents(scene: Scene): Finding[] {
  return shareColumns(scene).flatMap((column) => checkColumn(column, scene));
}

function checkColumn(column: ShareColumn, { style, bases }: Scene): Finding[] {
  const twice = countedTwice(column, { style, bases });
  if (twice) return [twice];
  const best = explainColumn(column, bases);
  if (!best) return [];
  const { explained, rest, isStated, isSum } = best;
  const isSure = isStated
    ? explained.length >= (isSum ? 2 : 1) && explained.length >= rest.length * (isSum ? 2 : 1)
    : explained.length >= 3 && rest.length * 3 <= explained.length;
  const wrong = isSure ? rest.map((share) => findingOf(share, { column, best, style })) : [];
  return [...wrong, ...misprints(column, best, style)];
}

/** All shares follow from the sum of every row, and without one of them the sum is the number of people the report names. */
function countedTwice(
  { table, group, all, stated }: ShareColumn,
  { style, bases }: Pick<Scene, 'style' | 'bases'>,
): Finding | null {
  const sum = all.reduce((adding, { count }) => adding + count, 0);
  const people = new Set([...stated, ...bases]);
  if (all.length < 3 || people.has(sum) || !all.every((share) => fitsBase(share, sum))) return null;
  const inner = all.findLast(({ count }) => people.has(sum - count));
  if (!inner) return null;
  const base = sum - inner.count;
  // Several answers of so many people: then the percentages are of ticks, and no row holds another.
  if (all.every((share) => fitsBase(share, base)) || all.some(({ count }) => count > base))
    return null;
  const outer = all.filter((share) => share !== inner && share.count >= inner.count).at(-1);
  const write = ({ count, percent }: ShareRow) =>
    `${count} (${writeNumber((100 * count) / base, percent.decimals, style)}%)`;
  return {
    line: inner.row.line,
    sheet: table.sheet,
    passage: [group.title, ...all.map(({ row }) => passageOf(row))].filter(Boolean).join('; '),
    printed: all.map(({ written }) => written).join(', '),
    recomputed: all.map(write).join(', '),
    reading: 'counted-twice',
    params: {
      sum: String(sum),
      base: String(base),
      inner: String(inner.count),
      outer: String(outer?.count ?? base),
    },
    certainty: inner.row.role === 'of-which' ? 'certain' : 'likely',
    see: all.map(({ row }) => row.line),
  };
}

function findingOf(
  share: ShareRow,
  given: { column: ShareColumn; best: Explanation; style: NumberStyle },
): Finding {
  const { column, best, style } = given;
  const base = best.base(share);
  const { reading, params } = readWrongPercent(share, {
    base,
    style,
    others: [column.sum, column.sumOfAnswered, ...column.stated],
  });
  return {
    line: share.row.line,
    sheet: column.table.sheet,
    passage: passageOf(share.row),
    printed: share.written,
    recomputed: `${writeNumber((100 * share.count) / base, share.percent.decimals, style)}%`,
    reading,
    params: best.written ? { ...params, base: best.written } : params,
    certainty: best.isStated ? 'certain' : 'likely',
    see: [],
  };
}

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

/** `23 (2/2%)` where 2.2 is the percentage that follows from the base of the other rows. */
function misprints(
  { group, table }: ShareColumn,
  { base, explained }: Explanation,
  style: NumberStyle,
): Finding[] {
  const [model] = explained;
  if (!model || explained.length < 2) return [];
  return group.rows.flatMap((row) => {
    const cell = row.cells[model.column];
    if (cell?.kind !== 'misprint') return [];
    const { decimals } = model.percent;
    const right = writeNumber(
      (100 * cell.first.value) / base({ ...model, row, count: cell.first.value }),
      decimals,
      style,
    );
    return [
      {
        line: row.line,
        sheet: table.sheet,
        passage: passageOf(row),
        printed: `${cell.written}%`,
        recomputed: `${right}%`,
        reading: 'percent-misprint' as const,
        params: { printed: cell.written, right },
        certainty: 'certain' as const,
        see: [],
      },
    ];
  });
}

/** Every column of counts with percentages in a report's tables, group by group. */
export function shareColumns({ tables, style }: Scene): readonly ShareColumn[] {
  return tables.flatMap((table) =>
    table.groups.flatMap((group) => {
      const words = [table.title, group.title, ...group.heads].join(' ');
      if (WEIGHTED.test(words)) return [];
      return Array.from({ length: table.columns }, (_, column) => column).flatMap((column) => {
        const found = columnOf({ table, group, column, style });
        return found ? [found] : [];
      });
    }),
  );
}

function columnOf(given: {
  table: ShapedTable;
  group: RowGroup;
  column: number;
  style: NumberStyle;
}): ShareColumn | null {
  const { table, group, column, style } = given;
  const head = group.heads[column] ?? '';
  if (SD_HEAD.test(head) || MEAN_HEAD.test(head)) return null;
  const rows = group.rows.flatMap((row) => shareIn(row, column, group));
  if (rows.length === 0) return null;
  const all = rows.filter(({ row, percent }) => row.role !== 'total' && percent.value <= 100);
  const parts = all.filter(({ row }) => row.role !== 'of-which' && row.role !== 'subtotal');
  const counted = group.rows.filter(({ role }) => role === 'data' || role === 'missing');
  const countOf = (row: ShapedRow) => {
    const cell = row.cells[column];
    if (cell?.kind === 'number') return cell.value;
    return cell?.kind === 'pair' || cell?.kind === 'misprint' ? cell.first.value : 0;
  };
  const totals = table.groups
    .flatMap((each) => each.rows)
    .filter(({ role }) => role === 'total')
    .map(countOf);
  const sizes = [head, group.title, table.title].flatMap((text) => sizeIn(text, style) ?? []);
  const sum = counted.reduce((total, row) => total + countOf(row), 0);
  const answered = counted.filter(({ role }) => role === 'data');
  const missing = counted
    .filter(({ role }) => role === 'missing')
    .reduce((total, row) => total + countOf(row), 0);
  return {
    table,
    group,
    head,
    all,
    shares: parts,
    // Of those asked, the ones without an answer may have been left out of the base.
    stated: [...totals, ...sizes, ...sizes.map((size) => size - missing)].filter(
      (base) => base > 0,
    ),
    sum: roundTo(sum, 0),
    sumOfAnswered: answered.reduce((total, row) => total + countOf(row), 0),
  };
}

function shareIn(row: ShapedRow, column: number, { heads }: RowGroup): ShareRow[] {
  const cell = row.cells[column];
  if (cell?.kind === 'pair' && !cell.isSpread) {
    const { first, second } = cell;
    const written = row.written[column] ?? '';
    if (isCount(first)) return [{ row, column, count: first.value, percent: second, written }];
    if (first.isPercent && isCount(second))
      return [{ row, column, count: second.value, percent: first, written }];
    return [];
  }
  const next = row.cells[column + 1];
  if (cell?.kind !== 'number' || next?.kind !== 'number' || !isCount(cell)) return [];
  const isShare = next.isPercent || PERCENT_HEAD.test(heads[column + 1] ?? '');
  const isCounted = !PERCENT_HEAD.test(heads[column] ?? '');
  if (!isShare || !isCounted || next.value < 0) return [];
  const percent: PrintedNumber = next;
  return [
    {
      row,
      column,
      count: cell.value,
      percent,
      written: `${row.written[column]} (${row.written[column + 1]})`,
    },
  ];
}
