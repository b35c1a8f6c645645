import { INK } from '../../drawing/ink.ts';
import { element, type Svg, textLine } from '../../drawing/svg.ts';
import { textWidth, wrapText } from '../../drawing/text-width.ts';

const BOX = 16;
const GAP = 7;
const BETWEEN = 20;

export type LegendEntry = { readonly label: string; readonly fill: string };

type Placed = { readonly lines: readonly string[]; readonly fill: string; readonly width: number };

/** Swatches with their names in one or more rows, each centred (wide) or from the left (narrow). */
export function drawLegend(
  entries: readonly LegendEntry[],
  { width, size, centred }: { width: number; size: number; centred: boolean },
): { height: number; marks: Svg[] } {
  const lineHeight = size * 1.35;
  let y = 0;
  const marks = rowsOf(entries, { width, size }).flatMap((row) => {
    const whole = row.reduce((sum, entry) => sum + entry.width + BETWEEN, -BETWEEN);
    const height = Math.max(...row.map(({ lines }) => lines.length)) * lineHeight + size * 0.4;
    let x = centred ? Math.max(0, (width - whole) / 2) : 0;
    const middle = y + (lineHeight + size * 0.4) / 2;
    y += height;
    return row.flatMap((entry) => {
      const left = x;
      x += entry.width + BETWEEN;
      return [
        element('rect', {
          x: left,
          y: middle - BOX / 2,
          width: BOX,
          height: BOX,
          rx: 2,
          fill: entry.fill,
        }),
        ...entry.lines.map((line, i) =>
          textLine(line, { x: left + BOX + GAP, y: middle + i * lineHeight, size, fill: INK }),
        ),
      ];
    });
  });
  return { height: y, marks };
}

/** As many entries in a row as fit; one that is wider than the drawing is wrapped in a row of its own. */
function rowsOf(
  entries: readonly LegendEntry[],
  { width, size }: { width: number; size: number },
): Placed[][] {
  const rows: Placed[][] = [];
  let left = 0;
  for (const { label, fill } of entries) {
    const lines = wrapText(label, { width: width - BOX - GAP, size });
    const wanted = BOX + GAP + Math.max(...lines.map((line) => textWidth(line, size)));
    const row = rows.at(-1);
    if (row && wanted <= left) row.push({ lines, fill, width: wanted });
    else {
      rows.push([{ lines, fill, width: wanted }]);
      left = width;
    }
    left -= wanted + BETWEEN;
  }
  return rows;
}
