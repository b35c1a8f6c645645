import { INK, QUIET_INK } from '../../drawing/ink.ts';
import { element, FONT_FAMILY, type Svg, textLine } from '../../drawing/svg.ts';
import type { WaveCell } from './forecast.ts';

const WIDTH = 600;
const HEIGHT = 220;
const [LEFT, RIGHT, TOP, BOTTOM] = [10, 10, 24, 30];
const BAR = '#2f6690';
const HIDDEN = '#dfe4ea';

/** One bar for each year of a row; a year that may not be told has a flat one of another colour and says so in words. */
export function drawForecast(
  { years, cells }: { readonly years: readonly number[]; readonly cells: readonly WaveCell[] },
  words: {
    readonly label: string;
    readonly number: (value: number) => string;
    readonly hidden: string;
  },
): Svg {
  const most = Math.max(1, ...cells.map((cell) => (cell === 'hidden' ? 0 : cell)));
  const step = (WIDTH - LEFT - RIGHT) / years.length;
  const room = HEIGHT - TOP - BOTTOM;
  return element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: '100%' },
      ...{ role: 'img', 'aria-label': words.label, 'font-family': FONT_FAMILY },
    },
    ...years.map((year, at) => {
      const cell = cells[at] ?? 'hidden';
      const height = cell === 'hidden' ? 6 : Math.max(2, (cell / most) * room);
      const middle = LEFT + step * (at + 0.5);
      const top = HEIGHT - BOTTOM - height;
      return element(
        'g',
        {},
        element('rect', {
          ...{ x: middle - step * 0.36, y: top, width: step * 0.72, height },
          fill: cell === 'hidden' ? HIDDEN : BAR,
        }),
        textLine(cell === 'hidden' ? words.hidden : words.number(cell), {
          ...{ x: middle, y: top - 10, size: 14, 'text-anchor': 'middle' },
          ...{ 'font-weight': 700, fill: INK },
        }),
        textLine(String(year), {
          ...{ x: middle, y: HEIGHT - 14, size: 13, 'text-anchor': 'middle', fill: QUIET_INK },
        }),
      );
    }),
  );
}
