import { textWidth } from '../charts/text-width.ts';
import type { Fit, PrintedColumn, PrintedRow } from './printed-table.ts';

/** Space left and right in a cell, together. */
const CELL_PADDING = 8;
/** A bar beside a number, with the gap before it. */
const BAR_WIDTH = 44;
/** Labels are sentences: narrower than so many times the type size they become a tower; with a full question, sooner. */
const NARROWEST_LABELS = 12;
const NARROWEST_DETAILS = 16;
/** Labels wider than this share of the page leave the eye no way to the numbers. */
const WIDEST_LABELS = 0.56;
/** Tables that need less are set to this share of the page, so that not every one has a width of its own. */
const SMALL_TABLE = 0.62;

/**
 * Gives each column what its longest number and the longest word of its head need; then the labels, and then the heads, as
 * much as they want so as to break into fewer lines.
 * @param width points between the margins; a small table takes less
 */
export function fitColumns({
  rowHead,
  columns,
  rows,
  size,
  width,
}: {
  rowHead: string;
  columns: readonly PrintedColumn[];
  rows: readonly PrintedRow[];
  size: number;
  width: number;
}): Fit {
  const labels = rows.flatMap(({ label, detail }) => [label, detail]);
  const narrowest = rows.some(({ detail }) => detail) ? NARROWEST_DETAILS : NARROWEST_LABELS;
  const leastLabels =
    Math.max(
      Math.min(narrowest * size, widest([...labels, rowHead], size)),
      widestWord([...labels, rowHead], size),
    ) + CELL_PADDING;
  const wantedLabels = Math.min(
    Math.max(leastLabels, widest([...labels, rowHead], size) + CELL_PADDING),
    width * WIDEST_LABELS,
  );
  const needs = columns.map((column, i) => needOf(column, i, { rows, size }));
  const least = needs.map((need) => need.least);
  const spare = width - sum(least) - leastLabels;
  if (spare < 0) {
    const scale = (width - Math.min(leastLabels, width / 3)) / sum(least);
    const squeezed = least.map((need) => need * scale);
    return { size, widths: [width - sum(squeezed), ...squeezed], fits: false };
  }
  const forLabels = Math.min(spare, Math.max(0, wantedLabels - leastLabels));
  const wishes = needs.map((need) => need.wanted - need.least);
  const forColumns = Math.min(spare - forLabels, sum(wishes));
  const grown = needs.map(
    (need, i) => need.least + (sum(wishes) > 0 ? ((wishes[i] ?? 0) / sum(wishes)) * forColumns : 0),
  );
  const natural = leastLabels + forLabels + sum(grown);
  const whole = natural > width * SMALL_TABLE ? width : width * SMALL_TABLE;
  return { size, widths: [whole - sum(grown), ...grown], fits: true };
}

function needOf(
  { label, mark, isText }: PrintedColumn,
  place: number,
  { rows, size }: { rows: readonly PrintedRow[]; size: number },
): { least: number; wanted: number } {
  const cells = rows.flatMap((row) => row.cells[place] ?? []);
  const lines = cells.flatMap((cell) => cell.lines);
  const bar = cells.some((cell) => cell.bar !== null) ? BAR_WIDTH : 0;
  const head = label + mark;
  const ofCells = (isText ? widestWord(lines, size) : widest(lines, size)) + bar;
  const least = Math.max(ofCells, widestWord([head], size, 'bold')) + CELL_PADDING;
  const wanted = Math.max(widest(lines, size) + bar, widest([head], size, 'bold')) + CELL_PADDING;
  return { least, wanted: Math.max(least, Math.min(wanted, isText ? 200 : 110)) };
}

type Weight = 'regular' | 'bold';

function widest(texts: readonly string[], size: number, weight: Weight = 'regular'): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, size, weight)), 0);
}

/** A no-break space holds its word together. */
function widestWord(texts: readonly string[], size: number, weight: Weight = 'regular'): number {
  return widest(
    texts.flatMap((text) => text.split(/[ \n]+/)),
    size,
    weight,
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
