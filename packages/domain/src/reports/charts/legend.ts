import { INK } from './palette.ts';
import { element, type Svg, textLine } from './svg.ts';
import { textWidth } from './text-width.ts';

const BOX = 16;
const GAP = 7;
const BETWEEN = 20;

export type LegendEntry = { readonly label: string; readonly fill: string };

/** Swatches with their names in one or more rows, each centred (wide) or from the left (narrow). */
export function drawLegend(
  entries: readonly LegendEntry[],
  { width, size, centred }: { width: number; size: number; centred: boolean },
): { height: number; marks: Svg[] } {
  const lineHeight = size * 1.75;
  const rows: { entries: LegendEntry[]; width: number }[] = [];
  for (const entry of entries) {
    const wanted = BOX + GAP + textWidth(entry.label, size);
    const row = rows.at(-1);
    if (row && row.width + BETWEEN + wanted <= width) {
      row.entries.push(entry);
      row.width += BETWEEN + wanted;
    } else {
      rows.push({ entries: [entry], width: wanted });
    }
  }
  const marks = rows.flatMap((row, line) => {
    let x = centred ? Math.max(0, (width - row.width) / 2) : 0;
    const middle = lineHeight * (line + 0.5);
    return row.entries.flatMap(({ label, fill }) => {
      const drawn = [
        element('rect', { x, y: middle - BOX / 2, width: BOX, height: BOX, rx: 2, fill }),
        textLine(label, { x: x + BOX + GAP, y: middle, size, fill: INK }),
      ];
      x += BOX + GAP + textWidth(label, size) + BETWEEN;
      return drawn;
    });
  });
  return { height: rows.length * lineHeight, marks };
}
