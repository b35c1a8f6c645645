import { QUIET_INK } from '../../drawing/ink.ts';
import { element, type Svg, textLine } from '../../drawing/svg.ts';
import { textWidth } from '../../drawing/text-width.ts';
import { AXIS, GRID } from './palette.ts';
import type { RowLayout } from './row-layout.ts';

/** A number under its grid line, moved inward where it would leave the drawing. */
export function axisNumber(
  text: string,
  x: number,
  { bottom, width }: { bottom: number; width: number },
): Svg {
  const half = textWidth(text, 12) / 2;
  return textLine(text, {
    x: Math.min(Math.max(x, half), width - half),
    y: bottom + 14,
    size: 12,
    fill: QUIET_INK,
    'text-anchor': 'middle',
  });
}

/**
 * Vertical grid lines at the ticks, the one at zero stronger. On a phone they run behind the bars
 * only, so that none strikes through a label.
 */
export function gridLines(
  ticks: readonly number[],
  x: (value: number) => number,
  { place, isWide }: { place: RowLayout; isWide: boolean },
): Svg[] {
  const first = place.rows[0]?.top ?? 0;
  const reach = place.barHeight / 2 + 3;
  const spans = isWide
    ? [{ from: first, to: first + place.height }]
    : place.rows.map(({ middle }) => ({ from: middle - reach, to: middle + reach }));
  return ticks.flatMap((tick) =>
    spans.map(({ from, to }) =>
      element('line', {
        x1: x(tick),
        x2: x(tick),
        y1: from,
        y2: to,
        stroke: tick === 0 ? AXIS : GRID,
        'stroke-width': tick === 0 ? 1.5 : 1,
      }),
    ),
  );
}
