import type { Finding } from '../finding.ts';
import type { NumberStyle } from '../numbers/number-style.ts';
import { fitsBase } from '../numbers/percent-of-count.ts';
import { writeNumber } from '../numbers/printed-number.ts';
import type { Scene } from '../scene.ts';
import { passageOf } from '../tables/passage.ts';
import { type Explanation, explainColumn } from './explain-column.ts';
import { type ShareColumn, type ShareRow, shareColumns } from './share-columns.ts';
import { readWrongPercent } from './wrong-percent.ts';

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
  // Of nobody there is no percentage to be wrong.
  const off = rest.filter((share) => best.base(share) > 0 && !isOfAll(share, { column, best }));
  const wrong = isSure ? off.map((share) => findingOf(share, { column, best, style })) : [];
  return [...wrong, ...misprints(column, best, style)];
}

/** Those without an answer are a share of all who were asked, also where the other rows are of those who answered. */
function isOfAll(
  share: ShareRow,
  { column, best }: { column: ShareColumn; best: Explanation },
): boolean {
  const missing = column.sum - column.sumOfAnswered;
  return share.row.role === 'missing' && fitsBase(share, best.base(share) + missing);
}

/** All shares follow from the sum of every row, and without one of them the sum is the number of people the report names. */
function countedTwice(
  { table, group, all, stated, sum: asked, sumOfAnswered }: ShareColumn,
  { style, bases }: Pick<Scene, 'style' | 'bases'>,
): Finding | null {
  const sum = all.reduce((adding, { count }) => adding + count, 0);
  const people = new Set([...stated, ...bases]);
  if (all.length < 3 || !all.every((share) => fitsBase(share, sum))) return null;
  // Together with those who did not answer they are everybody.
  if (people.has(sum) || (asked > sumOfAnswered && people.has(asked))) return null;
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
