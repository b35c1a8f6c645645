import { INK } from '../../drawing/ink.ts';
import { type Svg, textLine } from '../../drawing/svg.ts';
import { textWidth, wrapText } from '../../drawing/text-width.ts';

/** Where the parts of a chart with one labelled row a thing stand. */
export type RowLayout = {
  readonly size: number;
  readonly lineHeight: number;
  /** Left and right end of the field where values are drawn. */
  readonly left: number;
  readonly right: number;
  readonly barHeight: number;
  readonly rows: readonly PlacedRow[];
  readonly height: number;
};

export type PlacedRow = {
  readonly lines: readonly string[];
  /** Middle of the first line of the label. */
  readonly labelY: number;
  readonly top: number;
  /** Vertical middle of the bar. */
  readonly middle: number;
};

const WIDE_LABEL_SHARE = 0.42;

/**
 * Places labels and bars. Wide: the label to the left of its bar, right-aligned, wrapped. Narrow: the
 * label above its bar over the whole width less `aside`, the room kept free for a value on its line.
 */
export function placeRows(
  labels: readonly string[],
  given: { layout: 'wide' | 'narrow'; width: number; aside: number; top: number },
): RowLayout {
  return given.layout === 'wide' ? placeWide(labels, given) : placeNarrow(labels, given);
}

function placeWide(
  labels: readonly string[],
  { width, aside, top }: { width: number; aside: number; top: number },
): RowLayout {
  const size = width > 600 ? 14 : 13;
  const lineHeight = size + 4;
  const barHeight = 26;
  const limit = width * WIDE_LABEL_SHARE;
  const wrapped = labels.map((label) => wrapText(label, { width: limit, size }));
  const widest = Math.max(0, ...wrapped.flat().map((line) => textWidth(line, size)));
  let y = top;
  const rows = wrapped.map((lines) => {
    const height = Math.max(barHeight + 9, lines.length * lineHeight + 9);
    const middle = y + height / 2;
    const row = {
      lines,
      top: y,
      middle,
      labelY: middle - ((lines.length - 1) * lineHeight) / 2,
    };
    y += height;
    return row;
  });
  return {
    size,
    lineHeight,
    barHeight,
    left: Math.ceil(widest) + 16,
    right: width - aside,
    rows,
    height: y - top,
  };
}

function placeNarrow(
  labels: readonly string[],
  { width, aside, top }: { width: number; aside: number; top: number },
): RowLayout {
  const size = 13;
  const lineHeight = 17;
  const barHeight = 22;
  let y = top;
  const rows = labels.map((label) => {
    const lines = wrapText(label, { width: width - aside, size });
    const text = lines.length * lineHeight;
    const row = { lines, top: y, labelY: y + lineHeight / 2, middle: y + text + 3 + barHeight / 2 };
    y += text + barHeight + 15;
    return row;
  });
  return { size, lineHeight, barHeight, left: 1, right: width - 1, rows, height: y - top };
}

/** The label of one row, line by line. */
export function drawLabel(row: PlacedRow, layout: RowLayout, isWide: boolean): Svg[] {
  return row.lines.map((line, i) =>
    textLine(line, {
      x: isWide ? layout.left - 12 : 0,
      y: row.labelY + i * layout.lineHeight,
      size: layout.size,
      fill: INK,
      'text-anchor': isWide ? 'end' : undefined,
    }),
  );
}
