import { INK, QUIET_INK } from '../../drawing/ink.ts';
import { element, FONT_FAMILY, type Svg, textLine } from '../../drawing/svg.ts';
import type { Band, Scale } from '../../instruments/index.ts';

const WIDTH = 600;
const SIDE = 14;
const BAR_TOP = 40;
const BAR_HEIGHT = 26;
/** From the better end to the worse one; told apart by their lines and numbers as well as by their shade. */
const SHADES = ['#eef3f7', '#dde6ee', '#c8d6e2', '#b0c3d4', '#98b0c5'];

/** A score against its range and the bands of its first set of cut-offs. `label` says in words what is drawn. */
export function drawScore(
  scale: Scale,
  value: number,
  { label, number }: { label: string; number: (value: number) => string },
): Svg {
  const { min, max } = scale.range;
  const x = (score: number) => SIDE + ((score - min) / (max - min)) * (WIDTH - 2 * SIDE);
  const bands = exclusiveBands(scale);
  const shades = shadesFor(bands.length, scale.direction);
  const edges = [...new Set([min, ...bands.map(({ from }) => from), max])];
  const at = x(value);
  return element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} 92`, width: '100%' },
      ...{ role: 'img', 'aria-label': label, 'font-family': FONT_FAMILY },
    },
    ...(bands.length > 0 ? bands : [{ from: min, below: max }]).map((band, index) =>
      element('rect', {
        ...{ x: x(Math.max(min, band.from)), y: BAR_TOP, height: BAR_HEIGHT, stroke: '#fff' },
        width: Math.max(1, x(Math.min(max, band.below ?? max)) - x(Math.max(min, band.from))),
        fill: shades[index] ?? SHADES[0],
      }),
    ),
    element('path', {
      d: `M${at} ${BAR_TOP + BAR_HEIGHT + 2} V${BAR_TOP - 4} m-6 -7 l6 7 l6 -7 z`,
      ...{ stroke: INK, 'stroke-width': 3, fill: INK },
    }),
    textLine(number(value), {
      ...{ x: Math.min(WIDTH - SIDE - 10, Math.max(SIDE + 10, at)), y: 14, size: 20 },
      ...{ 'text-anchor': 'middle', 'font-weight': 700, fill: INK },
    }),
    ...edges.map((edge) =>
      textLine(number(edge), {
        ...{ x: x(edge), y: BAR_TOP + BAR_HEIGHT + 14, size: 13, fill: QUIET_INK },
        'text-anchor': edge === min ? 'start' : edge === max ? 'end' : 'middle',
      }),
    ),
  );
}

/** The cut-offs that divide the whole range; nested ones overlap and are told in words. */
export const exclusiveBands = ({ bandSets }: Scale): readonly Band[] =>
  bandSets.find(({ kind }) => kind === 'exclusive')?.bands ?? [];

function shadesFor(count: number, direction: Scale['direction']): string[] {
  const shades = Array.from(
    { length: count },
    (_, at) => SHADES[Math.round((at / Math.max(1, count - 1)) * (SHADES.length - 1))]!,
  );
  return direction === 'higher-is-worse' ? shades : shades.reverse();
}
