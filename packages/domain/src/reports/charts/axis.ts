import { QUIET_INK } from './palette.ts';
import { type Svg, textLine } from './svg.ts';
import { textWidth } from './text-width.ts';

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
